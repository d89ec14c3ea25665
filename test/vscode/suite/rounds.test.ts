import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, eventually, findingsOnce, openFile } from './helpers.ts';
import { ownFolder } from './own-folder.ts';

const OLD = [
  '在全县养老服务工作会议上的讲话',
  '同志们：',
  '一、看成绩',
  '今年建成养老驿站48家，老人吃饭不出村，群众看在眼里。',
  '二、抓落实',
  '要让48家养老驿站天天开门，件件有人管，月月有人查。',
  '这件事由临江县民政局牵头。',
  '',
].join('\n');
const NOW = OLD.replace('48家，', '52家，').replace('临江县民政局', '临江县民政局、财政局');

describe('与上一稿对比', () => {
  const { path, write } = ownFolder('两稿');

  it('lists by kind what differs, and a row goes to its place in the page with both', async () => {
    const earlier = await write('讲话稿（一稿）.txt', OLD);
    await write('讲话稿（二稿）.txt', NOW);
    const { document } = await openFile(path('讲话稿（二稿）.txt'));
    const count = await vscode.commands.executeCommand<number>('hegao.compareEarlier', {
      earlier: earlier.toString(),
    });
    const { changes } = await api();
    const { provider } = changes;
    const below = async (node?: Parameters<typeof provider.getTreeItem>[0]) =>
      (await provider.getChildren(node)) ?? [];
    const kinds = await below();
    const labels = await Promise.all(
      kinds.map(async (kind) => (await provider.getTreeItem(kind)).label as string),
    );
    assert.equal(labels[0], '数据');
    assert.equal(count, (await Promise.all(kinds.map(below))).flat().length);
    const [figure] = await below(kinds[0]);
    assert.ok(figure);
    const row = await provider.getTreeItem(figure);
    assert.match(String(row.label), /^改 .*“48家” → “52家”$/);
    assert.equal(row.description, '一、第1段');

    assert.ok(row.command);
    await vscode.commands.executeCommand(row.command.command, ...(row.command.arguments ?? []));
    await eventually(
      (listener) => vscode.window.onDidChangeTextEditorSelection(listener),
      () => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document === document && document.getText(editor.selection) === '52家'
          ? true
          : undefined;
      },
      () => `in front: ${vscode.window.activeTextEditor?.document.uri}`,
    );
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff, 'both versions are in front');
    assert.equal(tab.label, '讲话稿（一稿）.txt ↔ 讲话稿（二稿）.txt');
  });

  it('shows where a figure was left as it was, and the quick fix puts it right', async () => {
    const earlier = await write('讲话稿（一稿）.txt', OLD);
    await write('讲话稿（二稿）.txt', NOW);
    const { document } = await openFile(path('讲话稿（二稿）.txt'));
    const isHalf = ({ code }: vscode.Diagnostic) => code === 'half-updated';
    await vscode.commands.executeCommand('hegao.compareEarlier', { earlier: earlier.toString() });
    const half = (await findingsOnce(document.uri, (all) => all.some(isHalf))).find(isHalf);
    assert.ok(half);
    assert.deepEqual([half.range.start.line, document.getText(half.range)], [5, '48家']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      half.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ title }) => /52家/.test(title));
    assert.ok(fix?.edit, `quick fixes: ${actions.map(({ title }) => title).join(' / ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.lineAt(5).text, '要让52家养老驿站天天开门，件件有人管，月月有人查。');
    await findingsOnce(document.uri, (all) => !all.some(isHalf));
  });

  it('has an empty list where nothing differs', async () => {
    const earlier = await write('讲话稿（一稿）.txt', OLD);
    await write('讲话稿（二稿）.txt', OLD);
    await openFile(path('讲话稿（二稿）.txt'));
    const { changes } = await api();
    assert.equal(
      await vscode.commands.executeCommand('hegao.compareEarlier', { earlier: earlier.toString() }),
      0,
    );
    assert.deepEqual(await changes.provider.getChildren(), []);
    assert.ok(changes.shown());
  });
});
