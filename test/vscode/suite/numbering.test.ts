import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, cursorAt, eventually, findingsOnce, openText, replaceText, ruleIds } from './helpers.ts';

const HEADINGS = ['总结去年工作', '抓好春耕备耕', '修好田间水利', '加强组织领导', '严肃工作纪律'];
const BODY = '各乡镇要早动手、早安排，把责任落实到人，把服务送到田间地头。';

/** A speech whose headings carry the given numbers. */
function speech(numbers: string): string {
  const parts = [...numbers].map((number, index) => `${number}、${HEADINGS[index]}\n${BODY}\n`);
  return `在春耕现场会上的讲话\n\n同志们：\n\n下面，我讲几点意见。\n\n${parts.join('\n')}`;
}

function numbersIn(document: vscode.TextDocument): string {
  return [...document.getText().matchAll(/^([一二三四五])、/gm)].map((match) => match[1]).join('');
}

describe('序号', () => {
  afterEach(closeAll);

  it('offers a quick fix for a gap, which renumbers the level', async () => {
    const { document } = await openText(speech('一二四五'));
    const isGap = ({ code }: vscode.Diagnostic) => code === 'numbering-gap';
    const gap = (await findingsOnce(document.uri, (all) => all.some(isGap))).find(isGap);
    assert.ok(gap);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      gap.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((action) => action.edit !== undefined && /序号|编号|改为/.test(action.title));
    assert.ok(fix?.edit, `quick fixes: ${actions.map((action) => action.title).join(' / ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(numbersIn(document), '一二三四');
    await findingsOnce(document.uri, (all) => all.every((one) => one.code !== 'numbering-gap'));
  });

  it('renumbers the level after a heading was deleted, and nothing else', async () => {
    const editor = await openText(speech('一二三四五'));
    const { document } = editor;
    const removed = `二、${HEADINGS[1]}\n${BODY}\n\n`;
    await replaceText(editor, removed, '');
    await findingsOnce(document.uri, (all) => all.some((one) => one.code === 'numbering-gap'));
    const expected = document
      .getText()
      .replace(/^三、/m, '二、')
      .replace(/^四、/m, '三、')
      .replace(/^五、/m, '四、');

    await cursorAt(editor, HEADINGS[2] ?? '');
    await vscode.commands.executeCommand('hegao.renumber');
    await eventually(
      (listener) => vscode.workspace.onDidChangeTextDocument(listener),
      () => (document.getText() === expected ? true : undefined),
      () => document.getText(),
    );
    await findingsOnce(document.uri, () => !ruleIds(document.uri).includes('numbering-gap'));

    await vscode.commands.executeCommand('undo');
    assert.equal(numbersIn(document), '一三四五');
  });

  it('leaves a level that is in order as it is', async () => {
    const editor = await openText(speech('一二三'));
    const before = editor.document.getText();
    await cursorAt(editor, HEADINGS[1] ?? '');
    await vscode.commands.executeCommand('hegao.renumber');
    assert.equal(editor.document.getText(), before);
    assert.equal(editor.document.version, 1);
  });
});
