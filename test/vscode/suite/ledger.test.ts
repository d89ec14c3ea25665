import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LedgerRow } from '../../../client/src/ledger/row.ts';
import { api, closeAll, eventually, openText, positionOf, replaceText } from './helpers.ts';

const TEXT = [
  '在全县经济工作会议上的讲话',
  '（2024年12月20日）',
  '同志们：',
  '一、今年的成绩',
  '今年，全县固定资产投资完成1.2亿元，增长7%，<b>特色</b>产业园区产值3亿元。',
  '二、存在的问题',
  '今年，全县固定资产投资12000万元，利润总额下降3.1%。',
  '',
].join('\n');

/** Resolves with the rows on the page as soon as they are as wanted. */
async function rowsOnce(wanted: (rows: readonly LedgerRow[]) => boolean): Promise<readonly LedgerRow[]> {
  const { ledger } = await api();
  return eventually(
    (listener) => ledger.onDidChange(listener),
    () => {
      const shown = ledger.shown();
      return shown !== undefined && wanted(shown.rows) ? shown.rows : undefined;
    },
    () => `the ledger shows ${JSON.stringify(ledger.shown())}`,
  );
}

const values = (rows: readonly LedgerRow[]) => rows.map(({ value, unit }) => value + unit);

describe('数据台账', () => {
  afterEach(closeAll);

  it('shows the figures of the draft, and follows edits', async () => {
    const editor = await openText(TEXT);
    await vscode.commands.executeCommand('hegao.showLedger');
    const rows = await rowsOnce((all) => all.length === 5);
    assert.deepEqual(values(rows), ['1.2亿元', '7%', '3亿元', '12000万元', '-3.1%']);
    assert.deepEqual(
      [rows[0]?.indicator, rows[0]?.period, rows[0]?.where, rows[0]?.mentions],
      ['固定资产投资', '2024年', '一、第1段', 2],
    );
    await replaceText(editor, '7%', '8%');
    await rowsOnce((all) => values(all)[1] === '8%');
    await replaceText(editor, '，利润总额下降3.1%', '');
    await rowsOnce((all) => all.length === 4);
  });

  it('shows another draft when that is in front', async () => {
    await openText(TEXT);
    await vscode.commands.executeCommand('hegao.showLedger');
    await rowsOnce((all) => all.length === 5);
    await openText('同志们：\n全市财政收入完成8亿元。\n');
    await rowsOnce((all) => values(all).join() === '8亿元');
  });

  it('copies what it shows as CSV', async () => {
    await openText(TEXT);
    await vscode.commands.executeCommand('hegao.showLedger');
    await rowsOnce((all) => all.length === 5);
    assert.equal(await vscode.commands.executeCommand('hegao.copyLedger'), 5);
    const lines = (await vscode.env.clipboard.readText()).split('\r\n');
    assert.equal(lines[0], '指标,范围,时期,类别,口径,数值,单位,出处,同一数据,口径表,原文');
    assert.match(lines[1] ?? '', /^固定资产投资,[^,]*,2024年,总量,,1\.2,亿元,一、第1段,2处,,1\.2亿元$/);
    assert.equal(lines.length, 7);
  });

  it('finds the mentions of a figure, and renames them together', async () => {
    const editor = await openText(TEXT);
    const { uri } = editor.document;
    await rowsOnce((all) => all.length === 5);
    const position = positionOf(editor, '1.2亿元');
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      position,
    );
    assert.deepEqual(
      references.map(({ range }) => editor.document.getText(range)),
      ['1.2亿元', '12000万元'],
    );
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      position,
      '1.3亿元',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(
      editor.document.getText(),
      TEXT.replace('1.2亿元', '1.3亿元').replace('12000万元', '13000万元'),
    );
  });
});
