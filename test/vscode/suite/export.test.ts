import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText, workspaceUri } from './helpers.ts';

const TEXT = '在甲会上的讲话\n同志们：\n今天的会议只有一个议题，就是防汛。\n';

describe('导出 Word', () => {
  const to = workspaceUri('导出的讲话.docx');
  const exists = () =>
    vscode.workspace.fs.stat(to).then(
      () => true,
      () => false,
    );
  afterEach(async () => {
    await closeAll();
    if (await exists()) await vscode.workspace.fs.delete(to);
  });

  it('writes the draft as it stands in the editor; the draft stays as it is', async () => {
    const { document } = await openText(TEXT);
    await vscode.commands.executeCommand('hegao.exportWord', { profile: 'gb9704', to });
    const bytes = await vscode.workspace.fs.readFile(to);
    assert.deepEqual([...bytes.slice(0, 2)], [...Buffer.from('PK')]);
    assert.equal(document.getText(), TEXT);
  });

  it('writes nothing of a classified draft', async () => {
    await openText(`机密★1年\n${TEXT}`);
    await vscode.commands.executeCommand('hegao.exportWord', { profile: 'gb9704', to });
    assert.equal(await exists(), false);
  });
});
