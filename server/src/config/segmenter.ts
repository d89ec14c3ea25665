import { inFolder, parentOf } from '../files/paths.ts';
import { checkJiebaDictionary } from '../words/jieba-dictionary.ts';
import type { SegmenterSettings } from '../words/segmenters.ts';
import { show } from './describe.ts';
import { suggestion } from './nearest.ts';
import type { ConfigNode, SyntaxMistake } from './node.ts';
import type { ConfigProblem } from './problem.ts';

/** What a file wants of the cutting of words. */
export interface SegmenterWish {
  /** Path of a jieba user dictionary as written, and its node; an empty one means none. */
  readonly dictionary?: { readonly path: string; readonly node: ConfigNode };
  readonly words?: readonly string[];
}

export const SEGMENTER_KEYS = ['dictionary', 'words'] as const;

/** Bytes of a file, undefined where there is none. @throws when it is there and cannot be read: a Chinese reason */
export type ReadBytes = (file: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** Checks what stands under `segmenter`; nothing is read from disk. */
export function readSegmenter(root: ConfigNode): {
  readonly wish: SegmenterWish;
  readonly mistakes: readonly SyntaxMistake[];
} {
  const mistakes: SyntaxMistake[] = [];
  const wrong = ({ start, end }: ConfigNode, message: string): void => {
    mistakes.push({ start, end, message });
  };
  let wish: SegmenterWish = {};
  if (!root.entries) wrong(root, 'segmenter 应为对象，例如 {"words": ["链主企业"]}。');
  for (const { key, keyStart, keyEnd, node } of root.entries ?? []) {
    if (key === 'dictionary') {
      if (typeof node.value === 'string') wish = { ...wish, dictionary: { path: node.value.trim(), node } };
      else wrong(node, `segmenter.dictionary 应为词典文件的路径，不能是${show(node.value)}。`);
    } else if (key === 'words') {
      if (!node.items) wrong(node, 'segmenter.words 应为列表，例如 ["链主企业"]。');
      for (const item of node.items ?? []) {
        if (isWord(item.value)) wish = { ...wish, words: [...(wish.words ?? []), item.value] };
        else
          wrong(
            item,
            `segmenter.words 的每一项应为一个词，不含空格、逗号、句号，不能是${show(item.value)}。`,
          );
      }
    } else {
      const close = suggestion(key, SEGMENTER_KEYS);
      const message = `segmenter 里没有“${key}”这一设置${close || '，'}可用：${SEGMENTER_KEYS.join('、')}。`;
      mistakes.push({ start: keyStart, end: keyEnd, message });
    }
  }
  return { wish, mistakes };
}

/** What cuts at these signs never makes one word of what stands on both sides. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !/[\s，。\0]/.test(value);
}

/** The full path that a setting means: as it is, or from a folder. */
export function resolveIn(folder: string, written: string): string {
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(written)) return written;
  return written.split(/[\\/]/).reduce((at, name) => {
    if (name === '' || name === '.') return at;
    return name === '..' ? parentOf(at) : inFolder(at, name);
  }, folder);
}

/** A team's dictionary as read: found sound, with mistakes at their places in it, or not to be had. */
export type ReadDictionary =
  | { readonly dictionary: NonNullable<SegmenterSettings['dictionary']> }
  | { readonly problems: readonly ConfigProblem[] }
  | { readonly failure: string };

/** Reads and checks every line of the dictionary at a full path. Nothing is thrown. */
export async function readDictionary(file: string, readBytes: ReadBytes): Promise<ReadDictionary> {
  try {
    const bytes = await readBytes(file);
    if (!bytes) return { failure: `没有这个词典文件：${file}。` };
    const { text, faults } = checkJiebaDictionary(bytes);
    if (faults) return { problems: faults.map((fault) => ({ file, ...fault })) };
    return { dictionary: { file, text } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failure: `词典文件 ${file} 无法读取：${reason}。` };
  }
}
