import fs from 'node:fs';
import path from 'node:path';
import { createCutter } from './cutter.ts';
import { openDictionary } from './dictionary.ts';
import type { LoadedWords } from './words.ts';

/** Where a build puts the compiled dictionary: beside the bundle, or, for the sources, in the folder of builds. */
const PLACES = [path.join(__dirname, 'words.dat'), path.join(__dirname, '../../out/words.dat')];

/** Opens the compiled dictionary (a few milliseconds, 9 MB): call it when words are first asked for, and once. */
export function loadWords(places: readonly string[] = PLACES): LoadedWords {
  const file = places.find((place) => fs.existsSync(place));
  if (!file)
    return { missing: '缺少分词词典 words.dat，按词核查的规则本次不运行，其余规则不受影响。请重新安装。' };
  try {
    const bytes = fs.readFileSync(file);
    const { buffer, byteOffset, byteLength } = bytes;
    const whole = byteOffset === 0 && byteLength === buffer.byteLength;
    return {
      words: createCutter(
        openDictionary((whole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer),
      ),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      missing: `分词词典 ${file} 不能用（${reason}），按词核查的规则本次不运行，其余规则不受影响。请重新安装。`,
    };
  }
}
