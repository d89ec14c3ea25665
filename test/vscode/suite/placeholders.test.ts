import * as vscode from 'vscode';
import {
  api,
  closeAll,
  cursorAt,
  eventually,
  findingsOnce,
  openText,
  replaceText,
  selecting,
} from './helpers.ts';

const TEXT =
  '同志们：\n\n今年全县粮食产量增长xx.x%，农民收入增长X%。\n\n会议定于x月xx日召开，请各乡镇提前做好准备。\n';

/** Runs a command again and again; each time it must select the next of the expected texts. */
async function visits(
  editor: vscode.TextEditor,
  command: string,
  expected: readonly string[],
): Promise<void> {
  for (const text of expected) {
    await selecting(
      editor,
      (selection) => editor.document.getText(selection) === text,
      () => vscode.commands.executeCommand(command),
    );
  }
}

async function statusShows(text: string | undefined): Promise<void> {
  const { statusBar } = await api();
  await eventually(
    (listener) => statusBar.onDidChange(listener),
    () => (statusBar.text() === text ? true : undefined),
    () => `the status bar shows ${statusBar.text()}`,
  );
}

describe('待补', () => {
  afterEach(closeAll);

  it('goes from one placeholder to the next, and round to the first', async () => {
    const editor = await openText(TEXT);
    await visits(editor, 'hegao.nextPlaceholder', ['xx.x%', 'X%', 'x月xx日', 'xx.x%']);
  });

  it('goes back from one placeholder to the one before it, and round to the last', async () => {
    const editor = await openText(TEXT);
    await cursorAt(editor, '农民收入');
    await visits(editor, 'hegao.previousPlaceholder', ['xx.x%', 'x月xx日', 'X%']);
  });

  it('counts them in the status bar while they are filled in', async () => {
    const editor = await openText(TEXT);
    await statusShows('待补 3 处');
    await replaceText(editor, 'xx.x%', '6.5%');
    await statusShows('待补 2 处');
    await replaceText(editor, 'X%', '7.1%');
    await replaceText(editor, 'x月xx日', '3月12日');
    await statusShows('待补 0 处');
    await findingsOnce(editor.document.uri, (all) => all.length === 0);
  });

  it('shows no count for a file that is not checked', async () => {
    await openText(TEXT);
    await statusShows('待补 3 处');
    await openText('增长xx.x%\n', 'plaintext');
    await statusShows(undefined);
  });
});
