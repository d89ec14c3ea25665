import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { ledgerCsv } from '../../client/src/ledger/csv.ts';
import { isFromPage } from '../../client/src/ledger/messages.ts';
import { COLUMNS, type ColumnId, type LedgerRow, nextSort, shownRows } from '../../client/src/ledger/row.ts';

function row(of: Partial<LedgerRow>): LedgerRow {
  const empty = { id: '', indicator: '', scope: '', period: '', kind: '', basis: '', value: '', unit: '' };
  return { ...empty, where: '', mentions: 1, ledger: '', differs: false, amount: null, text: '', ...of };
}

const ROWS = [
  row({ indicator: '粮食产量', value: '12', unit: '万吨', amount: 120_000, mentions: 2, scope: '全县' }),
  row({ indicator: '机收率', value: 'xx.x', unit: '%' }),
  row({ indicator: '财政收入', value: '3000', unit: '元', amount: 3000, mentions: 11, scope: '全省' }),
];

describe('ledger: rows', () => {
  const names = (order: readonly number[]) => order.map((index) => ROWS[index]!.indicator);
  const sorted = (column: ColumnId, descending = false) => names(shownRows(ROWS, '', { column, descending }));

  it('stand in the order of the text until a column is chosen, and again after the third time', () => {
    assert.deepEqual(shownRows(ROWS, '', undefined), [0, 1, 2]);
    const up = nextSort(undefined, 'value');
    const down = nextSort(up, 'value');
    assert.deepEqual([up?.descending, down?.descending, nextSort(down, 'value')], [false, true, undefined]);
    assert.deepEqual(nextSort(down, 'unit'), { column: 'unit', descending: false });
  });

  it('are sorted by what a column means, what is empty last', () => {
    assert.deepEqual(sorted('value'), ['财政收入', '粮食产量', '机收率']);
    assert.deepEqual(sorted('value', true), ['粮食产量', '财政收入', '机收率']);
    assert.deepEqual(sorted('mentions', true), ['财政收入', '粮食产量', '机收率']);
    assert.deepEqual(sorted('indicator'), ['财政收入', '机收率', '粮食产量']);
    assert.deepEqual(sorted('scope', true).at(-1), '机收率');
    for (const { id } of COLUMNS)
      assert.equal(shownRows(ROWS, '', { column: id, descending: true }).length, 3);
  });

  it('are filtered by every word in any cell', () => {
    assert.deepEqual(names(shownRows(ROWS, ' 全县 万吨 ', undefined)), ['粮食产量']);
    assert.deepEqual(names(shownRows(ROWS, '全县 元', undefined)), []);
    assert.deepEqual(names(shownRows(ROWS, '11处', undefined)), ['财政收入']);
  });
});

describe('ledger: CSV', () => {
  it('says what the table says, and gives a spreadsheet nothing to run', () => {
    const nasty = row({
      indicator: '=HYPERLINK("http://x")',
      scope: '甲县,乙县',
      value: '-3.1',
      unit: '%',
      text: '下降\n"3.1%"',
      mentions: 2,
    });
    const csv = ledgerCsv([nasty, row({ kind: '-增减', period: '@上半年' })]);
    const { data } = Papa.parse<string[]>(csv.trimEnd());
    assert.deepEqual(data[0], [...COLUMNS.map(({ title }) => title), '原文']);
    assert.deepEqual(data[1], [
      '\'=HYPERLINK("http://x")',
      '甲县,乙县',
      ...['', '', '', '-3.1', '%', '', '2处', '', '下降\n"3.1%"'],
    ]);
    assert.deepEqual(data[2], ['（没有把握）', '', "'@上半年", "'-增减", '', '', '', '', '1处', '', '']);
    assert.equal(csv.split('\r\n').length, 4);
  });
});

describe('ledger: messages of the page', () => {
  it('are taken only when they are whole', () => {
    assert.ok(isFromPage({ type: 'go', list: 1, index: 0 }));
    assert.ok(isFromPage({ type: 'shown', list: 1, order: [0], filter: '' }));
    for (const other of [
      null,
      'go',
      { type: 'go', index: '0' },
      { type: 'shown', order: [] },
      { type: 'run' },
    ])
      assert.ok(!isFromPage(other), JSON.stringify(other));
  });
});
