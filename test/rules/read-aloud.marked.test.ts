import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/edit.ts';
import readAloud from '../../server/src/rules/read-aloud.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const fixed = (text: string): string =>
  applyEdits(
    text,
    findingsOf(readAloud, text).flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );

/** As written, and as it can be read out. */
const CASES: readonly (readonly [string, string])[] = [
  ['示范区-7.9%', '示范区下降7.9%'],
  ['示范区－7.9％', '示范区下降7.9％'],
  ['出口同比增长-3.6%', '出口同比下降3.6%'],
  ['工业增速-0.5%', '工业增速为负0.5%'],
  ['涨幅为-0.2个百分点', '涨幅为负0.2个百分点'],
  ['PPI-2.2%', 'PPI下降2.2%'],
  ['气温降到-12℃', '气温降到零下12摄氏度'],
  ['1-8月', '1至8月'],
  ['1—8月', '1至8月'],
  ['上半年1～6月', '上半年1至6月'],
  ['2021-2025年', '2021至2025年'],
  ['培育3-5个', '培育3至5个'],
  ['补贴100万-200万元', '补贴100万至200万元'],
  ['预计5~10%', '预计5%至10%'],
  ['预计4.5%-5%', '预计4.5%至5%'],
  ['时间8:30-11:30', '时间8:30至11:30'],
  ['2×66万千瓦', '2台66万千瓦'],
  ['展板3×8米', '展板3乘8米'],
  ['合格率≥95%', '合格率不低于95%'],
  ['浓度≤35微克', '浓度不高于35微克'],
  ['产值＞10亿元', '产值超过10亿元'],
  ['误差±5厘米', '误差正负5厘米'],
  ['服务300+家', '服务300多家'],
  ['No.1、№2', '第1、第2'],
  ['建筑面积120㎡，占地3km²', '建筑面积120平方米，占地3平方公里'],
  ['发电3.5万kWh，线路5km', '发电3.5万千瓦时，线路5公里'],
];

describe('read-aloud', () => {
  for (const [written, read] of CASES)
    it(`${written} → ${read}`, () => {
      assert.equal(fixed(written), read);
      assert.deepEqual(findingsOf(readAloud, read), []);
      assert.equal(read.replace(/\D/g, ''), written.replace(/\D/g, ''));
    });

  for (const sentence of [
    '各县〖/〗区、经开区要抓紧，产值由3亿元〖→〗5亿元。',
    '“4×4”产业体系，“1+3”布局，“互联网+”、10+X、5+2、“数据要素×”行动。',
    '中国—东盟合作，北京—上海高铁，——抓好落实。2025年，A-1地块，K12-15。',
    '《2021-2025年规划》《GB/T 9704-2012》，国发〔2026〕3号，县政办发〔2025〕12号。',
    '电话0931-8123456、0931-8123456号，编号12-3-5，2025-01-05，网址https://a.cn/1-2个。',
    '每吨600元/吨，35微克/立方米，2.3人/户，200元/平方米，3次/年，占1/3，比例3:2。',
    '5℃，5G，4K，PM2.5，R&D经费，PX项目，H5，EI/SCI，3D打印，No problem。',
    '| 项目 | 1-8月 | -7.9% |',
    '项目｜1-8月｜-7.9%',
    '增长xx.x%，1-x月，-x%，20xx-20xx年。',
    '下降-7.9%，100万-5%，第5-3号，提高5%。',
    '1至8月，下降7.9%，零下12摄氏度，由3%提高到5%。',
  ])
    it(sentence, () => assertMarked(readAloud, sentence));

  it('has no fix where only the writer knows', () => {
    for (const { fixes, message } of findingsOf(readAloud, '各县/区由3亿元→5亿元。')) {
      assert.deepEqual(fixes, []);
      assert.match(message, /念不出来/);
    }
  });
});
