import { CODES, SYLLABLES } from '../../lexicon/readings.generated.ts';
import { READINGS, SURNAMES } from '../../lexicon/readings.ts';
import { TITLES } from './titles.ts';

/** How a character at `at` of a text is read, with its tone: suī. */
export interface Reading {
  readonly at: number;
  readonly reading: string;
}

/** The readings that a reader may miss, in order. */
export type ReadingsReader = (text: string) => readonly Reading[];

interface Word {
  readonly text: string;
  readonly readings: readonly Reading[];
  /** Characters after which it is no such word. */
  readonly never: string;
}

const FIRST = 0x4e00;
const BASE = 64;
const ZERO = 0x30;

/**
 * Opens the tables. A reading is given for characters that not everybody knows (outside the first level of GB 2312),
 * for places and words whose reading is commonly missed, and for surnames before a title (仇书记); the first time in
 * the text.
 */
export function createReadingsReader(): ReadingsReader {
  const syllables = SYLLABLES.split(' ');
  const words = indexWords();
  const surnames = new Map(SURNAMES.split(' ').map((entry) => [entry[0]!, entry.slice(1)]));
  const rare = (text: string, at: number): string => {
    const place = (text.charCodeAt(at) - FIRST) * 2;
    if (place < 0 || place >= CODES.length) return '';
    const index = (CODES.charCodeAt(place) - ZERO) * BASE + CODES.charCodeAt(place + 1) - ZERO;
    return index === 0 ? '' : withTone(syllables[index] ?? '');
  };
  const named = new RegExp(
    `(?<=^|[，。；：、！（\\s　]|由|和|请|与|跟|向)([${[...surnames.keys()].join('')}])(?:[\\u4e00-\\u9fff]{1,2})?(?=(?:副|总|老)?(?:${TITLES}))|(?<=(?:${TITLES})[ 　]?)([${[...surnames.keys()].join('')}])(?=[ 　]?[\\u4e00-\\u9fff]{1,2}(?:[，。；：、！）\\s　]|$))`,
    'g',
  );
  return (text) => {
    const found = new Map<number, string>();
    for (let at = 0; at < text.length; at++) {
      const word = words.get(text[at]!)?.find((each) => stands(each, text, at));
      if (word) {
        for (const { at: inside, reading } of word.readings) found.set(at + inside, reading);
        for (let inside = 0; inside < word.text.length; inside++) {
          const reading = found.has(at + inside) ? '' : rare(text, at + inside);
          if (reading !== '') found.set(at + inside, reading);
        }
        at += word.text.length - 1;
        continue;
      }
      const reading = rare(text, at);
      if (reading !== '') found.set(at, reading);
    }
    for (const match of text.matchAll(named)) {
      if (NO_NAME.test(match[0])) continue;
      found.set(match.index, surnames.get(text[match.index]!)!);
    }
    return firstOnes(text, found);
  };
}

/** 任市长 may be a Ren; 任主任, 任职 and 应急局 are none. */
const NO_NAME =
  /^(?:区[委办直域政]|应[急到邀聘届]|任[职期何]|解[放决]|单[位个独]|华[北东中南西]|种[植业子]|宁[夏波可愿]|盖章|查[处办]|曾[任经在是有]|乐[于观])|(?:代表|委员)$/;

function stands({ text, never }: Word, draft: string, at: number): boolean {
  return draft.startsWith(text, at) && !(at > 0 && never.includes(draft[at - 1]!));
}

function firstOnes(text: string, found: ReadonlyMap<number, string>): readonly Reading[] {
  const seen = new Set<string>();
  return [...found]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, reading]) => {
      const key = text[at]! + reading;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ at, reading }];
    });
}

function indexWords(): ReadonlyMap<string, readonly Word[]> {
  const words = new Map<string, Word[]>();
  for (const entry of READINGS.trim().split(/\s+/)) {
    const [written = '', never = ''] = entry.split('|');
    const readings: Reading[] = [];
    let text = '';
    for (const [, character, reading] of written.matchAll(/([\u4e00-\u9fff])([^\u4e00-\u9fff]*)/g)) {
      if (reading) readings.push({ at: text.length, reading });
      text += character!;
    }
    const first = text[0]!;
    words.set(first, [...(words.get(first) ?? []), { text, readings, never }]);
  }
  for (const list of words.values()) list.sort((a, b) => b.text.length - a.text.length);
  return words;
}

const MARKS: Readonly<Record<string, string>> = {
  a: 'āáǎàa',
  o: 'ōóǒòo',
  e: 'ēéěèe',
  i: 'īíǐìi',
  u: 'ūúǔùu',
  ü: 'ǖǘǚǜü',
};

/** sui1 → suī: the mark stands on a or e, on the o of ou, else on the last vowel. */
function withTone(numbered: string): string {
  const tone = Number(numbered.at(-1)) - 1;
  const plain = numbered.slice(0, -1).replace('v', 'ü');
  const bearer = /[ae]/.exec(plain) ?? /o(?=u)/.exec(plain) ?? /[aoeiuü](?=[^aoeiuü]{0,6}$)/.exec(plain);
  if (!bearer) return plain;
  const { index, 0: vowel } = bearer;
  return `${plain.slice(0, index)}${MARKS[vowel]![tone] ?? vowel}${plain.slice(index + 1)}`;
}
