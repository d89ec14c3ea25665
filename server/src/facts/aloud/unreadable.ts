import type { Span } from '../../draft/span.ts';
import type { Placeholder } from '../placeholders/read.ts';
import { SUSPECT, suspectsIn } from './suspects.ts';
import { unitAt } from './units.ts';

export type UnreadableKind = 'fall' | 'below-zero' | 'range' | 'times' | 'sign' | 'unit' | 'slash' | 'arrow';

/** What a reader stumbles at; `span` is in the paragraph's text. */
export interface Unreadable {
  readonly kind: UnreadableKind;
  readonly span: Span;
  readonly text: string;
  /** How it can be written so that it is read as it stands; every figure is kept. Undefined where that is the writer's to say. */
  readonly right: string | undefined;
}

interface Form {
  readonly kind: UnreadableKind;
  /** The bit of `SUSPECT` without which nothing can match. */
  readonly needs: number;
  readonly pattern: RegExp;
  /** What to write instead; `null` where nothing is wrong. */
  readonly right: (match: RegExpExecArray, before: string, after: string) => string | undefined | null;
}

const N = String.raw`\d{1,15}(?:\.\d{1,9})?`;
const COUNTED =
  '年|月|日|号|时|点|分钟|小时|天|周|季度|个|%|％|‰|万|亿|元|倍|户|人|名|家|项|吨|米|公里|亩|公顷|公斤|千克|台|套|辆|条|件|座|所|处|场|次|位|级|届|批|层|岁|平方|立方|千瓦|兆瓦|厘米|毫米|℃|度';
const TO = '[-－−–—~～]';
const CODE = String.raw`[\dA-Za-z.．:：/〔\[-]`;

const FORMS: readonly Form[] = [
  // 5~10% 4.5%-5%
  {
    kind: 'range',
    needs: SUSPECT.dash,
    pattern: new RegExp(`(?=\\d)(?<!${CODE})(${N})([%％]?)${TO}(${N})([%％])(?!${TO})`, 'g'),
    right: ({ 1: low, 3: high, 4: sign }) => (rising(low!, high!) ? `${low}${sign}至${high}${sign}` : null),
  },
  // 1-8月 2021-2025年 100万-200万元
  {
    kind: 'range',
    needs: SUSPECT.dash,
    pattern: new RegExp(`(?=\\d)(?<!${CODE})(?!0\\d)(${N})((?:${COUNTED})?)${TO}(${N})(${COUNTED})`, 'g'),
    right: ({ 1: low, 2: unit, 3: high, 4: last }) => {
      const same = unit === '' ? rising(low!, high!) : unit === last || /[年月日时点]/.test(unit!);
      return same ? `${low}${unit}至${high}${last}` : null;
    },
  },
  // 8:00-9:00
  {
    kind: 'range',
    needs: SUSPECT.dash,
    pattern: new RegExp(
      `(?=\\d)(?<![\\d:：])(\\d{1,2}[:：]\\d{2})${TO}(\\d{1,2}[:：]\\d{2})(?![\\d:：])`,
      'g',
    ),
    right: ({ 1: from, 2: to }) => `${from}至${to}`,
  },
  // 示范区-7.9% 增长-7.9%
  {
    kind: 'fall',
    needs: SUSPECT.dash,
    pattern: new RegExp(
      `(?=[-－−同增])(同比增长|增长|增速)?(?<=[A-Z\\u4e00-\\u9fff”）)])(?<!\\d[万亿千百元年月日号时个人户]{1,2})[-－−](${N})(%|％|个百分点)`,
      'g',
    ),
    right: fall,
  },
  // -5℃
  {
    kind: 'below-zero',
    needs: SUSPECT.dash,
    pattern: new RegExp(`(?=[-－−])(?<!${CODE})[-－−](${N})(?:℃|°C|摄氏度)`, 'g'),
    right: ({ 1: degrees }) => `零下${degrees}摄氏度`,
  },
  // 2×66万千瓦
  {
    kind: 'times',
    needs: SUSPECT.times,
    pattern: new RegExp(`(?=\\d)(?<!${CODE})(\\d+)[×xX*＊](${N})(?=([^\\d.×]?[^\\d]?))(?!\\d)`, 'g'),
    right: ({ 1: number, 2: each, 3: unit }, before, after) =>
      before.endsWith('“') && after.startsWith('”')
        ? null
        : /^(?:万千|兆瓦|千瓦|百万)/.test(unit!)
          ? `${number}台${each}`
          : `${number}乘${each}`,
  },
  // ≥95%
  {
    kind: 'sign',
    needs: SUSPECT.sign,
    pattern: /(?=[≥≧≤≦>＞<＜±≈])(?<![A-Za-z/"'=<>]). ?(?=\d)/g,
    right: ({ 0: sign }) => SIGNS[sign[0]!],
  },
  // 100+个
  {
    kind: 'sign',
    needs: SUSPECT.plus,
    pattern: /(?<![\d.+＋])(\d{2,})[+＋](?=[个项名家人场座])/g,
    right: ({ 1: number }) => `${number}多`,
  },
  // No.1 №1
  {
    kind: 'sign',
    needs: SUSPECT.number,
    pattern: /(?:(?<![A-Za-z])N[Oo][.．] ?|№ ?)(?=\d)/g,
    right: () => '第',
  },
  { kind: 'arrow', needs: SUSPECT.arrow, pattern: /[→↑↓⇒]+/g, right: () => undefined },
  // 县/区
  {
    kind: 'slash',
    needs: SUSPECT.slash,
    pattern: /[/／](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])/g,
    right: (_, before, after) => (MEASURED.test(before) || PER.test(after) ? null : undefined),
  },
];
const SIGNS: Readonly<Record<string, string>> = {
  '≥': '不低于',
  '≧': '不低于',
  '≤': '不高于',
  '≦': '不高于',
  '>': '超过',
  '＞': '超过',
  '<': '低于',
  '＜': '低于',
  '±': '正负',
  '≈': '约',
};
/** 元/吨, 微克/立方米, 人/平方公里: units are written so, and are read. */
const MEASURED =
  /(?:元|克|吨|米|里|升|瓦|时|公斤|斤|焦|卡|次|人|户|个|辆|台|件|车|床|张|亩|头|只|标准煤|度)$/;
const PER =
  /^(?:年|月|日|天|小时|分钟?|秒|次|吨|公斤|千克|斤|平方|立方|亩|公顷|人|户|万|千|百|升|米|公里|标准)/;

/** A number with its sign for a fall, and the word that says the fall. */
function fall({ 1: growth, 2: number, 3: unit }: RegExpExecArray, before: string): string | null {
  const amount = `${number}${unit}`;
  if (growth !== undefined)
    return growth === '增速' ? `增速为负${amount}` : `${growth.replace('增长', '下降')}${amount}`;
  if (/[下降低少减跌落]$/.test(before)) return null;
  return /[为达到至是在于由从]$/.test(before) ? `负${amount}` : `下降${amount}`;
}

function rising(low: string, high: string): boolean {
  return Number(low) < Number(high);
}

/** What cannot be read out as it stands, in order and apart: signs for words, ranges, units. Names in 《》, rows of tables and places still to be filled in are left alone. */
export function readUnreadable(text: string, placeholders: readonly Placeholder[]): readonly Unreadable[] {
  const suspects = suspectsIn(text);
  if (suspects === 0 || /^\s*[|｜]|[|｜\t].*[|｜\t]/.test(text)) return [];
  const taken = new Uint8Array(text.length);
  for (const { start, end } of [...placeholders.map(({ span }) => span), ...names(text)])
    taken.fill(1, start, end);
  const found = [
    ...FORMS.flatMap((form) => ((suspects & form.needs) === 0 ? [] : readForm(form, text))),
    ...((suspects & SUSPECT.unit) === 0 ? [] : readUnits(text)),
  ].filter(({ span }) => {
    if (taken.subarray(span.start, span.end).includes(1)) return false;
    taken.fill(1, span.start, span.end);
    return true;
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

function readForm({ kind, pattern, right }: Form, text: string): readonly Unreadable[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const { index, 0: written } = match;
    const end = index + written.length;
    const better = right(match, text.slice(Math.max(0, index - 4), index), text.slice(end, end + 4));
    return better === null || written === ''
      ? []
      : [{ kind, span: { start: index, end }, text: written, right: better }];
  });
}

/** Latin signs and square signs for units after a number. */
function readUnits(text: string): readonly Unreadable[] {
  return Array.from(
    text.matchAll(/[A-Za-zμ㎎-㏎℃°](?<=(?<![A-Za-z\d.-])\d[\d.]{0,20}[万亿千百]? ?.)/g),
  ).flatMap(({ index }) => {
    const unit = unitAt(text, index);
    if (!unit || unit.written === 'g' || unit.written === 'L' || unit.written === 'h' || unit.written === '℃')
      return [];
    const span = { start: index, end: index + unit.written.length };
    return [{ kind: 'unit' as const, span, text: unit.written, right: unit.read }];
  });
}

function names(text: string): readonly Span[] {
  return Array.from(text.matchAll(/《[^》]*》?|https?:[^\s，。；）]+/g), ({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
}
