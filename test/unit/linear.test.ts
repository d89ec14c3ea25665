import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { quiet } from '../../server/src/engine/quiet.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { readClaims } from '../../server/src/facts/ledger/claims.ts';
import { apart } from '../../server/src/facts/repeats/apart.ts';
import type { JudgedRepeat } from '../../server/src/facts/repeats/judge.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { typoLike } from '../support/findings.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

/** Milliseconds of this process's own work, the least of three. */
function cost(work: () => void): number {
  const once = (): number => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

/** Asserts that four times the text costs less than eight times as much; a square costs sixteen times. */
function assertLinear(work: (copies: number) => () => void, copies: number): void {
  const [few, many] = [work(copies), work(4 * copies)];
  few();
  const [one, four] = [cost(few), cost(many)];
  assert.ok(four < 8 * Math.max(one, 10), `${one} ms, ${four} ms`);
}

const checking =
  (id: string, text: string, kind: DraftKind = 'text') =>
  (copies: number) => {
    const rule = rules.filter(({ meta }) => meta.id === id);
    const settings = Object.fromEntries(
      Object.entries(presetSettings(rule)).map(([name, one]) => [name, { ...one, level: 'hint' as const }]),
    );
    const draft = readDraft(text.repeat(copies), kind);
    return () => {
      const checker = createChecker(rule, { words: () => words });
      assert.deepEqual(checker.check(draft, settings).failures, []);
      assert.deepEqual(checker.summarise(draft, settings).failures, []);
    };
  };

describe('texts made to break programs take time that grows with them', function () {
  this.timeout(120_000);

  it('draft marks side by side', () => assertLinear(checking('leftover-draft-mark', '（草稿）'), 6000));
  it('notes side by side', () => assertLinear(checking('leftover-draft-mark', '[批注：甲]'), 6000));

  it('figures without the end of a sentence', () => {
    assertLinear((copies) => {
      const [speech] = readDraft('增长5%，'.repeat(copies)).speeches;
      const { figures } = createFactMemory(() => words).ofSpeech(speech!);
      return () => assert.ok(readClaims(speech!, figures));
    }, 10_000);
  });

  it('repetitions that stand at many places each', () => {
    assertLinear((copies) => {
      const paragraph = readDraft('甲'.repeat(20 * copies)).speeches[0]!.paragraphs[0]!;
      const repeat = (from: number): JudgedRepeat => {
        const places = Array.from({ length: copies }, (_, i) => {
          const start = i * 20 + from;
          return { paragraph, index: 0, span: { start, end: start + 6 }, distance: start };
        });
        return { text: '甲甲甲甲甲甲', places, kind: 'often', close: places };
      };
      const judged = [repeat(0), repeat(7), repeat(13), repeat(3), repeat(9)];
      return () => assert.equal(apart(judged, 5).length, 3);
    }, 2500);
  });

  it('comments that keep lines quiet', () => {
    assertLinear((copies) => {
      const line = '<!-- hegao-disable-line typo -->县';
      const draft = readDraft(`${line}\n`.repeat(copies), 'markdown');
      const findings: readonly Finding[] = Array.from({ length: copies }, (_, i) =>
        typoLike('typo', i * (line.length + 1) + line.length - 1),
      );
      return () => assert.equal(quiet(findings, draft, []).findings.length, 0);
    }, 3000);
  });

  it('comments that keep one line quiet', () => {
    assertLinear((copies) => {
      const draft = readDraft('<!-- hegao-disable-line typo -->县'.repeat(copies), 'markdown');
      return () => assert.equal(quiet([typoLike('typo', 3)], draft, []).findings.length, 0);
    }, 3000);
  });
});
