import assert from 'node:assert/strict';
import { readLedger } from '../../server/src/config/ledger-csv.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import rule from '../../server/src/rules/metric-ledger.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, findingsOf, readMarked } from '../support/marked.ts';

const LEDGER = `指标,范围,时期,类别,数值,单位,来源
GDP,全市,2024年上半年,总量,321.56,亿元,市统计局
GDP,全市,2024年1-6月,增速,6.3,%,市统计局
社零,全市,2024年上半年,,5.8,%,
地区生产总值,清河县,2024年上半年,总量,"28,600",万元,县统计局
规上工业增加值增速,我市,2024年,目标,8,%,政府工作报告
全市税收收入,,2024年上半年,,-3.1,%,
进出口总额,全市,2024年上半年,总量,12.3,亿元,海关
进出口总额,全市,2024年上半年,总量,12.9,亿元,商务局
城镇调查失业率,全市,2024年6月,,5.1,%,
常住人口城镇化率,全市,2023年,,58.2,%,
制造业投资占固定资产投资比重,全市,2024年上半年,,31.2,%,
高新技术企业,全市,2024-06,数量,234,家,科技局
政府债务余额,,,总量,88.2,亿元,
粮食总产量,全市,2023年,,46.2,万吨,
`;
const read = readLedger(LEDGER);
const options = 'value' in read ? { rows: read.value } : {};
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

const FRONT = '在全市经济运行分析会上的讲话\n（2024年7月20日）\n同志们：\n';
const dated = (line: string): string => FRONT + line.replaceAll('⏎', '\n');

const REPORTED = `
上半年，全市实现地区生产总值〖312.56亿元〗。
上半年，地区生产总值增长〖6.8%〗。
今年上半年，全市生产总值〖约280亿元〗。
1—6月，全市GDP〖突破330亿元〗。
今年以来形势平稳。1—6月，全市GDP〖近300亿元〗，社会消费品零售总额同比增长〖8.5%〗。
上半年，清河县实现地区生产总值〖2.68亿元〗，平阳县实现31亿元。
今年，全市规上工业增加值力争增长〖9%以上〗。
上半年，全市税收收入下降〖1.3%〗。
6月，全市城镇调查失业率〖5.4%〗。
2023年，全市常住人口城镇化率达到〖58.4%〗。
上半年，全市制造业投资占固定资产投资的〖32.1%〗。
目前，全市政府债务余额〖82.8亿元〗。
2023年，全市粮食总产量〖426万吨〗。
`;

const SILENT = `
上半年，全市实现地区生产总值321.56亿元，增长6.3%。
上半年，全市实现地区生产总值321.6亿元，321亿元也是常见的写法。
上半年，全市实现地区生产总值321.5亿元。
上半年，全市地区生产总值3215600万元，约320亿元，超320亿元，近330亿元。
上半年，全国地区生产总值增长5.0%，全省地区生产总值增长5.6%。
上半年，平阳县地区生产总值增长7.1%。
上半年，清河县实现地区生产总值2.86亿元，增长7.2%。
上半年，清河县完成工业投资1.2亿元，地区生产总值增长9.9%。
去年上半年，全市地区生产总值增长5.1%，2023年增长5.5%。
一季度，全市地区生产总值增长7.7%，前三季度要增长6.5%。
上半年，全市进出口总额13.5亿元。
上半年，按可比口径计算，全市地区生产总值增长7.7%。
上半年，全市地区生产总值环比增长1.2%，两年平均增长4.4%。
上半年，全市地区生产总值增长xx.x%，社会消费品零售总额增长5%～6%。
上半年，全市制造业投资占工业投资的62.1%，制造业投资占民间投资的22.1%。
上半年，全市地区生产总值居全省第3位，增速居全省第12位。
上半年，全市地区生产总值初步核算为318.2亿元，按不变价计算增长7.7%。
上半年，社会消费品零售总额增长5.8%，其中，限额以上增长9.2%。
上半年，全市实现地区生产总值321.56亿元，其中规上企业完成120亿元，贡献完成98亿元。
上半年，全市实现地区生产总值321.56亿元，其中120亿元来自园区；其中累计达到98亿元。
要确保全年地区生产总值增长6.5%，规上工业增加值增长8%。
上半年，全市规上工业增加值增长7.1%，高新技术产业增加值增长11%。
全市政府债务余额88.2亿元，2022年末为79.9亿元。
2023年，全市粮食总产量462000吨，比上年增加1.2万吨。
上半年，清河县地区生产总值28599.7万元。
`;
const lines = (text: string): string[] => text.trim().split('\n');

describe('metric-ledger', () => {
  it('reads its own table', () => assert.equal('value' in read && (read.value as unknown[]).length, 14));
  describe('reported', () => {
    for (const line of lines(REPORTED)) it(line, () => assertMarked(rule, dated(line), words, options));
  });
  describe('silent', () => {
    for (const line of lines(SILENT)) it(line, () => assertMarked(rule, dated(line), words, options));
    it('without a table', () => assertMarked(rule, dated('上半年，全市实现地区生产总值1亿元。'), words));
  });

  const found = (text: string) => findingsOf(rule, text, words, 'text', options);
  it('says both values, the line of the table and who vouches for it', () => {
    const [finding] = found(dated('上半年，全市实现地区生产总值312.56亿元。'));
    assert.equal(
      finding!.message,
      '与口径表不一致：此处“312.56亿元”，口径表第2行（全市2024年上半年GDP，市统计局）为321.56亿元。请核对口径、时点后改正。',
    );
    assert.equal(finding!.severity, 'warning');
  });

  for (const [name, before, after] of [
    ['the unit', '上半年，全市实现地区生产总值3125600万元。', '上半年，全市实现地区生产总值3215600万元。'],
    ['the digits', '上半年，全市实现地区生产总值312.6亿元。', '上半年，全市实现地区生产总值321.6亿元。'],
    [
      'the commas',
      '上半年，全市实现地区生产总值3,125,600万元。',
      '上半年，全市实现地区生产总值3,215,600万元。',
    ],
    ['约', '上半年，全市实现地区生产总值约280亿元。', '上半年，全市实现地区生产总值约322亿元。'],
    ['下降', '上半年，全市税收收入下降1.3%。', '上半年，全市税收收入下降3.1%。'],
    ['the minus sign', '上半年，全市税收收入增长-1.3%。', '上半年，全市税收收入增长-3.1%。'],
  ] as const) {
    it(`offers the value of the table and keeps ${name} of the draft`, () => {
      const text = dated(before);
      const [fix] = found(text)[0]!.fixes;
      assert.equal(fix!.safety, 'suggestion');
      assert.equal(applyEdits(text, fix!.edits), dated(after));
      assert.deepEqual(found(dated(after)), []);
    });
  }

  for (const line of [
    '上半年，全市税收收入增长1.3%。',
    '1—6月，全市GDP突破330亿元。',
    '上半年，全市地区生产总值增长百分之五。',
  ]) {
    it(`leaves the wording to the writer: ${line}`, () =>
      assert.deepEqual(
        found(dated(line)).map(({ fixes }) => fixes),
        [[]],
      ));
  }

  it('only asks where the year is a guess, or a heading tells the period', () => {
    for (const marked of [
      '在全市经济运行分析会上的讲话\n同志们：\n上半年，全市地区生产总值增长〖6.8%〗。',
      '在全市经济运行分析会上的讲话\n（2024年7月20日）\n同志们：\n一、2024年上半年工作回顾\n全市地区生产总值增长〖6.8%〗。',
    ]) {
      assertMarked(rule, marked, words, options);
      assert.equal(found(readMarked(marked).text)[0]!.severity, 'info');
    }
  });

  it('takes a county for the owner of its own report, and no other', () => {
    const county = (place: string, value: string) =>
      `${place}2024年上半年工作汇报\n2024年上半年，全县实现地区生产总值${value}。`;
    assertMarked(rule, county('清河县', '〖2.68亿元〗'), words, options);
    assertMarked(rule, county('平阳县', '2.68亿元'), words, options);
  });
});
