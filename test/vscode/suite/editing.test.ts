import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, cursorAt, eventually, findingsOnce, openText, positionOf } from './helpers.ts';

const SPEECH = [
  '在冬修水利现场会上的讲话',
  '',
  '同志们：',
  '',
  '下面，我讲三点意见。',
  '',
  '一、摸清工程家底',
  '（一）逐库排查险情',
  '水库、山塘、堤防要逐处查看，不留死角。',
  '（二）逐条建立台账',
  '查出的问题要记录在册，明确整改时限。',
  '二、抓好项目建设',
  '倒排工期，赶在汛期之前完工。',
  '三、落实管护责任',
  '每一处工程都要有人管、有钱修。',
  '',
].join('\n');

describe('调整层次', () => {
  afterEach(closeAll);

  it('升一级 raises the section at the cursor; one undo takes it back', () =>
    tryCommand('hegao.promoteSection', '逐条建立台账', (text) =>
      replaced(text, ['（二）逐条', '二、逐条'], ['二、抓好', '三、抓好'], ['三、落实', '四、落实']),
    ));

  it('降一级 lowers the section at the cursor; one undo takes it back', () =>
    tryCommand('hegao.demoteSection', '倒排工期', (text) =>
      replaced(text, ['二、抓好', '（三）抓好'], ['三、落实', '二、落实']),
    ));

  it('上移一节 moves the section up; one undo takes it back', () =>
    tryCommand('hegao.moveSectionUp', '记录在册', exchanged));

  it('下移一节 moves the section down; one undo takes it back', () =>
    tryCommand('hegao.moveSectionDown', '逐处查看', exchanged));

  it('重排全部序号 puts all levels in order; one undo takes it back', () =>
    tryCommand(
      'hegao.renumberAll',
      '管护责任',
      () => SPEECH,
      replaced(SPEECH, ['（二）', '（四）'], ['二、抓好', '三、抓好'], ['三、落实', '五、落实']),
    ));

  it('leaves the text alone where there is nothing to do', async () => {
    const editor = await openText(SPEECH);
    await cursorAt(editor, '摸清工程家底');
    await vscode.commands.executeCommand('hegao.promoteSection');
    await vscode.commands.executeCommand('hegao.moveSectionUp');
    await vscode.commands.executeCommand('hegao.renumberAll');
    assert.equal(editor.document.getText(), SPEECH);
    assert.equal(editor.document.version, 1);
  });
});

describe('随写随提示', () => {
  afterEach(closeAll);

  it('proposes the next number at Enter where the setting asks for it, and takes it back at the next Enter', async () => {
    const hegao = vscode.workspace.getConfiguration('hegao');
    await hegao.update('proposeNextNumber', true, vscode.ConfigurationTarget.Global);
    try {
      const editor = await openText('同志们：\n\n一、摸清工程家底');
      const { document } = editor;
      await findingsOnce(document.uri, () => true);
      await vscode.commands.executeCommand('cursorBottom');
      await enter(editor, '同志们：\n\n一、摸清工程家底\n二、');
      await vscode.commands.executeCommand('type', { text: '抓好项目建设' });
      await enter(editor, '同志们：\n\n一、摸清工程家底\n二、抓好项目建设\n三、');
      await enter(editor, '同志们：\n\n一、摸清工程家底\n二、抓好项目建设\n');
    } finally {
      await hegao.update('proposeNextNumber', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('shows behind a promise how many parts there are', async () => {
    const { document } = await openText(SPEECH.replace('三点', '四点'));
    await findingsOnce(document.uri, (all) => all.some(({ code }) => code === 'promised-count'));
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    assert.deepEqual(
      hints.map(({ label, position }) => [
        label,
        document.lineAt(position).text.slice(0, position.character),
      ]),
      [['实有三部分', '下面，我讲四点意见']],
    );
  });
});

/** Runs a command with the cursor on `place`; the text becomes as wanted, the cursor stays there, one undo restores all. */
async function tryCommand(
  command: string,
  place: string,
  wanted: (text: string) => string,
  text = SPEECH,
): Promise<void> {
  const editor = await openText(text);
  const { document } = editor;
  await cursorAt(editor, place);
  await vscode.commands.executeCommand(command);
  assert.equal(document.getText(), wanted(text));
  assert.ok(editor.selection.isEmpty);
  assert.deepEqual(editor.selection.active, positionOf(editor, place));
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), text);
  await vscode.commands.executeCommand('redo');
  assert.equal(document.getText(), wanted(text));
}

/** Presses Enter, and waits until the text is as wanted. */
async function enter({ document }: vscode.TextEditor, wanted: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text: '\n' });
  await eventually(
    (listener) => vscode.workspace.onDidChangeTextDocument(listener),
    () => (document.getText() === wanted ? true : undefined),
    () => JSON.stringify(document.getText()),
  );
}

function replaced(text: string, ...pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((all, [from, to]) => all.replace(from, to), text);
}

/** The two subsections of the first section in each other's place. */
function exchanged(text: string): string {
  const [both, first, second] = /（一）(.*?)（二）(.*?)(?=二、)/s.exec(text)!;
  return text.replace(both, `（一）${second}（二）${first}`);
}
