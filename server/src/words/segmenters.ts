import { entriesOf } from './jieba-dictionary.ts';
import type { JiebaWorker } from './jieba-worker.ts';
import type { LoadedWords, Words } from './words.ts';

/** What a configuration says of words. */
export interface SegmenterSettings {
  /** A team's jieba user dictionary: its full path and its text, found sound. */
  readonly dictionary?: { readonly file: string; readonly text: string };
  /** Words of the workspace. */
  readonly words: readonly string[];
}

/** Nothing said: the compiled dictionary. */
export const PLAIN: SegmenterSettings = { words: [] };

/** A way of cutting: the same object as long as the same text is cut alike. */
export interface Segmenter {
  /** The cutter, loaded when a rule first asks; undefined where it is missing. */
  readonly words: () => Words | undefined;
}

/** Chooses the engine, for all rules at once. */
export interface Segmenters {
  /** The segmenter that is at hand now. The first call with a team's dictionary starts to load it. */
  readonly of: (settings: SegmenterSettings) => Segmenter;
  /** Resolves when `of` gives the engine that the settings ask for, or it is known to be missing. Does not fail. */
  readonly ready: (settings: SegmenterSettings) => Promise<void>;
  /** Lets go of all dictionaries but the one used last. */
  readonly rest: () => void;
}

export interface SegmenterSources {
  /** A new cutter over the compiled dictionary. */
  readonly loadWords: () => LoadedWords;
  /** What cuts by a team's dictionary; absent in a browser. */
  readonly jieba?: JiebaWorker;
  /** Told once what is missing, one Chinese sentence. */
  readonly tell: (sentence: string) => void;
  /** Called when `of` gives another engine than it gave before. */
  readonly changed?: () => void;
}

interface Entry {
  readonly slot: string;
  readonly compiled: Segmenter;
  chosen: Segmenter;
  ready: Promise<void>;
}

/** Dictionaries held at the same time; each costs 240 MB in the worker. */
const HELD = 4;

/** Makes the choice: the compiled dictionary, and nodejieba where a team has its own dictionary. */
export function createSegmenters({
  loadWords,
  jieba,
  tell,
  changed = () => {},
}: SegmenterSources): Segmenters {
  const entries = new Map<string, Entry>();
  const known = new WeakMap<SegmenterSettings, string>();
  let opened = 0;

  const keyOf = (settings: SegmenterSettings): string => {
    const key = known.get(settings) ?? JSON.stringify([settings.dictionary, settings.words]);
    known.set(settings, key);
    return key;
  };

  /** The most recently used come last; the least recently used gives way. */
  const entryOf = (settings: SegmenterSettings): Entry => {
    const key = keyOf(settings);
    const entry = entries.get(key) ?? createEntry(settings);
    entries.delete(key);
    entries.set(key, entry);
    shrink(HELD);
    return entry;
  };

  const shrink = (most: number): void => {
    for (const [oldest, { slot }] of entries) {
      if (entries.size <= most) break;
      entries.delete(oldest);
      if (slot !== '') jieba?.close(slot);
    }
  };

  const createEntry = (settings: SegmenterSettings): Entry => {
    const compiled = compiledSegmenter(settings, loadWords, tell);
    const slot = settings.dictionary ? `${++opened} ${settings.dictionary.file}` : '';
    const entry: Entry = { slot, compiled, chosen: compiled, ready: Promise.resolve() };
    if (settings.dictionary) entry.ready = openJieba(entry, settings.dictionary, settings.words);
    return entry;
  };

  const openJieba = async (
    entry: Entry,
    { file, text }: NonNullable<SegmenterSettings['dictionary']>,
    words: readonly string[],
  ): Promise<void> => {
    const instead = (why: string) =>
      tell(`${why}，团队词典 ${file} 改由内置词典代用：词已加入，其中的词频不起作用。`);
    const fallback = () => {
      instead('分词组件 nodejieba 没有回应');
      return entry.compiled.words();
    };
    const loaded = jieba
      ? await jieba.open(entry.slot, text, words, fallback)
      : { missing: '此处不能使用分词组件 nodejieba' };
    if ('missing' in loaded) return instead(loaded.missing);
    entry.chosen = { words: () => loaded.words };
    changed();
  };

  return {
    of: (settings) => entryOf(settings).chosen,
    ready: (settings) => entryOf(settings).ready,
    rest: () => shrink(1),
  };
}

/** The compiled dictionary with a team's and a workspace's words added. */
function compiledSegmenter(
  { dictionary, words }: SegmenterSettings,
  loadWords: () => LoadedWords,
  tell: (sentence: string) => void,
): Segmenter {
  let cutter: { readonly words: Words | undefined } | undefined;
  return {
    words() {
      if (cutter) return cutter.words;
      const loaded = loadWords();
      cutter = { words: 'words' in loaded ? loaded.words : undefined };
      if ('missing' in loaded) tell(loaded.missing);
      for (const { word, tag } of dictionary ? entriesOf(dictionary.text) : []) cutter.words?.add(word, tag);
      for (const word of words) cutter.words?.add(word);
      return cutter.words;
    },
  };
}
