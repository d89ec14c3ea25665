import assert from 'node:assert/strict';
import { loadWords } from '../../server/src/words/load.ts';
import { seeded } from '../support/speeches.ts';
import { createDrafts, type Failure } from './drafts.ts';
import { READ_FILES, tryFile } from './files.ts';
import { randomUnit, tryGrowth, UNITS } from './hostile.ts';
import { tryOpening, tryRequests } from './requests.ts';
import { createCheck } from './use-draft.ts';

/** The same inputs on every run; `npm run fuzz` tries others, and more. */
const SEED = 20260101;
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

function first(failures: Iterable<Failure | undefined>, most: number): Failure | undefined {
  let tried = 0;
  for (const failure of failures) {
    if (failure) return failure;
    if (++tried >= most) return undefined;
  }
  return undefined;
}

describe('inputs that nobody foresaw', function () {
  this.timeout(300_000);
  const drafts = createDrafts(words);

  it('prefixes of the samples, fixtures and examples', () => {
    assert.deepEqual(first(drafts.prefixes(67, seeded(SEED)), Number.POSITIVE_INFINITY), undefined);
  });

  it('near-drafts, damaged drafts and random characters', () => {
    assert.deepEqual(first(drafts.random(seeded(SEED)), 400), undefined);
  });

  it('texts of one thing over and over, in time that grows as they do', () => {
    const below = seeded(SEED);
    const check = createCheck(words);
    const units = [
      ...UNITS.filter((_, i) => i % 4 === 0),
      ...Array.from({ length: 16 }, () => randomUnit(below)),
    ];
    assert.deepEqual(
      units.flatMap((unit) => tryGrowth(unit, check)),
      [],
    );
  });

  it('broken files of every kind that the command line reads', async () => {
    const below = seeded(SEED);
    for (let i = 0; i < 3; i++) for (const one of READ_FILES) assert.deepEqual(await tryFile(one, below), []);
  });

  it('messages that make no sense, sent to the language server', async () => {
    assert.deepEqual(await tryRequests(400, seeded(SEED)), []);
  });

  it('a thousand documents opened and closed', async () => {
    assert.deepEqual(await tryOpening(1000), []);
  });
});
