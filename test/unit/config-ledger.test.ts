import assert from 'node:assert/strict';
import { readLedger } from '../../server/src/config/ledger-csv.ts';
import { createConfigLoader } from '../../server/src/config/loader.ts';
import type { LedgerRow } from '../../server/src/facts/ledger.ts';
import { decode } from '../../server/src/files/decode.ts';
import { rules } from '../../server/src/rules/index.ts';

const HEAD = '指标,范围,时期,类别,数值,单位,来源\n';

function rowsOf(text: string): readonly LedgerRow[] {
  const content = readLedger(text);
  assert.ok('value' in content, JSON.stringify(content));
  return content.value as readonly LedgerRow[];
}

function faultsOf(text: string): string[] {
  const content = readLedger(text);
  return 'faults' in content ? content.faults.map(({ line, message }) => `${line} ${message}`) : [];
}

const ROW: LedgerRow = {
  indicator: '地区生产总值',
  scope: '全市',
  period: '2024年',
  kind: 'level',
  value: '321.5',
  unit: '亿元',
  source: '市统计局',
  line: 2,
};

describe('a table of figures', () => {
  for (const [name, text] of [
    ['commas', `${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局\n`],
    ['tabs', `${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局\n`.replaceAll(',', '\t')],
    ['full-width commas', `${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局\n`.replaceAll(',', '，')],
    ['semicolons', `${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局\n`.replaceAll(',', ';')],
    [
      'line ends of Windows',
      `${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局\r\n`.replace('\n', '\r\n'),
    ],
    [
      'quotes around all',
      `${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局`.replace(/[^,\n]+/g, '"$&"'),
    ],
    ['spaces around cells', `${HEAD} 地区生产总值 ,全市, 2024年,总量 , 321.5,亿元, 市统计局`],
    ['a BOM', `\ufeff${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局`],
    [
      'columns in another order and with other names',
      '单位,数据,指标名称,报告期,地区,类型,出处,备注\n亿元,321.5,地区生产总值,2024年,全市,绝对值,市统计局,无',
    ],
    [
      'a second line of the same kind',
      `${HEAD}地区生产总值,全市,2024年,level,321.5,亿元,市统计局\n,,,,,,\n待定项,,,,,,\n`,
    ],
  ] as const) {
    it(`is read with ${name}`, () => assert.deepEqual(rowsOf(text), [ROW]));
  }

  it('keeps thousands commas in quotes, takes the % of a value for its unit, and signs', () => {
    const rows = rowsOf(
      `${HEAD}粮食总产量,,,,"12,345.6",吨,\n税收收入,,,,-3.1%,,\n出口总额,,,增幅,+8,%,"统计局,海关"`,
    );
    assert.deepEqual(
      rows.map(({ value, unit, kind, source }) => [value, unit, kind, source]),
      [
        ['12,345.6', '吨', '', ''],
        ['-3.1', '%', '', ''],
        ['+8', '%', 'growth', '统计局,海关'],
      ],
    );
  });

  it('counts lines as the file has them, whatever is left out and whatever a cell holds', () => {
    const text = `${HEAD}甲,,,,1,家,\n\n乙,,,,2,家,"市统计局\n快报"\n丙,,,,3,家,\n`;
    assert.deepEqual(
      rowsOf(text).map(({ indicator, line }) => [indicator, line]),
      [
        ['甲', 2],
        ['乙', 4],
        ['丙', 6],
      ],
    );
  });

  it('tells what is missing from the head', () => {
    assert.deepEqual(faultsOf('指标,范围\n甲,全市\n'), [
      '1 口径表第一行缺“数值”一栏；各栏为指标、范围、时期、类别、数值、单位、来源。',
    ]);
    assert.match(faultsOf('')[0]!, /缺“指标”、“数值”/);
  });

  it('tells each value that is none, by its line', () => {
    assert.deepEqual(faultsOf(`${HEAD}甲,,,,1,家,\n乙,,,,约2家,,\n丙,,,,"1,23",,\n`), [
      '3 数值应为一个数，不能是“约2家”；单位请写在“单位”一栏。',
      '4 数值应为一个数，不能是“1,23”；单位请写在“单位”一栏。',
    ]);
  });

  it('leaves a kind that it does not know to the unit: columns of this name hold other things too', () => {
    const rows = rowsOf(`${HEAD}甲,,,同比增速,1,%,\n乙,,,农业,1,%,\n`);
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['growth', ''],
    );
  });

  it('tells a quote that is never closed', () => {
    assert.match(faultsOf(`${HEAD}甲,,,,1,家,\n乙,,,,2,家,"市统计局\n丙,,,,3,家,\n`)[0]!, /^3 .*引号/);
  });
});

describe('the table that a configuration names', () => {
  const settle = (table: string | undefined, config = '{"metrics": {"ledger": "表/口径.csv"}}') =>
    createConfigLoader(
      rules,
      (file) => ({ '/a/.hegao.json': config, '/a/表/口径.csv': table })[file],
    ).settingsFor('/a/b/稿.txt');

  it('becomes the rows of the rule, its level unchanged', async () => {
    const { settings } = await settle(`${HEAD}地区生产总值,全市,2024年,总量,321.5,亿元,市统计局\n`);
    assert.deepEqual(settings!['metric-ledger'], { level: 'warning', options: { rows: [ROW] } });
  });

  it('is a problem of the table where the table is wrong, and of the configuration where there is none', async () => {
    const wrong = await settle(`${HEAD}甲,,,,一,家,\n`);
    assert.deepEqual(
      wrong.problems!.map(({ file, line, column }) => [file, line, column]),
      [['/a/表/口径.csv', 2, 1]],
    );
    const missing = await settle(undefined);
    assert.equal(missing.problems![0]!.file, '/a/.hegao.json');
    assert.match(missing.problems![0]!.message, /没有这个文件/);
  });

  it('may be in GB18030', () => {
    // 指标,数值\n投资,5\n
    const bytes = Uint8Array.from([
      0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0a, 0xcd, 0xb6, 0xd7, 0xca, 0x2c, 0x35, 0x0a,
    ]);
    const decoded = decode(bytes);
    assert.ok('text' in decoded);
    assert.deepEqual(
      rowsOf(decoded.text).map(({ indicator, value }) => [indicator, value]),
      [['投资', '5']],
    );
  });
});
