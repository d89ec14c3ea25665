import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { paragraph as p, wordFile } from '../../support/word-file.ts';
import { closeAll } from './helpers.ts';

describe('从 Word 导入', () => {
  afterEach(closeAll);

  it('opens the text as a new speech and leaves the file as it is', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, '导入.docx');
    const bytes = wordFile(p('在座谈会上的讲话') + p('同志们：') + p('上半年，全市工业投资增长xx.x%。'));
    await vscode.workspace.fs.writeFile(file, bytes);
    try {
      await vscode.commands.executeCommand('hegao.importWord', file);
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.getText(), '在座谈会上的讲话\n同志们：\n上半年，全市工业投资增长xx.x%。\n');
      assert.deepEqual([document?.isUntitled, document?.languageId], [true, 'hegao-speech']);
      assert.deepEqual([...(await vscode.workspace.fs.readFile(file))], [...bytes]);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
