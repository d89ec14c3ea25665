import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstLedger, ledgerCsv } from '../../server/src/cli/ledger-write.ts';
import { readLedger } from '../../server/src/config/ledger-csv.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import type { Finding, RuleSettings } from '../../server/src/engine/types.ts';
import { createWorkspace } from '../../server/src/engine/workspace.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import metricDrafts from '../../server/src/rules/metric-drafts.ts';
import metricLedger from '../../server/src/rules/metric-ledger.ts';
import { loadWords } from '../../server/src/words/load.ts';

const loaded = loadWords();
const words = () => ('words' in loaded ? loaded.words : undefined);
const facts = createFactMemory(words);
const checker = createChecker([metricLedger, metricDrafts], { words });

const LEVELS = ['地区生产总值', '固定资产投资', '社会消费品零售总额', '税收收入', '一般公共预算支出'];
const PERIODS = ['2024年', '2024年上半年', '2024年一季度', '2023年'];

interface Item {
  readonly indicator: string;
  readonly period: string;
  readonly amount: number;
  readonly growth: number;
  readonly falls: boolean;
}

const items: fc.Arbitrary<readonly Item[]> = fc.uniqueArray(
  fc.record({
    indicator: fc.constantFrom(...LEVELS),
    period: fc.constantFrom(...PERIODS),
    amount: fc.integer({ min: 1, max: 99_999 }),
    growth: fc.integer({ min: 1, max: 299 }),
    falls: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8, selector: ({ indicator, period }) => indicator + period },
);

function write(given: readonly Item[]): string[] {
  return given.map(
    ({ indicator, period, amount, growth, falls }) =>
      `${period}，清河县实现${indicator}${(amount / 100).toFixed(2)}亿元，同比${falls ? '下降' : '增长'}${(growth / 10).toFixed(1)}%。`,
  );
}

const speech = (lines: readonly string[]): string =>
  ['在全县经济工作会上的讲话', '同志们：', ...lines].join('\n');

function rowsOf(text: string): unknown {
  const speeches = readDraft(text, 'text').speeches;
  const { rows } = firstLedger(
    speeches.map((own) => ({ name: '讲话.txt', speech: facts.ofSpeech(own).claims, lineOf: () => 1 })),
  );
  const read = readLedger(ledgerCsv(rows));
  assert.ok('value' in read, JSON.stringify(read));
  return read.value;
}

function check(text: string, rows: unknown): readonly Finding[] {
  const settings: RuleSettings = { 'metric-ledger': { level: 'warning', options: { rows } } };
  return checker.check(checker.read(text, 'text'), settings).findings;
}

describe('one wrong figure, one finding', () => {
  it('against the table written from the speech; the fix puts it right', () => {
    fc.assert(
      fc.property(items, fc.nat(), fc.boolean(), fc.integer({ min: 1, max: 9 }), (given, pick, rate, by) => {
        const text = speech(write(given));
        const rows = rowsOf(text);
        assert.equal((rows as unknown[]).length, given.length * 2);
        assert.deepEqual(check(text, rows), []);
        const at = pick % given.length;
        const item = given[at]!;
        const wrong = rate ? { ...item, growth: item.growth + by } : { ...item, amount: item.amount + by };
        const spoiled = speech(write(given.map((own, i) => (i === at ? wrong : own))));
        const [finding, ...rest] = check(spoiled, rows);
        assert.deepEqual(rest, []);
        assert.equal(applyEdits(spoiled, finding!.fixes[0]!.edits), text);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('against another draft with the same figures', () => {
    const settings: RuleSettings = { 'metric-drafts': { level: 'info', options: {} } };
    fc.assert(
      fc.property(items, fc.nat(), fc.integer({ min: 1, max: 9 }), (given, pick, by) => {
        const at = pick % given.length;
        const workspace = createWorkspace([metricDrafts]);
        const put = (path: string, lines: readonly string[]) =>
          workspace.put(path, checker.summarise(checker.read(speech(lines), 'text'), settings).summaries);
        const found = (path: string) => workspace.check(path, settings).findings;
        put('甲', write(given));
        put('乙', [...write(given)].reverse());
        assert.deepEqual([found('甲'), found('乙')], [[], []]);
        put('乙', write(given.map((own, i) => (i === at ? { ...own, amount: own.amount + by } : own))));
        assert.deepEqual([found('甲').length, found('乙').length], [1, 1]);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
