import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as writer from './writer.ts';

/** What writes Word files. */
export type WordWriter = typeof writer;

/** Where a build puts it: beside the bundle, or, for the sources, in the folder of builds. */
const PLACES = [path.join(__dirname, 'word-writer.js'), path.join(__dirname, '../../out/word-writer.js')];

/**
 * Loads what writes Word files, or says in Chinese what is missing. It is a bundle of its own (1 MB), so that a start
 * that writes none does not read it.
 */
export function loadWordWriter(
  places: readonly string[] = PLACES,
): { readonly writer: WordWriter } | { readonly missing: string } {
  const file = places.find((place) => fs.existsSync(place));
  if (!file) return { missing: '缺少写 Word 文件的组件 word-writer.js，请重新安装核稿' };
  try {
    return { writer: createRequire(file)(file) as WordWriter };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { missing: `写 Word 文件的组件 ${file} 不能用（${reason}），请重新安装核稿` };
  }
}
