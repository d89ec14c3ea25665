import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { createMatcher } from '../../server/src/facts/terms/matcher.ts';
import type { TermEntry } from '../../server/src/facts/terms/types.ts';

function places(patterns: readonly string[], text: string): string[] {
  const found: string[] = [];
  createMatcher(patterns).scan(text, (pattern, start, end) => found.push(`${pattern}:${start}-${end}`));
  return found.sort();
}

function plainly(patterns: readonly string[], text: string): string[] {
  const found: string[] = [];
  patterns.forEach((pattern, i) => {
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      found.push(`${i}:${at}-${at + pattern.length}`);
  });
  return found.sort();
}

describe('the matcher of terms', () => {
  it('finds what a search for each pattern finds', () => {
    const word = fc.stringMatching(/^[甲乙丙]{1,4}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 12 }),
        fc.stringMatching(/^[甲乙丙丁]{0,60}$/),
        (patterns, text) => assert.deepEqual(places(patterns, text), plainly(patterns, text)),
      ),
      { seed: 20260401, numRuns: 500 },
    );
  });

  it('finds all of ten thousand, in a time that their number does not change', () => {
    const word = (i: number): string =>
      `老${String.fromCharCode(0x4e00 + (i % 5000), 0x5000 + ((i * 7) % 9000))}区${i}`;
    const many = Array.from({ length: 10_000 }, (_, i) => word(i));
    const text = many.join('，');
    const found = new Set<number>();
    const matcher = createMatcher(many);
    matcher.scan(text, (pattern) => found.add(pattern));
    assert.equal(found.size, many.length);

    const few = createMatcher(many.slice(0, 100));
    const time = (run: () => void): number => {
      const times = Array.from({ length: 7 }, () => {
        const start = performance.now();
        run();
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    const long = '全市上下要把责任扛起来，把各项任务抓紧抓实，确保按期见效。老百姓得实惠。'.repeat(3000);
    const nothing = (): void => {};
    const withFew = time(() => few.scan(long, nothing));
    const withMany = time(() => matcher.scan(long, nothing));
    assert.ok(withMany < withFew * 8 + 2, `${withMany} ms against ${withFew} ms`);
  });
});

describe('the forms of terms in a paragraph', () => {
  const hits = (entries: readonly Partial<TermEntry>[], text: string): string[] =>
    createFactMemory()
      .of(text)
      .terms(entries.map((entry) => ({ kind: 'banned', forms: [], severity: 'warning', ...entry })))
      .map((hit) => hit.text);

  it('are the longest ones where they overlap', () => {
    assert.deepEqual(hits([{ forms: ['市场'] }, { forms: ['市场主体'] }], '市场主体和市场'), [
      '市场主体',
      '市场',
    ]);
  });

  it('leave out exceptions, the right wording and titles', () => {
    const entry = { forms: ['国土资源局'], except: ['原…', '…（已撤销）', '市国土资源局志'] };
    assert.deepEqual(
      hits([entry], '原国土资源局、国土资源局（已撤销）、《国土资源局章程》、市国土资源局志、国土资源局'),
      ['国土资源局'],
    );
    const kept = { kind: 'preferred', right: '中国共产党领导', forms: ['共产党领导'] } as const;
    assert.deepEqual(hits([kept], '中国共产党领导，共产党领导'), ['共产党领导']);
  });

  it('that ask for words are silent without a word cutter', () => {
    assert.deepEqual(hits([{ forms: ['老板'], word: true }], '老板'), []);
  });
});
