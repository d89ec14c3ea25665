import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Draft } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import halfUpdated from '../../server/src/rules/half-updated.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { inject, type Repeated, repeatedFigures, repeatedNames } from '../support/rounds.ts';

const corpus = process.env.HEGAO_CORPUS;
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const checker = createChecker([halfUpdated], { words: () => words });
const settings = presetSettings([halfUpdated]);
const halves = (old: Draft, now: string): readonly Finding[] =>
  checker.check(checker.read(now, 'text'), settings, old).findings;

// Needs texts that are not part of the project; without HEGAO_CORPUS there is nothing to read and nothing is claimed.
(corpus ? describe : describe.skip)('half-updated, on real texts', function () {
  this.timeout(300_000);
  const texts = (): readonly string[] =>
    ['corpus/published', 'drafts'].flatMap((folder) => {
      const full = path.join(corpus!, folder);
      return fs
        .readdirSync(full)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => fs.readFileSync(path.join(full, name), 'utf8'));
    });
  /** Each speech as a text of its own. */
  const speeches = (): readonly { readonly text: string; readonly draft: Draft }[] =>
    texts().flatMap((text) =>
      checker.read(text, 'text').speeches.flatMap(({ span }) => {
        const own = text.slice(span.start, span.end);
        const draft = checker.read(own, 'text');
        return draft.speeches.length === 1 && own.length > 800 ? [{ text: own, draft }] : [];
      }),
    );

  it('finds what was changed in one place, and is silent where all were changed', () => {
    let [all, found, wrong] = [0, 0, 0];
    for (const { text, draft } of speeches()) {
      const speech = draft.speeches[0]!;
      const groups: readonly Repeated[] = [
        ...repeatedFigures(text, speech, checker.facts),
        ...repeatedNames(text, speech),
      ];
      for (const group of groups) {
        const seed = group.places[0]!.start;
        const made = inject(text, group, (i) => i === 0, seed);
        const places = halves(draft, made.text).flatMap(({ span, related }) => [
          span,
          ...related.map((one) => one.span),
        ]);
        all++;
        if (made.left.some((left) => places.some((at) => at.start < left.end && left.start < at.end)))
          found++;
        if (group.kind === 'figure' && halves(draft, inject(text, group, () => true, seed).text).length > 0)
          wrong++;
      }
    }
    assert.ok(all >= 15, `only ${all}`);
    assert.ok(found / all >= 0.95, `${found} of ${all}`);
    assert.equal(wrong, 0);
  });

  it('is silent where a figure changes that only looks like another one', () => {
    let [all, wrong] = [0, 0];
    for (const { text, draft } of speeches()) {
      const { figures } = checker.facts.ofSpeech(draft.speeches[0]!);
      for (const one of figures) {
        const { amount, unit, text: written } = one.figure;
        const digits = /^[\d.]+/.exec(written)?.[0].length ?? 0;
        const alike = figures.filter(
          ({ figure }) => figure.amount === amount && figure.unit.canonical === unit.canonical,
        );
        if (
          digits === 0 ||
          alike.length < 2 ||
          alike.some(({ key }, i) => key === one.key && alike[i] !== one)
        )
          continue;
        if (text.slice(one.span.start, one.span.start + written.length) !== written) continue;
        const places = [{ start: one.span.start, end: one.span.start + digits }];
        const made = inject(text, { kind: 'figure', text: written, places }, () => true, one.span.start);
        all++;
        if (halves(draft, made.text).length > 0) wrong++;
      }
    }
    assert.ok(all > 500, `only ${all}`);
    assert.ok(wrong / all < 0.01, `${wrong} of ${all}`);
  });

  it('is silent between a text and itself, and between the texts of two places', () => {
    const all = texts().map((text) => ({ text, draft: checker.read(text, 'text') }));
    all.forEach(({ text, draft }, i) => {
      assert.deepEqual(halves(draft, text), []);
      const other = all[(i + 1) % all.length]!;
      assert.deepEqual(
        halves(other.draft, text).map(({ message }) => message),
        [],
      );
    });
  });
});
