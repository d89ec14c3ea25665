import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile, replaceText, workspaceUri } from './helpers.ts';
import { ownFolder } from './own-folder.ts';

const SPEECH =
  '在临江市防汛会上的讲话\n同志们：\n昨天，我和马春林同志到沙洋县看了大堤，今年已投入12.6亿元。\n';

describe('脱敏稿', () => {
  const { path, write, read, names } = ownFolder('脱敏');

  it('masks a draft beside it, with its key apart; the edited copy is restored', async () => {
    await write('讲话.txt', SPEECH);
    await openFile(path('讲话.txt'));
    await vscode.commands.executeCommand('hegao.maskDraft', { what: ['names', 'places'] });
    assert.deepEqual(await names(), ['讲话.key.json', '讲话.txt', '讲话_脱敏.txt'].sort());
    assert.equal(await read('讲话.txt'), SPEECH);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.uri.path.split('/').at(-1), '讲话_脱敏.txt');
    assert.doesNotMatch(editor.document.getText(), /临江|马春林|沙洋/);
    assert.match(editor.document.getText(), /12\.6亿元/);
    assert.match(await read('讲话.key.json'), /马春林/);

    await replaceText(editor, '昨天，', '昨天下午，');
    const key = workspaceUri(path('讲话.key.json'));
    await vscode.commands.executeCommand('hegao.unmaskDraft', { key });
    const restored = vscode.window.activeTextEditor?.document;
    assert.equal(restored?.isUntitled, true);
    assert.equal(restored?.getText(), SPEECH.replace('昨天，', '昨天下午，'));
  });

  it('writes over nothing', async () => {
    await write('讲话.txt', SPEECH);
    await write('讲话.key.json', '另一把');
    await openFile(path('讲话.txt'));
    await vscode.commands.executeCommand('hegao.maskDraft', { what: ['names', 'places'] });
    assert.deepEqual(await names(), ['讲话.key.json', '讲话.txt'].sort());
    assert.equal(await read('讲话.key.json'), '另一把');
  });

  it('masks no classified draft', async () => {
    await write('讲话.txt', `机密★1年\n${SPEECH}`);
    await openFile(path('讲话.txt'));
    await vscode.commands.executeCommand('hegao.maskDraft', { what: ['names', 'places'] });
    assert.deepEqual(await names(), ['讲话.txt']);
  });
});
