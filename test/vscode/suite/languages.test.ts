import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, findings, findingsOnce, openFile, openText, workspaceUri } from './helpers.ts';

const NAMES = [
  ...[
    '讲话',
    '讲稿',
    '致辞',
    '致词',
    '贺词',
    '报告',
    '主持词',
    '发言',
    '党课',
    '述职',
    '动员',
    '部署',
    '汇报',
  ].map((word) => `关于春耕的${word}（三稿）.txt`),
  '春耕.speech',
  '春耕.讲稿',
];

function configured(): unknown {
  return vscode.workspace.getConfiguration('hegao').inspect('languages')?.workspaceValue;
}

describe('语言', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace
      .getConfiguration('hegao')
      .update('languages', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('takes a file for a speech by its name', async () => {
    const folder = workspaceUri('文件名');
    const languages: Record<string, string> = {};
    for (const name of [...NAMES, '便函.txt']) {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('同志们：\n'));
      languages[name] = (await vscode.workspace.openTextDocument(uri)).languageId;
    }
    await vscode.workspace.fs.delete(folder, { recursive: true });
    assert.deepEqual(languages, {
      ...Object.fromEntries(NAMES.map((name) => [name, 'hegao-speech'])),
      '便函.txt': 'plaintext',
    });
  });

  it('leaves other text files alone until 按讲话稿检查当前文件', async () => {
    await vscode.workspace.fs.writeFile(
      workspaceUri('接待情况.txt'),
      new TextEncoder().encode('接待群众xxx人次。\n'),
    );
    const editor = await openFile('接待情况.txt');
    assert.equal(editor.document.languageId, 'plaintext');
    await vscode.commands.executeCommand('hegao.checkCurrentFile');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'hegao-speech');
    const found = await findingsOnce(editor.document.uri, (all) => all.length > 0);
    assert.deepEqual(
      found.map((one) => one.code),
      ['placeholder-number'],
    );
    assert.equal(configured(), undefined);
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri('接待情况.txt'));
  });

  it('makes a new unsaved document a speech', async () => {
    const { document } = await openText('接待群众xxx人次。\n', 'plaintext');
    await vscode.commands.executeCommand('hegao.checkCurrentFile');
    await findingsOnce(document.uri, (all) => all.length === 1);
  });

  it('takes Markdown into the workspace settings, and checks it without a reload', async () => {
    const { document } = await openFile('分送稿/座谈要点.md');
    await vscode.commands.executeCommand('hegao.checkCurrentFile');
    assert.deepEqual(configured(), ['hegao-speech', 'markdown']);
    assert.equal(document.languageId, 'markdown');
    const found = await findingsOnce(document.uri, (all) => all.length > 0);
    assert.deepEqual(
      found.map((one) => document.getText(one.range)),
      ['xx.x%'],
    );
  });

  it('follows hegao.languages in both directions without a reload, and never doubles a finding', async () => {
    const speech = await openText('会议定于x月xx日召开。\n');
    const plain = await openText('接待群众xxx人次。\n', 'plaintext');
    const settings = vscode.workspace.getConfiguration('hegao');
    await findingsOnce(speech.document.uri, (all) => all.length === 1);
    assert.deepEqual(findings(plain.document.uri), []);

    await settings.update('languages', ['hegao-speech', 'plaintext'], vscode.ConfigurationTarget.Workspace);
    await findingsOnce(plain.document.uri, (all) => all.length === 1);
    await findingsOnce(speech.document.uri, (all) => all.length === 1);

    await settings.update('languages', ['hegao-speech'], vscode.ConfigurationTarget.Workspace);
    await findingsOnce(plain.document.uri, (all) => all.length === 0);
    await findingsOnce(speech.document.uri, (all) => all.length === 1);
  });

  it('asks no workspace diagnostics of the server', async () => {
    const client = await (await api()).session.client();
    const provider = client?.initializeResult?.capabilities.diagnosticProvider;
    assert.equal(provider?.workspaceDiagnostics, false);
  });
});
