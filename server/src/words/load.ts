import fs from 'node:fs';
import path from 'node:path';
import { createCutter } from './cutter.ts';
import { type Dictionary, openDictionary } from './dictionary.ts';
import type { LoadedWords } from './words.ts';

/** The compiled dictionary, or what is missing, said in Chinese for the person who reads the list. */
export type LoadedDictionary = { readonly dictionary: Dictionary } | { readonly missing: string };

/** Where a build puts the compiled dictionary: beside the bundle, or, for the sources, in the folder of builds. */
const PLACES = [path.join(__dirname, 'words.dat'), path.join(__dirname, '../../out/words.dat')];

/** Opens the compiled dictionary (a few milliseconds, 9 MB): call it when words are first asked for, and once. */
export function loadDictionary(places: readonly string[] = PLACES): LoadedDictionary {
  const file = places.find((place) => fs.existsSync(place));
  if (!file)
    return { missing: '缺少分词词典 words.dat，按词核查的规则本次不运行，其余规则不受影响。请重新安装。' };
  try {
    const bytes = fs.readFileSync(file);
    const { buffer, byteOffset, byteLength } = bytes;
    const whole = byteOffset === 0 && byteLength === buffer.byteLength;
    return {
      dictionary: openDictionary(
        (whole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer,
      ),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      missing: `分词词典 ${file} 不能用（${reason}），按词核查的规则本次不运行，其余规则不受影响。请重新安装。`,
    };
  }
}

/** A cutter over the compiled dictionary. */
export function loadWords(places?: readonly string[]): LoadedWords {
  const loaded = loadDictionary(places);
  return 'missing' in loaded ? loaded : { words: createCutter(loaded.dictionary) };
}
