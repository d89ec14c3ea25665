import { PRESETS, type Preset } from '../engine/presets.ts';
import type { Rule } from '../engine/types.ts';
import { baseName, parentOf } from '../files/paths.ts';
import type { SegmenterSettings } from '../words/segmenters.ts';
import { placesOf } from './extends.ts';
import { outOfReach, readFileWish } from './file-options.ts';
import { type Layer, presetLayer } from './layers.ts';
import type { ReadFile } from './locate.ts';
import type { Parsed } from './node.ts';
import { type ConfigProblem, problemAt } from './problem.ts';
import { type ReadBytes, readDictionary, resolveIn, type SegmenterWish } from './segmenter.ts';
import type { Reference } from './validate.ts';

/** A configuration file with all that it stands on, from the weakest layer to the strongest. */
export interface Chain {
  readonly layers: readonly Layer[];
  /** Patterns as in `.gitignore`, of all files of the chain. */
  readonly ignore: readonly string[];
  /** What the chain says of the cutting of words; an absent key says nothing, `dictionary: null` says none. */
  readonly segmenter: {
    readonly words?: readonly string[];
    readonly dictionary?: SegmenterSettings['dictionary'] | null;
  };
  /** Full path of the folder of the archive that a file names. */
  readonly archive?: string;
  /** Characters a minute at which drafts are read aloud. */
  readonly rate?: number;
}

/** How far configuration files reach; without it, as far as they say. */
export interface Reach {
  /** Whether a configuration file may have another file read; both by their full paths. */
  readonly mayRead: (from: string, file: string) => boolean;
  /** What teams' own dictionaries say counts. */
  readonly dictionaries: boolean;
}

/** What reading a chain takes. */
export interface ChainReader {
  readonly reach?: Reach | undefined;
  readonly rules: readonly Rule[];
  readonly readFile: ReadFile;
  readonly readBytes: ReadBytes;
}

type Problems = { readonly problems: readonly ConfigProblem[] };

/** Mistakes of one file that are told at a time: with more of them it is no configuration. */
const MOST_PROBLEMS = 100;

/** Reads a configuration file and everything that it extends. Nothing is thrown; a circle is a problem. */
export async function readChain(
  file: string,
  reader: ChainReader,
  above: readonly string[] = [],
): Promise<Chain | Problems> {
  const { rules, readFile } = reader;
  let text: string | undefined;
  try {
    text = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [{ file, line: 1, column: 1, message: `配置文件无法读取：${reason}。` }] };
  }
  if (text === undefined) {
    return { problems: [{ file, line: 1, column: 1, message: '没有这个配置文件。' }] };
  }
  const problem = problemAt(file, text);
  const parsed = await parse(file, text);
  if (parsed.mistakes)
    return {
      problems: parsed.mistakes.slice(0, MOST_PROBLEMS).map((m) => problem(m.start, m.end, m.message)),
    };
  const { validate } = await import('./validate.ts');
  const { content, mistakes } = validate(parsed.root, rules);
  if (mistakes.length > 0)
    return { problems: mistakes.slice(0, MOST_PROBLEMS).map((m) => problem(m.start, m.end, m.message)) };

  const wish = reader.reach?.dictionaries === false ? without(content.segmenter) : content.segmenter;
  const segmenter = await segmenterOf(wish, file, reader.readBytes, problem);
  if ('problems' in segmenter) return segmenter;
  let chain: Chain = { layers: [], ignore: [], segmenter: {} };
  for (const reference of content.extends) {
    const under = await extended(reference, [...above, file], reader, problem);
    if ('problems' in under) return under;
    chain = joined(chain, under);
  }
  const files: Layer[] = [];
  for (const wish of content.files) {
    const read = await readFileWish(wish, file, readFile, reader.reach);
    if ('problems' in read) return read;
    if ('failure' in read) return { problems: [problem(read.node.start, read.node.end, read.failure)] };
    files.push(read);
  }
  return joined(chain, {
    layers: [
      { wishes: content.rules },
      ...files,
      ...content.overrides.map(({ files, rules: wishes }) => ({ files, wishes })),
    ],
    ignore: content.ignore,
    segmenter,
    ...(content.rate === undefined ? {} : { rate: content.rate }),
    ...(content.archive === undefined ? {} : { archive: resolveIn(parentOf(file), content.archive) }),
  });
}

/** One chain over another. Joining is associative: what is laid over what is the order alone. */
export function joined(under: Chain, over: Chain): Chain {
  const archive = over.archive ?? under.archive;
  const rate = over.rate ?? under.rate;
  return {
    layers: [...under.layers, ...over.layers],
    ignore: [...under.ignore, ...over.ignore],
    segmenter: { ...under.segmenter, ...over.segmenter },
    ...(archive === undefined ? {} : { archive }),
    ...(rate === undefined ? {} : { rate }),
  };
}

async function extended(
  { written, node }: Reference,
  above: readonly string[],
  reader: ChainReader,
  problem: ReturnType<typeof problemAt>,
): Promise<Chain | Problems> {
  const preset = PRESETS.find((name) => name === written);
  if (preset) return ofPreset(preset, reader.rules);
  const refused = (message: string): Problems => ({ problems: [problem(node.start, node.end, message)] });
  const places = placesOf(written, above.at(-1)!);
  const within = places.filter((place) => reader.reach?.mayRead(above.at(-1)!, place) ?? true);
  const found = await firstThere(within, reader.readFile);
  if (found === undefined && within.length < places.length) return refused(outOfReach(written));
  if (found === undefined) {
    return refused(
      `extends 里的“${written}”没有找到。文件从本文件所在的文件夹算起；npm 包要先装好，里面放 hegao.json 或 hegao.yaml。`,
    );
  }
  if (above.includes(found)) {
    const circle = [...above.slice(above.indexOf(found)), found].map(baseName).join(' → ');
    return refused(`extends 绕成了一圈：${circle}，请去掉其中一处。`);
  }
  return readChain(found, reader, above);
}

function ofPreset(preset: Preset, rules: readonly Rule[]): Chain {
  return { layers: [presetLayer(rules, preset)], ignore: [], segmenter: {} };
}

async function firstThere(places: readonly string[], readFile: ReadFile): Promise<string | undefined> {
  for (const place of places) {
    try {
      if ((await readFile(place)) !== undefined) return place;
    } catch {
      return place;
    }
  }
  return undefined;
}

function without({ words }: SegmenterWish): SegmenterWish {
  return words ? { words } : {};
}

/** The file's wishes; its dictionary is read and checked here. */
async function segmenterOf(
  { dictionary, words }: SegmenterWish,
  file: string,
  readBytes: ReadBytes,
  problem: ReturnType<typeof problemAt>,
): Promise<Chain['segmenter'] | Problems> {
  const own = words ? { words } : {};
  if (!dictionary) return own;
  if (dictionary.path === '') return { ...own, dictionary: null };
  const read = await readDictionary(resolveIn(parentOf(file), dictionary.path), readBytes);
  if ('dictionary' in read) return { ...own, dictionary: read.dictionary };
  const { start, end } = dictionary.node;
  return 'problems' in read ? read : { problems: [problem(start, end, read.failure)] };
}

async function parse(file: string, text: string): Promise<Parsed> {
  if (/\.ya?ml$/i.test(file)) return (await import('./parse-yaml.ts')).parseYaml(text);
  return (await import('./parse-json.ts')).parseJson(text, /\.jsonc$/i.test(file));
}
