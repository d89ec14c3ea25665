import type { Masked } from './context.ts';
import { indicatorBefore } from './indicators.ts';
import { ordinalParts } from './ordinals.ts';
import { foldMasks, splitName } from './signs.ts';

/** What a placeholder is called, and the key that it shares with those that ask for the same; no key: it stands alone. */
export interface Naming {
  readonly label: string;
  readonly key: string | undefined;
}

/** 市委, 市政府, 市民 … belong to the place itself. */
const OF_PLACE = /^([省市县区州镇乡村])(?:委|政府|人大|政协|人民政府|民)$/;
/** A speech knows one place of each rank and one holder of each post, however many signs stand for the name. */
const ONE_OF_A_KIND =
  /^(?:[省市县区州盟旗]|自治[区州县]|新区|(?:总|副)?书记|副?(?:省|市|县|区|州)长|副?主席)$/;
/** Counted by a word of its own, which the noun follows: x项指标. */
const COUNTED = /[个项点条件家名户位次批种类方面台套座处支所门项]$/;
const COUNTED_NOUN =
  /^(?![的在等都之中以]|左右|来自)[\u4e00-\u9fff](?:(?![的在等都之中全增要已])[\u4e00-\u9fff]){1,3}/;
const TIME = /(?:小时|分钟|天|日|年|个月|周)$/;
const NOUN = /^[\u4e00-\u9fff]{1,5}(?=[，。；：、！？（）“”《》\s]|$)/;

/** Names a placeholder by its kind. */
export function nameMasked(masked: Masked): Naming {
  const { kind, text } = masked.placeholder;
  if (kind === 'name') return nameOfName(text);
  if (kind === 'number') return nameOfNumber(masked);
  if (kind === 'ordinal') return nameOfOrdinal(masked);
  if (kind === 'date') return nameOfDate(masked);
  if (kind === 'word') return { label: text, key: foldMasks(text) };
  return { label: withHint(shownBlank(text), masked), key: undefined };
}

function nameOfName(text: string): Naming {
  const split = splitName(text);
  if (!split) return { label: text, key: text };
  const { signs, noun } = split;
  const place = OF_PLACE.exec(noun)?.[1] ?? noun;
  const key = ONE_OF_A_KIND.test(place) ? place : foldMasks(signs) + place;
  return { label: signs + place, key };
}

function nameOfNumber(masked: Masked): Naming {
  const { before, after, placeholder } = masked;
  const { text } = placeholder;
  const noun = COUNTED.test(text) ? (COUNTED_NOUN.exec(after)?.[0] ?? '') : '';
  if (noun !== '') return { label: text + noun, key: undefined };
  const indicator = TIME.test(text) ? undefined : indicatorBefore(before, text);
  if (!indicator) return { label: text, key: undefined };
  const { name, measure } = indicator;
  const label = `${text}（${name}${measure}）`;
  if (foldMasks(name) !== name) return { label, key: undefined };
  const about = /^[ 　]?(?:左右|以上|以内|以下)/.exec(after)?.[0] ?? '';
  const unit = /\d/.test(text) ? foldMasks(text) : foldMasks(text).replace(/^[-x.,]+/, '');
  return { label, key: `${name}|${measure}|${unit}|${about}` };
}

/** Its term, whose it is, and the mask itself: 省委x届x次全会. */
function nameOfOrdinal(masked: Masked): Naming {
  const { head, text, term } = ordinalParts(masked);
  return { label: head + text + term, key: foldMasks(head + text + term) };
}

/** A year alone is the same everywhere; a day is the day of what follows it. */
function nameOfDate({ after, placeholder: { text } }: Masked): Naming {
  const folded = foldMasks(text);
  if (/^(?:20|19)?[\dx]{2,4}年?$/.test(folded)) return { label: text, key: folded };
  const noun = NOUN.exec(after)?.[0] ?? '';
  return { label: text + (noun === '' ? '' : `（${noun}）`), key: noun === '' ? undefined : folded + noun };
}

function withHint(label: string, { before, placeholder: { text } }: Masked): string {
  const indicator = indicatorBefore(before, text);
  return indicator && text.length <= 12 ? `${label}（${indicator.name}${indicator.measure}）` : label;
}

/** Spaces shown as a line: they could not be seen. */
function shownBlank(text: string): string {
  return text.replace(/[ 　]+/g, '____');
}
