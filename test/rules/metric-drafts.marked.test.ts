import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { createWorkspace } from '../../server/src/engine/workspace.ts';
import type { DraftValue } from '../../server/src/facts/ledger/summary.ts';
import rule from '../../server/src/rules/metric-drafts.ts';
import { createDraftValues } from '../../server/src/rules/shared/draft-values.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked } from '../support/marked.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

/** Drafts parted by ｜, lines by ⏎. */
const REPORTED = `
2024年，清河县地区生产总值增长〖6.3%〗。｜会议材料⏎2024年1—12月，清河县GDP增长〖6.8%〗。
2024年上半年，清河县实现税收收入〖5.21亿元〗。｜会议材料⏎2024年1—6月，清河县税收收入〖52200万元〗。
2024年清河县政府工作报告⏎2024年，全县实现地区生产总值〖57.3亿元〗。｜市里的讲话⏎2024年，清河县地区生产总值〖53.7亿元〗。
清河县情况汇报⏎（2024年7月20日）⏎今年上半年，全县地区生产总值增长〖6.1%〗。｜主持词⏎2024年上半年，清河县地区生产总值增长〖6.7%〗。
2024年，全国地区生产总值增长〖5.0%〗。｜会议材料⏎2024年，全国地区生产总值增长〖5.2%〗。
在全市秋季经济工作会上的讲话⏎2024年，全市地区生产总值增长〖6.3%〗，税收收入增长2.1%，固定资产投资增长3.3%。｜在全市秋季经济工作会上的讲话（修改稿）⏎2024年，全市地区生产总值增长〖6.8%〗，税收收入增长2.1%，固定资产投资增长3.3%。
`;
const SILENT = `
2024年，清河县地区生产总值增长6.3%。｜会议材料⏎2024年，清河县GDP增长6.3%，2023年增长5.1%，一季度增长4.4%。
2024年，清河县地区生产总值增长6.3%。｜会议材料⏎2024年，平阳县地区生产总值增长6.8%。
2024年，清河县地区生产总值57.34亿元。｜会议材料⏎2024年，清河县地区生产总值57.3亿元。｜会议材料⏎2024年，清河县地区生产总值约58亿元，超57亿元。
2024年，清河县地区生产总值增长6.3%。｜会议材料⏎2024年，清河县地区生产总值力争增长7%。
2024年，清河县地区生产总值增长6.3%。｜会议材料⏎2024年，清河县地区生产总值增长6.5%。｜会议材料⏎2024年，清河县地区生产总值增长6.9%。
2024年，鼓楼区地区生产总值增长6.3%。｜会议材料⏎2024年，鼓楼区地区生产总值增长7.3%。
2024年，清河县乡镇卫生院达到66所。｜会议材料⏎2024年，清河县乡镇卫生院达到70所。
去年，清河县地区生产总值增长6.3%。｜会议材料⏎去年，清河县地区生产总值增长6.8%。
2024年，清河县完成投资5.2亿元。｜会议材料⏎2024年，清河县完成投资5.8亿元。
2024年，清河县地区生产总值增长6.8%。⏎2024年，清河县地区生产总值增长6.3%。｜会议材料⏎2024年，清河县地区生产总值增长6.3%。
2024年全市政府工作报告⏎2024年，全市地区生产总值增长6.3%，税收收入增长2.1%。｜2024年全市政府工作报告⏎2024年，全市地区生产总值增长6.8%，税收收入增长2.4%。
讲话⏎2024年，全市地区生产总值增长6.3%。｜讲话⏎2024年，全市地区生产总值增长6.8%。
机密★1年⏎2024年，清河县地区生产总值增长6.3%。｜会议材料⏎2024年，清河县地区生产总值增长6.8%。
`;
const lines = (text: string): string[] => text.trim().split('\n');
const drafts = (line: string): string => line.replaceAll('｜', '\n＝＝＝\n').replaceAll('⏎', '\n');

const value = (key: string, amount: number, byTitle = false): DraftValue => ({
  key,
  byTitle,
  amount,
  resolution: 0.1,
  span: { start: 0, end: 1 },
  text: String(amount),
});

describe('metric-drafts', () => {
  describe('reported', () => {
    for (const line of lines(REPORTED)) it(line, () => assertMarked(rule, drafts(line), words));
  });
  describe('silent', () => {
    for (const line of lines(SILENT)) it(line, () => assertMarked(rule, drafts(line), words));
  });

  it('says the same whatever the order and the history, and after JSON', () => {
    const draft = fc.record({
      path: fc.constantFrom('1', '2', '3', '4'),
      values: fc.array(
        fc.record({
          key: fc.constantFrom('甲', '乙', '丙'),
          amount: fc.constantFrom(1, 1.1, 2),
          byTitle: fc.constant(false),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(fc.array(draft), (history) => {
        const of = ({ values }: (typeof history)[number]) =>
          values.map(({ key, amount, byTitle }) => value(byTitle ? `《${key}》` : key, amount, byTitle));
        const worn = createDraftValues();
        for (const one of history) worn.put(one.path, of(one));
        const newest = new Map(history.map((one) => [one.path, of(one)]));
        const fresh = createDraftValues();
        for (const [path, values] of [...newest].reverse())
          fresh.put(path, JSON.parse(JSON.stringify(values)) as DraftValue[]);
        for (const path of newest.keys()) {
          assert.deepEqual(worn.conflicts(path), fresh.conflicts(path));
          for (const { own, other, path: elsewhere } of worn.conflicts(path)) {
            assert.notEqual(elsewhere, path);
            assert.notEqual(own.amount, other.amount);
            assert.ok(
              worn.conflicts(elsewhere).some(({ own: theirs }) => theirs.key === own.key),
              'what is said of one is said of the other',
            );
          }
        }
        for (const path of newest.keys()) worn.remove(path);
        worn.put('1', [value('甲', 1)]);
        assert.deepEqual(worn.conflicts('1'), []);
      }),
      { seed: 20240720 },
    );
  });

  it('keeps a summary of figures that can be compared, and no text beside them', () => {
    const checker = createChecker([rule], { words: () => words });
    const settings = presetSettings([rule]);
    const filler = '要统一思想认识，把各项任务抓紧抓实，完成投资5.2亿元。'.repeat(200);
    const text = `会议材料\n${filler}\n2024年，清河县地区生产总值增长6.3%。`;
    const { summaries } = checker.summarise(checker.read(text, 'text'), settings);
    assert.ok(JSON.stringify(summaries).length < 300, JSON.stringify(summaries));
    const workspace = createWorkspace([rule]);
    workspace.put('甲', JSON.parse(JSON.stringify(summaries)) as Record<string, unknown>);
    assert.deepEqual(workspace.check('甲', settings), { findings: [], failures: [] });
  });

  it('asks each draft of many about one figure without looking at all the others', () => {
    const values = createDraftValues();
    const paths = Array.from({ length: 20_000 }, (_, i) => String(i));
    for (const path of paths) values.put(path, [value('甲', path === '777' ? 2 : 1)]);
    const found = paths.flatMap((path) => values.conflicts(path));
    assert.equal(found.length, 20_000);
    assert.ok(found.every(({ path }) => path === '777' || path === '0'));
  });
});
