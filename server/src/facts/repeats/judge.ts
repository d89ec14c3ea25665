import type { Speech } from '../../draft/types.ts';
import { FORMULAS } from '../../lexicon/formulas.ts';
import type { Words } from '../../words/words.ts';
import type { Repeat, RepeatPlace } from './find.ts';

/** Why an editor would stumble over a repetition. */
export type RepeatKind = 'addressee' | 'row' | 'crowded' | 'often' | 'long';

export interface JudgedRepeat extends Repeat {
  readonly kind: RepeatKind;
  /** The places that make it so: all of them, or those that stand close together. */
  readonly close: readonly RepeatPlace[];
}

export interface RepeatLimits {
  /** Chinese characters that make a wording. */
  readonly length: number;
  /** Places in a speech from which on a wording is repeated too often. */
  readonly times: number;
  /** Places close together from which on it is. */
  readonly near: number;
}

/** Characters within which places count as close together. */
const WINDOW = 260;
/** From so many characters on, a wording is noticed the second time. */
const LONG = 18;
/** Wording that is repeated as it was decided. */
const DECIDED =
  /习近平|总书记|党的|党中央|两个(?:确立|维护)|中国式现代化|新时代|人大|政协|民主党派|反腐败|党风廉政/;
const ADDRESSEE =
  /^(?:各|全[市县区省镇乡]|广大|有关|相关|市直|县直|区直|省直)[^，。；]*?(?:要|应|应当|必须|务必)[\u4e00-\u9fff]{0,4}$/;
const METRIC =
  /(?:增加值|总额|收入|支出|投资|增速|产值|总量|比重|占比|率|指数|面积|产量|产能|存款|贷款|余额|税收|利润|生产总值|幅度|水平|指标|工程|规划|条例|办法|方案|行动|会议|大会|全会|精神)$/;
const VALUE = /^(?:同比)?(?:完成|达到?|实现|增长|下降|提高|增加|为|约|近|超)?\s*[\d.xX×]/;
const ITEM =
  /(?:^|[。；：\n])[^\S\n]*(?:（?[一二三四五六七八九十]+(?:[）、，]|[是要])|第[一二三四五六七八九十]+[，、]|——)?$/;
const SENTENCE = /(?:^|[。！？；：])$/;

/** Whether a repetition is one to speak of, and how; undefined for names, subjects, indicators, formulas, deliberate parallels. */
export function judgeRepeat(
  repeat: Repeat,
  speech: Speech,
  limits: RepeatLimits,
  words: Words | undefined,
): JudgedRepeat | undefined {
  const { text, places } = repeat;
  if (ADDRESSEE.test(text)) {
    const opening = places.filter(({ paragraph, span }) =>
      SENTENCE.test(paragraph.text.slice(Math.max(0, span.start - 1), span.start)),
    );
    return opening.length >= limits.near ? { text, places, kind: 'addressee', close: opening } : undefined;
  }
  if (han(text) < limits.length || isFixed(text) || isName(text, words)) return undefined;
  if (isMetric(repeat) || isParallel(repeat)) return undefined;
  const close = closest(places);
  const acts = hasVerb(text, words);
  const echoed = isSubject(text, speech);
  if (close.length >= limits.near + (acts ? 0 : 1) && (!echoed || echoesHeading(close)))
    return { ...repeat, kind: 'crowded', close };
  if (echoed) return undefined;
  if (places.length >= limits.times && acts) return { ...repeat, kind: 'often', close: places };
  return han(text) >= LONG ? { ...repeat, kind: 'long', close: places } : undefined;
}

function han(text: string): number {
  return text.replace(/[^\u4e00-\u9fff]/g, '').length;
}

function isFixed(text: string): boolean {
  return DECIDED.test(text) || FORMULAS.some((formula) => formula.includes(text) || text.includes(formula));
}

/** Indicators, and what is mostly followed by a value. */
function isMetric({ text, places }: Repeat): boolean {
  if (METRIC.test(text)) return true;
  const valued = places.filter(({ paragraph, span }) =>
    VALUE.test(paragraph.text.slice(span.end, span.end + 8)),
  );
  return valued.length * 2 >= places.length;
}

/** The same frame at the heads of sibling items: deliberate. */
function isParallel({ places }: Repeat): boolean {
  const heads = places.filter(({ paragraph, span }) =>
    ITEM.test(paragraph.text.slice(Math.max(0, span.start - 12), span.start)),
  );
  return heads.length * 3 >= places.length * 2;
}

function isName(text: string, words: Words | undefined): boolean {
  if (
    /(?:省|市|县|区|镇|乡|[省市县区镇乡）]长|局|厅|委|办|部|院|校|公司|集团|委员会|银行|分行|中心|组织|机关|部门|单位|书记|市长|县长|主任)$/.test(
      text,
    )
  )
    return true;
  const tags = words?.tag(text).tags ?? [];
  return tags.some((tag) => tag === 'nr' || tag === 'nt') || tags.every((tag) => /^(?:n|x|c|uj)/.test(tag));
}

/** A wording that does something, and is not the name of a thing: 基础设施建设. */
function hasVerb(text: string, words: Words | undefined): boolean {
  const tags = words?.tag(text).tags ?? [];
  return tags.some((tag, i) => /^(?:v[dg]?|i|l)$/.test(tag) || (tag === 'vn' && i < tags.length - 1));
}

/** Words of the title and of level-1 headings. */
function isSubject(text: string, { title, headings }: Speech): boolean {
  return (
    title.includes(text) || headings.some((heading) => heading.parent < 0 && heading.title.includes(text))
  );
}

/** A heading whose words come again and again in the sentences right below it. */
function echoesHeading(close: readonly RepeatPlace[]): boolean {
  return close.filter(({ paragraph }) => paragraph.role === 'heading').length > 0 && close.length >= 3;
}

/** The most places within the window. */
function closest(places: readonly RepeatPlace[]): readonly RepeatPlace[] {
  let best: readonly RepeatPlace[] = [];
  let from = 0;
  for (let to = 0; to < places.length; to++) {
    while (places[to]!.distance - places[from]!.distance > WINDOW) from++;
    if (to - from + 1 > best.length) best = places.slice(from, to + 1);
  }
  return best;
}
