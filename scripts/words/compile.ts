import fs from 'node:fs';
import path from 'node:path';
import {
  aligned,
  BYTES,
  HEADER_BYTES,
  MAGIC,
  SECTIONS,
  type SectionName,
} from '../../server/src/words/layout.ts';
import { packTrie } from './trie.ts';

const NEVER = -3.14e100;
const STATES = 4;

/** A dictionary entry: `weight` is a logarithm. */
interface Entry {
  readonly word: string;
  readonly weight: number;
  readonly tag: string;
}

/** What a dictionary is made of: paths of text files, UTF-8, one entry a line. */
export interface WordFiles {
  /** `word frequency tag`. */
  readonly main: string;
  /** jieba's own user dictionary: `word`, `word tag` or `word frequency tag`. */
  readonly user: string;
  /** The project's words, in the same form; they stand above the others. */
  readonly own: string;
  readonly model: string;
}

/** Compiles jieba's dictionaries and the project's own words into one file, the same bytes for the same words. */
export function compileWords(files: WordFiles): Buffer {
  const own = read(files.own);
  const { entries, minWeight, addedWeight, singles } = readEntries(read(files.main), [read(files.user), own]);
  const codes = codesByFrequency(entries);
  const kinds = new Map<string, number>();
  const words = [...entries.values()]
    .map((entry) => ({
      codes: [...units(entry.word)].map((unit) => codes[unit]!),
      value: kindOf(kinds, entry),
    }))
    .sort((a, b) => compare(a.codes, b.codes));
  const tagNames = [...new Set([...kinds.keys()].map((kind) => kind.split(' ')[1]!))];
  const trie = packTrie(words);
  const sections: Record<SectionName, ArrayLike<number>> = {
    codes,
    ...trie,
    weights: [...kinds.keys()].map((kind) => Number(kind.split(' ')[0])),
    tags: [...kinds.keys()].map((kind) => tagNames.indexOf(kind.split(' ')[1]!)),
    tagNames: Buffer.from(tagNames.join(' ')),
    ...readModel(read(files.model)),
    limits: [minWeight, addedWeight],
    singles,
    ownWords: Buffer.from(own),
  };
  return pack(sections);
}

function read(file: string): string {
  return fs.readFileSync(file, 'utf8');
}

/** Words by text; of two entries for a word the later one holds, as in jieba. */
function readEntries(main: string, user: readonly string[]) {
  const lines = main.split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => line.split(' '));
  const total = rows.reduce((sum, [, frequency]) => sum + Number(frequency), 0);
  const weights = rows.map(([, frequency]) => Math.log(Number(frequency) / total));
  const entries = new Map<string, Entry>();
  rows.forEach(([word, , tag], i) => {
    entries.set(word!, { word: word!, weight: weights[i]!, tag: tag! });
  });
  const sorted = Float64Array.from(weights).sort();
  const addedWeight = sorted[Math.floor(sorted.length / 2)]!;
  const singles: number[] = [];
  for (const line of user.flatMap((text) => text.split('\n')).filter((text) => text !== '')) {
    const [word, second, third] = line.split(' ');
    const weight = third === undefined ? addedWeight : Math.log(Number(second) / total);
    entries.set(word!, { word: word!, weight, tag: third ?? second ?? '' });
    if ([...word!].length === 1) singles.push(word!.codePointAt(0)!);
  }
  return { entries, minWeight: sorted[0]!, addedWeight, singles };
}

function* units(word: string): Generator<number> {
  for (let at = 0; at < word.length; at++) yield word.charCodeAt(at);
}

/** Frequent units get small codes, which packs the array densely. */
function codesByFrequency(entries: ReadonlyMap<string, Entry>): Uint16Array {
  const counts = new Map<number, number>();
  for (const { word } of entries.values())
    for (const unit of units(word)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const codes = new Uint16Array(0x10000);
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .forEach(([unit], i) => {
      codes[unit] = i + 1;
    });
  return codes;
}

function kindOf(kinds: Map<string, number>, { weight, tag }: Entry): number {
  const key = `${weight} ${tag}`;
  if (!kinds.has(key)) kinds.set(key, kinds.size + 1);
  return kinds.get(key)!;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** jieba's hmm_model: start, 4×4 transitions, and a line of `字:概率` for each of the states B E M S. */
function readModel(text: string) {
  const [startLine, ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const numbers = (line: string): number[] => line.split(' ').map(Number);
  const emitRows = new Uint16Array(0x10000);
  const emit: number[] = [NEVER, NEVER, NEVER, NEVER];
  rest.slice(STATES, 2 * STATES).forEach((line, state) => {
    for (const pair of line.split(',')) {
      const [character, probability] = pair.split(':');
      const unit = character!.charCodeAt(0);
      if (emitRows[unit] === 0) {
        emitRows[unit] = emit.length / STATES;
        emit.push(NEVER, NEVER, NEVER, NEVER);
      }
      emit[emitRows[unit]! * STATES + state] = Number(probability);
    }
  });
  return { emitRows, emit, start: numbers(startLine!), transition: rest.slice(0, STATES).flatMap(numbers) };
}

function pack(sections: Record<SectionName, ArrayLike<number>>): Buffer {
  const bytes = SECTIONS.reduce(
    (sum, [name, element]) => sum + aligned(sections[name].length * BYTES[element]),
    HEADER_BYTES,
  );
  const out = new ArrayBuffer(bytes);
  const header = new DataView(out);
  header.setUint32(0, MAGIC, true);
  let at = HEADER_BYTES;
  SECTIONS.forEach(([name, element], i) => {
    const section = sections[name];
    header.setUint32(4 + 4 * i, section.length, true);
    const view = { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array }[element];
    new view(out, at, section.length).set(section);
    at += aligned(section.length * BYTES[element]);
  });
  return Buffer.from(out);
}

if (require.main === module) {
  const root = path.resolve(__dirname, '../..');
  const jieba = path.join(path.dirname(require.resolve('nodejieba')), 'submodules/cppjieba/dict');
  const target = path.join(root, 'server/out/words.dat');
  const compiled = compileWords({
    main: path.join(jieba, 'jieba.dict.utf8'),
    user: path.join(jieba, 'user.dict.utf8'),
    own: path.join(root, 'server/src/lexicon/domain-words.txt'),
    model: path.join(jieba, 'hmm_model.utf8'),
  });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, compiled);
}
