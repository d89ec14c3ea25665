import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Keyword, KeywordMethod, Words } from './words.ts';

/** The part of nodejieba's interface that is used here. */
interface NodeJieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  readonly load: (files: { readonly userDict: string }) => void;
  readonly cut: (text: string, model?: boolean) => string[];
  readonly tag: (text: string) => readonly { readonly word: string; readonly tag: string }[];
  readonly insertWord: (word: string, tag?: string) => boolean;
  readonly extract: (text: string, count: number) => readonly Keyword[];
  readonly textRankExtract: (text: string, count: number) => readonly Keyword[];
}

/** nodejieba behind the interface of all cutters, and what it alone can do. */
export interface Jieba extends Words {
  /** The `count` weightiest words of a text, the weightiest first. */
  readonly keywords: (text: string, count: number, method: KeywordMethod) => readonly Keyword[];
  /** Loads another user dictionary into the same instance: the memory of the old one is used again. */
  readonly reload: (userWords: string) => LoadedJieba;
}

/** The engine, or a Chinese clause that says what is missing. */
export type LoadedJieba = { readonly jieba: Jieba } | { readonly missing: string };

export interface JiebaOptions {
  /** Text of a user dictionary that was found sound (see `checkJiebaDictionary`); it stands above jieba's own. */
  readonly userWords?: string;
  readonly module?: () => NodeJieba;
}

/**
 * Loads an instance of its own (0.75 s, 240 MB). nodejieba ends the whole process when a dictionary is missing or
 * malformed, so every path and line is read first, and what it is given of a team is a private copy.
 */
export function loadNodejieba({ userWords = '', module = requireAnew }: JiebaOptions = {}): LoadedJieba {
  try {
    return start(module(), userWords);
  } catch {
    return { missing: '未安装分词组件 nodejieba' };
  }
}

function start(jieba: NodeJieba, userWords: string): LoadedJieba {
  const fault = dictionaryFault(jieba);
  if (fault) return { missing: `分词组件 nodejieba 的词典有误（${fault}）` };
  try {
    loadWith(jieba, userWords);
    jieba.cut('核稿');
  } catch {
    return { missing: '分词组件 nodejieba 的程序文件缺失或与本机不符' };
  }
  return { jieba: wordsOf(jieba) };
}

function wordsOf(jieba: NodeJieba): Jieba {
  return {
    cut: (text, model = true) => endsOf(text, jieba.cut(text, model)),
    tag(text) {
      const tagged = jieba.tag(text);
      return {
        ends: endsOf(
          text,
          tagged.map(({ word }) => word),
        ),
        tags: tagged.map(({ tag }) => tag),
      };
    },
    add: (word, tag = 'x') => {
      jieba.insertWord(word, tag);
    },
    keywords: (text, count, method) =>
      method === 'tfidf' ? jieba.extract(text, count) : jieba.textRankExtract(text, count),
    reload: (userWords) => start(jieba, userWords),
  };
}

/** nodejieba keeps one dictionary a module, so whoever wants another one needs the module anew. */
function requireAnew(): NodeJieba {
  const index = require.resolve('nodejieba');
  const folder = path.dirname(index) + path.sep;
  for (const file of Object.keys(require.cache)) if (file.startsWith(folder)) delete require.cache[file];
  return require('nodejieba') as NodeJieba;
}

/** A folder for the time of loading holds the words; it goes again whatever happens. */
function loadWith(jieba: NodeJieba, userWords: string): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-words-'));
  try {
    const file = path.join(folder, 'user.dict.utf8');
    if (!isSafe(file)) throw new Error(file);
    fs.writeFileSync(file, userWords, { mode: 0o600 });
    jieba.load({ userDict: [jieba.DEFAULT_USER_DICT, file].join('|') });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What is wrong with a dictionary file, with its line; undefined when all are sound. */
function dictionaryFault(jieba: NodeJieba): string | undefined {
  return (
    fileFault(jieba.DEFAULT_DICT, /^\S+ [1-9]\d* \S+$/) ??
    fileFault(jieba.DEFAULT_USER_DICT, /^\S+(?: [1-9]\d*)?(?: \S+)?$/) ??
    fileFault(jieba.DEFAULT_IDF_DICT, /^\S+ \d+(?:\.\d+)?$/) ??
    fileFault(jieba.DEFAULT_HMM_DICT, /^(?:#.*|[^\r]+)$/) ??
    fileFault(jieba.DEFAULT_STOP_WORD_DICT, /^[^\r]*$/)
  );
}

function fileFault(file: string, line: RegExp): string | undefined {
  if (!isSafe(file)) return `${file} 的路径里有 nodejieba 不能读的字符`;
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return `读不到 ${file}`;
  }
  if (text.trim() === '') return `${file} 是空的`;
  const lines = text.split('\n');
  const bad = lines.findIndex((content) => content !== '' && !line.test(content));
  return bad < 0 ? undefined : `${file} 第${bad + 1}行`;
}

/** nodejieba splits paths at these signs, and opens files by names in the code page of Windows. */
function isSafe(file: string): boolean {
  return process.platform === 'win32' ? /^[^|;\u0080-\uffff]+$/.test(file) : !/[|;]/.test(file);
}

/** End offsets of words. A cut that does not add up to the text (none is known) falls back to single characters. */
function endsOf(text: string, words: readonly string[]): Uint32Array {
  const ends = new Uint32Array(words.length);
  let at = 0;
  words.forEach((word, i) => {
    at += word.length;
    ends[i] = at;
  });
  return at === text.length ? ends : Uint32Array.from({ length: text.length }, (_, i) => i + 1);
}
