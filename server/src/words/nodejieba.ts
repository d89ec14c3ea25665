import fs from 'node:fs';
import type { LoadedWords, Words } from './words.ts';

/** The part of nodejieba's interface that is used here. */
interface NodeJieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  readonly load: () => void;
  readonly cut: (text: string, model?: boolean) => string[];
  readonly tag: (text: string) => readonly { readonly word: string; readonly tag: string }[];
  readonly insertWord: (word: string, tag?: string) => boolean;
}

/**
 * Loads nodejieba (0.75 s, 240 MB): call it when a rule first asks for words, and once.
 * nodejieba ends the whole process when a dictionary is missing or malformed, so every path and line is read first.
 */
export function loadNodejieba(load: () => NodeJieba = requireNodejieba): LoadedWords {
  let jieba: NodeJieba;
  try {
    jieba = load();
  } catch {
    return {
      missing: '未安装分词组件 nodejieba，按词核查的规则（如 phrase-repeat）本次不运行，其余规则不受影响。',
    };
  }
  const fault = dictionaryFault(jieba);
  if (fault) return { missing: `分词词典有误（${fault}），按词核查的规则本次不运行，其余规则不受影响。` };
  try {
    jieba.load();
    jieba.cut('核稿');
  } catch {
    return {
      missing: '分词组件 nodejieba 的程序文件缺失或与本机不符，按词核查的规则本次不运行，其余规则不受影响。',
    };
  }
  return { words: wordsOf(jieba) };
}

function wordsOf(jieba: NodeJieba): Words {
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
  };
}

function requireNodejieba(): NodeJieba {
  return require('nodejieba') as NodeJieba;
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

function fileFault(path: string, line: RegExp): string | undefined {
  let text: string;
  try {
    text = fs.readFileSync(path, 'utf8');
  } catch {
    return `读不到 ${path}`;
  }
  if (text.trim() === '') return `${path} 是空的`;
  const lines = text.split('\n');
  const bad = lines.findIndex((content) => content !== '' && !line.test(content));
  return bad < 0 ? undefined : `${path} 第${bad + 1}行`;
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
