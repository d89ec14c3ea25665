import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Ask, Question } from '../../../client/src/review/ask.ts';
import type { ReviewNode } from '../../../client/src/review/nodes.ts';
import { countOf } from '../../../client/src/review/places.ts';
import { DRAFT } from './draft.ts';
import {
  api,
  closeAll,
  cursorAt,
  eventually,
  openFile,
  openText,
  positionOf,
  replaceText,
  selecting,
  workspaceUri,
} from './helpers.ts';

const VALUES: Readonly<Record<string, string>> = {
  XX县: '安平',
  XX镇: '石桥镇',
  XX集团: '金穗集团',
  '20xx年': '2026',
  'xx.x%': '6.5',
  XX万亩: '120',
  XX亿元: '3亿元',
  XXXX户: '4200',
  x月xx日: '3月12日',
  xx个: '8',
  ____: '王宁',
};
const IGNORE = '.hegao-ignore.yaml';
const OPEN =
  '在XX市水利会上的讲话\n\n同志们：\n\n　　XX市新修渠道xx公里。去年改造老旧渠道，群众浇地不再发愁。水利队伍得到加强，管护制度逐步健全。\n';
const FILLED = OPEN.replaceAll('XX市', '临江市').replace('xx公里', '36公里');

/** Waits until so many places are left in the file. */
async function leftOnce(uri: vscode.Uri, count: number): Promise<void> {
  const { list } = await api();
  const left = () => {
    const file = list.file(uri);
    return file && countOf(file);
  };
  await eventually(
    (listener) => list.onDidChange(listener),
    () => (left() === count ? true : undefined),
    () => `left: ${left()}`,
  );
}

/** A row of the list by how its thing's label begins. */
async function thingRow(uri: vscode.Uri, label: string): Promise<ReviewNode> {
  const file = (await api()).list.file(uri);
  assert.ok(file);
  for (const speech of file.speeches) {
    const thing = speech.things.find((one) => one.label.startsWith(label));
    if (thing) return { type: 'thing', file, speech, thing };
  }
  throw new Error(`the list lacks ${label}`);
}

function valueFor({ title, known }: Question): string {
  if (known[0]) return known[0].text;
  const found = Object.entries(VALUES).find(([mask]) => title.includes(mask));
  assert.ok(found, title);
  return found[1];
}

/** Writes a file of the workspace, and takes it away after the test. */
const written: vscode.Uri[] = [];
async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceUri(name);
  written.push(uri);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

describe('待补清单', () => {
  beforeEach(async () => (await api()).list.replaceChecked([]));
  afterEach(async () => {
    await closeAll();
    (await api()).list.replaceChecked([]);
    for (const uri of written.splice(0)) {
      await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    }
  });

  it('empties while a draft is filled in: one thing by one rename, the rest place by place', async () => {
    const { document } = await openText(DRAFT);
    const { uri } = document;
    const { list, review, statusBar } = await api();
    await leftOnce(uri, 40);
    const things = list.file(uri)?.speeches.flatMap((speech) => speech.things) ?? [];
    assert.equal(things.length, 12);
    assert.deepEqual([review.badge(), statusBar.text()], [40, '待补 40 处']);

    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      document.positionAt(document.getText().indexOf('XX市委')),
      '临江市',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await leftOnce(uri, 27);
    assert.match(document.getText(), /由临江市委、临江市政府召开/);
    await vscode.commands.executeCommand('undo');
    await leftOnce(uri, 40);
    await vscode.commands.executeCommand('redo');
    await leftOnce(uri, 27);

    const asked: number[][] = [];
    const ask: Ask = async (question) => {
      asked.push([question.step, question.steps]);
      return valueFor(question);
    };
    await vscode.commands.executeCommand('hegao.fillEach', undefined, { ask });
    assert.deepEqual(
      asked,
      Array.from({ length: 27 }, (_, i) => [i + 1, 27]),
    );
    await leftOnce(uri, 0);
    assert.deepEqual([list.total(), review.badge(), statusBar.text()], [0, 0, '待补 0 处']);
    assert.deepEqual(await review.provider.getChildren(), []);
    const text = document.getText();
    assert.match(text, /2026年，临江市粮食总产增长6\.5%，安平县粮食总产增长更快/);
    assert.match(text, /建成高标准农田120万亩。临江市政府安排专项资金3亿元/);
    assert.match(text, /3月12日前印发方案[\s\S]*金穗集团公司建成烘干中心8个[\s\S]*联系人：王宁。/);
  });

  it('shows speech, kind, thing and places, and files on top when there are several', async () => {
    const { document } = await openText(DRAFT);
    await leftOnce(document.uri, 40);
    const { review } = await api();
    const below = async (node?: ReviewNode) => (await review.provider.getChildren(node)) ?? [];
    const shown = async (node: ReviewNode) => {
      const { label, description } = await review.provider.getTreeItem(node);
      return `${typeof label === 'object' ? label.label : label} ${description}`;
    };
    const [speech, ...others] = await below();
    assert.ok(speech);
    assert.equal(others.length, 0);
    assert.equal(await shown(speech), '在XX市现代农业建设推进会上的讲话 40处');
    const kinds = await below(speech);
    assert.deepEqual(await Promise.all(kinds.map(shown)), ['名称 29处', '日期 5处', '数字 5处', '空白 1处']);
    const [city] = await below(kinds[0]);
    assert.ok(city);
    assert.equal(await shown(city), 'XX市 13处');
    const places = await below(city);
    assert.equal(places.length, 13);
    assert.match(await shown(places[1]!), /^这次会议由XX市委、XX市政府召开，XX县承办。 开头第1段$/);

    const other = await openText(OPEN);
    await leftOnce(other.document.uri, 3);
    assert.deepEqual(
      (await below()).map(({ type }) => type),
      ['file', 'file'],
    );
  });

  it('passes over what gets no answer, stops where the user does, and undoes place by place', async () => {
    const { document } = await openText(OPEN);
    await leftOnce(document.uri, 3);
    const answers = ['', '临江市', undefined];
    await vscode.commands.executeCommand('hegao.fillEach', undefined, { ask: async () => answers.shift() });
    await leftOnce(document.uri, 2);
    assert.equal(document.getText(), OPEN.replace('　　XX市', '　　临江市'));
    await vscode.commands.executeCommand('hegao.fillEach', undefined, {
      ask: async ({ title }: Question) => (title.includes('XX市') ? '临江市' : '36'),
    });
    await leftOnce(document.uri, 0);
    assert.equal(document.getText(), FILLED);
    for (const left of [1, 2, 3]) {
      await vscode.commands.executeCommand('undo');
      await leftOnce(document.uri, left);
    }
    assert.equal(document.getText(), OPEN);
  });

  it('asks again where an answer is no filling', async () => {
    const { document } = await openText(OPEN);
    await leftOnce(document.uri, 3);
    const problems: (string | undefined)[] = [];
    const answers = ['某某市', '临江市'];
    const ask: Ask = async ({ problem }) => {
      problems.push(problem);
      return answers.shift();
    };
    await vscode.commands.executeCommand('hegao.fillEntity', await thingRow(document.uri, 'XX市'), { ask });
    await leftOnce(document.uri, 1);
    assert.equal(problems.length, 2);
    assert.match(problems[1] ?? '', /还是待补的记号/);
  });

  for (const command of ['hegao.fillEntity', 'hegao.fillEach']) {
    it(`${command} fills in nothing when the document changed while the user was asked`, async () => {
      const editor = await openText(OPEN);
      await leftOnce(editor.document.uri, 3);
      const ask: Ask = async () => {
        await replaceText(editor, '同志们', '各位同志');
        return '临江市';
      };
      const row = await thingRow(editor.document.uri, 'XX市');
      await vscode.commands.executeCommand(command, row, { ask });
      assert.equal(editor.document.getText(), OPEN.replace('同志们', '各位同志'));
    });
  }

  it('refuses a row of the list that the text has left behind', async () => {
    const editor = await openText(OPEN);
    await leftOnce(editor.document.uri, 3);
    const row = await thingRow(editor.document.uri, 'XX市');
    await replaceText(editor, '在XX市', '在全省XX市');
    const ask: Ask = () => Promise.reject(new Error('must not be asked'));
    await vscode.commands.executeCommand('hegao.fillEntity', row, { ask });
    assert.equal(editor.document.getText(), OPEN.replace('在XX市', '在全省XX市'));
  });

  it('offers what another draft of the same text has', async () => {
    const uri = await write('待补/水利讲话.txt', OPEN);
    await write('待补/水利讲话（定稿）.txt', FILLED);
    await openFile('待补/水利讲话.txt');
    await leftOnce(uri, 3);
    let offered: unknown;
    const ask: Ask = async ({ offers }) => {
      offered = await offers;
      return undefined;
    };
    await vscode.commands.executeCommand('hegao.fillEntity', await thingRow(uri, 'xx公里'), {
      ask,
    });
    assert.deepEqual(offered, [{ text: '36公里', from: '待补/水利讲话（定稿）.txt' }]);
  });

  it('drops what is to stay at once, and writes it down', async () => {
    const uri = await write('待补/保留讲话.txt', OPEN);
    written.push(workspaceUri(`待补/${IGNORE}`));
    await openFile('待补/保留讲话.txt');
    await leftOnce(uri, 3);
    const { list } = await api();
    await vscode.commands.executeCommand('hegao.keepPlaceholder', await thingRow(uri, 'XX市'));
    const file = list.file(uri);
    assert.equal(file && countOf(file), 1);
    const notes = await vscode.workspace.fs.readFile(workspaceUri(`待补/${IGNORE}`));
    assert.equal(new TextDecoder().decode(notes).match(/^- rule: placeholder-name$/gm)?.length, 2);
  });

  it('goes on to the next file of the list, and back', async () => {
    const uri = await write('待补/甲讲话.txt', OPEN);
    const next = await write('待补/乙讲话.txt', `${OPEN}　　请XX公司做好准备。\n`);
    const [first, second] = uri.path < next.path ? [uri, next] : [next, uri];
    for (const one of [second, first]) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(one), { preview: false });
      await leftOnce(one, one === next ? 4 : 3);
    }
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const last = editor.document.uri.toString() === next.toString() ? 'XX公司' : 'xx公里';
    const place = positionOf(editor, last);
    await cursorAt(editor, last);
    await selecting(
      editor,
      (selection) => selection.start.isEqual(place) && !selection.isEmpty,
      () => vscode.commands.executeCommand('hegao.nextPlaceholder'),
    );
    await vscode.commands.executeCommand('hegao.nextPlaceholder');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), second.toString());
    await vscode.commands.executeCommand('hegao.previousPlaceholder');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), first.toString());
  });

  it('holds the files that 检查占位符 looked at, until they are filled in', async () => {
    const uri = await write('待补/便条.txt', OPEN);
    const { list } = await api();
    await vscode.commands.executeCommand('hegao.checkPlaceholders');
    assert.ok(list.files().length > 1);
    const file = list.file(uri);
    assert.equal(file && countOf(file), 3);
    assert.equal(file?.version, undefined);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(FILLED));
    await leftOnce(uri, 0);
  });

  it('opens the sample draft', async () => {
    await vscode.commands.executeCommand('hegao.openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'hegao-speech');
    const { list } = await api();
    await eventually(
      (listener) => list.onDidChange(listener),
      () => (list.total() > 5 ? true : undefined),
      () => `left: ${list.total()}`,
    );
  });
});
