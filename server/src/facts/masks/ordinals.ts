import { addTo } from '../../draft/lists.ts';
import type { Speech } from '../../draft/types.ts';
import { MASK } from '../placeholders/alphabet.ts';
import type { Masked } from './context.ts';
import { oneThing, type Sighting } from './sightings.ts';
import { foldMasks } from './signs.ts';

const NUMBER = '(?:[一二三四五六七八九十百]{1,5}|\\d{1,3})';
const TERMS =
  '全体会议|全会|常务会议|党代会|党员代表大会|人民代表大会|代表大会|会议|集体学习|办公会|职代会|委员会';
/** Whose congress or session it is. */
const HEAD =
  /(?:(?:[省市县区州镇]|自治区)(?:委|纪委|政府|人大|政协|党委)?|中央纪委|中央|党的|中共|党委|学校|学院|公司)$/;
const TERM = new RegExp(`^[ 　]?(?:${TERMS})`);
const REAL = new RegExp(`(?:第?${NUMBER}届(?:第?${NUMBER}[次中])?|第${NUMBER}次)(?:${TERMS})`, 'g');
const ANY_NUMBER = new RegExp(NUMBER, 'g');
/** Those that went before are other ones. */
const EARLIER = /^(?:以来|之后|以后|之前|前)/;
const EARLIER_BEFORE = /(?:自|从|继|上一?届|去年)$/;

/** An ordinal with its term and whose it is: 省委, x届x次, 全会. */
export interface OrdinalParts {
  readonly head: string;
  readonly text: string;
  readonly term: string;
}

/** The parts of a masked ordinal; `head` and `term` are empty where the words around name none. */
export function ordinalParts({ before, after, placeholder: { text } }: Masked): OrdinalParts {
  const term = TERM.exec(after)?.[0].trim() ?? '';
  return { head: HEAD.exec(before)?.[0] ?? '', text, term };
}

/** All numbers and masks as one sign. */
function shape(text: string): string {
  return foldMasks(text.replace(ANY_NUMBER, 'x')).replace(/x+/g, 'x');
}

/**
 * For groups of masked ordinals what the speech calls the same meeting without a mask: same owner, same term, and one
 * number in the whole speech. One pass for all groups.
 */
export function ordinalValues(
  speech: Speech,
  groups: readonly (readonly Masked[])[],
): ReadonlyMap<readonly Masked[], readonly Sighting[]> {
  const byShape = new Map<string, Sighting[]>();
  const wanted = groups.filter(([first]) => isWhole(ordinalParts(first!)));
  for (const { text, toSource } of wanted.length === 0 ? [] : speech.paragraphs) {
    for (const { 0: real, index } of text.matchAll(REAL)) {
      const before = text.slice(Math.max(0, index - 6), index);
      const head = HEAD.exec(before)?.[0] ?? '';
      const end = index + real.length;
      if (
        EARLIER.test(text.slice(end, end + 2)) ||
        EARLIER_BEFORE.test(before.slice(0, before.length - head.length))
      )
        continue;
      const key = `${head}|${shape(real)}`;
      addTo(byShape, key, { text: real, span: toSource({ start: index, end }) });
    }
  }
  const values = new Map<readonly Masked[], readonly Sighting[]>();
  for (const group of wanted) {
    const { head, text, term } = ordinalParts(group[0]!);
    const fits = wildcard(text + term);
    const seen = (byShape.get(`${head}|${shape(text + term)}`) ?? []).filter((real) => fits.test(real.text));
    const value = oneThing(seen);
    if (value) values.set(group, value);
  }
  return values;
}

/** `第x次` and `全会`: without the term a number says nothing. */
function isWhole({ text, term }: OrdinalParts): boolean {
  return /[届次中]/.test(text) && new RegExp(`(?:${TERMS})$`).test(text + term);
}

/** The text with its masks as numbers. */
function wildcard(text: string): RegExp {
  const pieces = text.replaceAll(/[ 　]/g, '').split(new RegExp(`(?:${MASK})+`));
  return new RegExp(`^${pieces.join(NUMBER)}$`);
}

/** What stands for the mask where the whole, its term with it, reads `value`. */
export function ordinalFill({ term }: OrdinalParts, value: string): string {
  return value.slice(0, value.length - term.length);
}
