import fs from 'node:fs';
import path from 'node:path';
import { createCutter } from '../../server/src/words/cutter.ts';
import type { Dictionary } from '../../server/src/words/dictionary.ts';
import { loadDictionary } from '../../server/src/words/load.ts';
import { type Jieba, loadNodejieba } from '../../server/src/words/nodejieba.ts';
import type { Words } from '../../server/src/words/words.ts';

/** Both engines with the same words, and what both know by heart. */
export interface Engines {
  readonly compiled: Words;
  readonly jieba: Jieba;
  readonly dictionary: Dictionary;
  /** Words of jieba's own user dictionary and of the project. */
  readonly userWords: readonly string[];
  /** Some of jieba's words, from the whole dictionary. */
  readonly someWords: readonly string[];
}

/** The folder of jieba's dictionaries; undefined where nodejieba is not installed. */
export function dictionaryFolder(): string | undefined {
  try {
    return path.join(path.dirname(require.resolve('nodejieba')), 'submodules/cppjieba/dict');
  } catch {
    return undefined;
  }
}

/** The compiled dictionary that the build made. @throws where there is none */
export function openBuilt(): Dictionary {
  const loaded = loadDictionary();
  if ('missing' in loaded) throw new Error(loaded.missing);
  return loaded.dictionary;
}

/**
 * Loads both. Without nodejieba's binding there is nothing to compare with: CI fails, elsewhere the reason is returned
 * for the test to say that it did not run.
 */
export function loadEngines(): Engines | { readonly missing: string } {
  const dictionary = openBuilt();
  const loaded = loadNodejieba({ userWords: dictionary.ownWords });
  if ('missing' in loaded) {
    if (process.env.CI) throw new Error(`${loaded.missing}，无法与 nodejieba 对照`);
    return loaded;
  }
  const read = (name: string): string[] =>
    wordsOf(fs.readFileSync(path.join(dictionaryFolder()!, name), 'utf8'));
  return {
    compiled: createCutter(dictionary),
    jieba: loaded.jieba,
    dictionary,
    userWords: [...read('user.dict.utf8'), ...wordsOf(dictionary.ownWords)],
    someWords: read('jieba.dict.utf8').filter((_, i) => i % 40 === 0),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.split(' ')[0]!)
    .filter((word) => word !== '');
}
