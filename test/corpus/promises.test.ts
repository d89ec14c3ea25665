import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/draft/read.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import type { Candidate } from '../../server/src/facts/promises/candidates.ts';
import { writeLike } from '../../server/src/facts/promises/counts.ts';
import type { JudgedPromise } from '../../server/src/facts/promises/judge.ts';
import rule from '../../server/src/rules/promised-count.ts';

const corpus = process.env.HEGAO_CORPUS;
const checker = createChecker([rule], { words: () => undefined });
const settings = presetSettings([rule]);
const check = (text: string): readonly Finding[] =>
  checker.check(checker.read(text, 'text'), settings).findings;

function promisesOf(text: string): readonly JudgedPromise[] {
  const memory = createFactMemory();
  return readDraft(text).speeches.flatMap((speech) => memory.ofSpeech(speech).promises);
}

/** One kept number made wrong by one. */
interface Trial {
  readonly kind: Candidate['kind'];
  readonly outcome: 'found' | 'several' | 'ambiguous' | 'missed';
  readonly around: string;
}

/**
 * A changed number that another reading of its list would give is `ambiguous`: nothing in the form of the
 * sentence tells which is meant. It counts as a miss.
 */
function tryEach(text: string): readonly Trial[] {
  const clean = check(text).length;
  return promisesOf(text)
    .filter(({ verdict }) => verdict === 'kept')
    .flatMap(({ digits, found, promise: { count } }) =>
      [count - 1, count + 1]
        .filter((wrong) => wrong > 1)
        .map((wrong): Trial => {
          const newText = writeLike(text.slice(digits.start, digits.end), wrong);
          const bad = applyEdits(text, [{ span: digits, newText }]);
          const more = check(bad).length - clean;
          const still = promisesOf(bad).some(
            (other) => other.digits.start === digits.start && other.verdict === 'kept',
          );
          const outcome = more === 1 ? 'found' : more > 1 ? 'several' : still ? 'ambiguous' : 'missed';
          const around = `${text.slice(digits.start - 30, digits.start)}【${newText}】${text.slice(digits.end, digits.end + 10)}`;
          return { kind: found!.kind, outcome, around };
        }),
    );
}

if (corpus) {
  const textsIn = (folder: string): readonly string[] =>
    fs
      .readdirSync(path.join(corpus, folder))
      .map((name) => fs.readFileSync(path.join(corpus, folder, name), 'utf8'));
  const published = textsIn('corpus/published');

  describe('promised numbers changed by one', function () {
    this.timeout(300_000);
    const trials: Trial[] = [];
    before(() => {
      trials.push(...[...published, ...textsIn('drafts')].flatMap(tryEach));
    });

    it('says nothing of published reports as they are', () => {
      assert.deepEqual(
        published.flatMap((text) => check(text).map(({ message }) => message)),
        [],
      );
    });

    it('finds them, each once', () => {
      const count = (some: readonly Trial[], outcome: Trial['outcome']): number =>
        some.filter((trial) => trial.outcome === outcome).length;
      for (const kind of new Set(trials.map((trial) => trial.kind))) {
        const some = trials.filter((trial) => trial.kind === kind);
        console.log(
          `      ${kind}: ${some.length} tried, found once ${count(some, 'found')}, more than once ${count(some, 'several')}, missed ${count(some, 'missed')}, ambiguous by nature ${count(some, 'ambiguous')}`,
        );
      }
      const missed = trials.filter(({ outcome }) => outcome !== 'found').map(({ around }) => around);
      assert.ok(trials.length > 250, `${trials.length} tried`);
      assert.ok(
        missed.length <= 0.03 * trials.length,
        `${missed.length} of ${trials.length}\n${missed.join('\n')}`,
      );
    });
  });
}
