import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, openText, workspaceUri } from './helpers.ts';

const TEXT = '在防汛工作会议上的讲话\n同志们：\n今年，全县粮食产量增长xx.x%，农民收入继续提高。\n';
const IN_BROWSER = vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;

describe('生成核稿意见表', () => {
  const made: vscode.Uri[] = [];
  const make = async (name: string): Promise<number | undefined> => {
    const file = workspaceUri(name);
    made.push(file);
    return vscode.commands.executeCommand<number | undefined>('hegao.makeOpinions', { file });
  };
  const read = async (name: string) => vscode.workspace.fs.readFile(workspaceUri(name));
  const exists = (file: vscode.Uri) =>
    vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
  afterEach(async () => {
    await closeAll();
    for (const file of made.splice(0)) if (await exists(file)) await vscode.workspace.fs.delete(file);
  });

  it('writes a table of what was found', async () => {
    await openText(TEXT);
    assert.equal(await make('意见表.csv'), 1);
    const table = new TextDecoder().decode(await read('意见表.csv'));
    assert.match(table, /^序号,位置,原文,问题,建议,采纳情况\r?\n1,.*第1段.*,xx\.x%/);
    assert.equal(await make('意见表.md'), 1);
    assert.match(new TextDecoder().decode(await read('意见表.md')), /^# 核稿意见表\n[\s\S]*xx\.x%/);
  });

  it('writes it as a Word file, or says that a browser cannot', async () => {
    const { document } = await openText(TEXT);
    const count = await make('意见表.docx');
    if (!IN_BROWSER) {
      assert.equal(count, 1);
      assert.deepEqual([...(await read('意见表.docx')).slice(0, 2)], [0x50, 0x4b]);
      return;
    }
    assert.equal(count, undefined);
    assert.equal(await exists(workspaceUri('意见表.docx')), false);
    const client = await (await api()).session.client();
    const answer = await client?.sendRequest<{ readonly message?: string }>('hegao/opinions', {
      uri: document.uri.toString(),
      format: 'docx',
    });
    assert.equal(answer?.message, '这里不能写 Word 文件，请存为 CSV 或 Markdown。');
  });

  it('writes nothing of a classified draft', async () => {
    await openText(`机密★1年\n${TEXT}`);
    assert.equal(await make('意见表.csv'), undefined);
    assert.equal(await exists(workspaceUri('意见表.csv')), false);
  });
});
