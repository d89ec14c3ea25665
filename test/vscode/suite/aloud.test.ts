import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, eventually, openText, replaceText } from './helpers.ts';

const TEXT = '在睢县工作会议上的讲话\n同志们：\n一、抓紧\n增长8.5%<b>。\n二、抓好\n2025年见效。\n';

describe('念稿', () => {
  afterEach(closeAll);

  it('the status bar tells how long the draft takes, or what is selected', async () => {
    const editor = await openText(TEXT);
    const { timeBar } = await api();
    // Another draft may take as long: the sections tell that it is this one.
    const once = (wanted: string) =>
      eventually(
        (listener) => timeBar.onDidChange(listener),
        () => (timeBar.text() === wanted && /一、抓紧：约\d秒/.test(timeBar.tooltip()) ? wanted : undefined),
        () => `the status bar shows ${timeBar.text()} and tells ${timeBar.tooltip()}`,
      );
    await once('念稿约7秒');
    editor.selection = new vscode.Selection(3, 0, 3, 6);
    await once('选中约2秒');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await once('念稿约7秒');
  });

  it('the preview shows a reading copy, follows edits, and is saved as a page', async () => {
    const editor = await openText(TEXT);
    const { uri } = editor.document;
    await vscode.commands.executeCommand('hegao.print');
    const { readingCopies } = await api();
    const once = (wanted: RegExp) =>
      eventually(
        (listener) => readingCopies.onDidChange(listener),
        () => (wanted.test(readingCopies.shown(uri) ?? '') ? true : undefined),
        () => `the preview shows ${readingCopies.shown(uri)}`,
      );
    await once(/<ruby>睢<rt>suī<\/rt><\/ruby>/);
    assert.match(readingCopies.shown(uri)!, /default-src 'none'; style-src 'nonce-/);
    assert.doesNotMatch(readingCopies.shown(uri)!, /<b>/);
    await replaceText(editor, '8.5%', '9.5%');
    await once(/9\.5%/);
    const target = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '念稿-存.html');
    try {
      await vscode.commands.executeCommand('hegao.savePrint', target);
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.match(page, /9\.5%/);
      assert.doesNotMatch(page, /<script/);
    } finally {
      await vscode.workspace.fs.delete(target);
    }
  });
});
