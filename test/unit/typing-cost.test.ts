import assert from 'node:assert/strict';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { isDeferred } from '../../server/src/lsp/deferred.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { applied, createWriter, longSpeech } from '../support/typing.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const settings = presetSettings(rules);
const ROUNDS = 5;
const EDITS = 25;

/** Processor time in milliseconds of a piece of work. */
function cost(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1000;
}

/** Of a speech of `length` characters: the least cost of 25 keystrokes in a row, and of checking the speech as a new one. */
function measure(length: number): { readonly keystrokes: number; readonly fresh: number } {
  const checker = createChecker(rules, { words: () => words });
  const write = createWriter(5);
  let text = longSpeech(length);
  let draft = checker.read(text, 'text');
  checker.check(draft, settings);
  const type = (): void => {
    for (let i = 0; i < EDITS; i++) {
      text = applied(text, write(text, 'typed'));
      draft = checker.read(text, 'text', { before: draft });
      const steps = checker.steps(draft, settings, undefined, (rule) => !isDeferred(rule));
      while (!steps.next().done);
    }
  };
  const anew = (): void => {
    const other = createChecker(rules, { words: () => words });
    other.check(other.read(text, 'text'), settings);
  };
  type();
  return {
    keystrokes: Math.min(...Array.from({ length: ROUNDS }, () => cost(type))),
    fresh: Math.min(...Array.from({ length: ROUNDS }, () => cost(anew))),
  };
}

describe('a keystroke', () => {
  it('costs a small part of a check, and grows by less than the speech does', function () {
    this.timeout(120_000);
    const small = measure(10_000);
    const large = measure(50_000);
    assert.ok(large.keystrokes / EDITS < large.fresh / 5, JSON.stringify(large));
    assert.ok(large.keystrokes / small.keystrokes < 4, JSON.stringify([small, large]));
  });
});
