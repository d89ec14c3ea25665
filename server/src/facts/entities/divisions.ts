import { DIVISIONS } from '../../lexicon/divisions.ts';
import { NOT_A_PLACE, ORDINARY_STEMS } from '../../lexicon/place-words.ts';
import { createMatcher } from '../terms/matcher.ts';
import type { Sight, TaggedLine } from './types.ts';

/** A way to write a division. */
interface Form {
  readonly text: string;
  readonly key: string;
  /** How much of it is its own: of 延边朝鲜族自治州 all but 自治州. */
  readonly own: number;
  readonly level: 'province' | 'city' | 'county';
  /** With its noun. */
  readonly full: boolean;
}

/** The noun of a division is another word here: 某市场, 某区位. */
const ANOTHER_WORD: Readonly<Record<string, RegExp>> = {
  市: /^(?:场|值|容|面|井)/,
  区: /^(?:域|位|间|块|别|分(?!局))/,
  县: /^域/,
  省: /^(?:力|钱|心|时|事)/,
  州: /^际/,
  旗: /^(?:帜|舰|下)/,
};
/** Tags of words that may hold the name of a place: a place, a body, a name. */
const HOLDS_PLACE = /^n[rstz]/;
const HOLDS_COUNTY = /^n[st]/;
/** Tags of a word that is the name of a county itself. */
const IS_COUNTY = /^(?:ns|nr\w*|nz|x)$/;

/** Names of provinces that no two words make by chance, as 上 and 海南 or 河 and 北岸 do. */
const PLAIN_PROVINCES: ReadonlySet<string> = new Set(
  '吉林 黑龙江 江苏 浙江 安徽 福建 贵州 陕西 甘肃 四川 辽宁 内蒙古 宁夏 重庆 新疆 广东'.split(' '),
);

/** Makes a reader of the divisions of the list, by their full names and by their short ones. */
export function createDivisionReader(): (line: TaggedLine) => Sight[] {
  const forms = formsOfDivisions();
  const matcher = createMatcher(forms.map(({ text }) => text));
  return (line) => {
    const found: Sight[] = [];
    matcher.scan(line.text, (number, start, end) => {
      const form = forms[number]!;
      const sure = judge(line, form, start, end);
      if (sure === undefined) return;
      const span = { start, end: start + form.own };
      found.push({ kind: 'place', key: `place|${form.key}`, name: form.key, span, sure });
    });
    return found;
  };
}

/** Whether a form at a place is the division: certainly (true), perhaps (false) or not at all. */
function judge(line: TaggedLine, form: Form, start: number, end: number): boolean | undefined {
  const { text } = line;
  if (NOT_A_PLACE.some(({ word, at }) => text.startsWith(word, start - at) && word.length >= at + form.own))
    return undefined;
  const word = line.wordAt(start);
  const inside = word.start < start || word.end > end;
  if (form.full) {
    if (ANOTHER_WORD[form.text.slice(form.own)[0]!]?.test(text.slice(end, end + 2))) return undefined;
    if (word.start < start && word.end < end) return undefined;
    return form.own > 1 || word.start === start ? true : undefined;
  }
  if (PLAIN_PROVINCES.has(form.text)) return true;
  if (word.start < start) {
    const holds = form.level === 'county' ? HOLDS_COUNTY : HOLDS_PLACE;
    return word.end >= end && holds.test(line.tagAt(start)) && !ORDINARY_STEMS.has(form.text)
      ? true
      : undefined;
  }
  if (inside && !/^[nxj]/.test(line.tagAt(start))) return undefined;
  if (!inside && !line.isBoundary(end)) return undefined;
  if (!/^(?:n[rstz]|x|j)/.test(line.tagAt(start)) && form.level === 'county') return undefined;
  if (ORDINARY_STEMS.has(form.text)) return false;
  return form.level !== 'county' || (word.end === end && IS_COUNTY.test(line.tagAt(start)));
}

function formsOfDivisions(): readonly Form[] {
  const forms = new Map<string, Form>();
  const firstNoun = new Map<string, string>();
  for (const [level, noun, stems] of DIVISIONS) {
    for (const written of stems.split(' ')) {
      const [stem = '', people = ''] = written.split('/');
      const own = stem + people;
      const first = firstNoun.get(stem) ?? noun;
      firstNoun.set(stem, first);
      const key = first === noun ? stem : stem + noun;
      const add = (text: string, own: number, full: boolean): void => {
        if (!forms.has(text)) forms.set(text, { text, key, own, level, full });
      };
      if (!ORDINARY_STEMS.has(own + noun)) add(own + noun, own.length, true);
      if (people !== '') add(stem + noun.replace('自治', ''), stem.length, true);
      if (stem.length > 1) add(stem, stem.length, false);
    }
  }
  return [...forms.values()];
}
