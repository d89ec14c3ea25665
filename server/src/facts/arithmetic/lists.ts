import type { Figure } from '../figures/types.ts';
import { intervalOf } from './interval.ts';
import { leadOf, type Sentence } from './sentences.ts';
import { written } from './show.ts';
import type { Calculation } from './types.ts';

const RESPECTIVE = /分别/g;
const SUBJECT_START = /[，。；：！？,;:（）()\n]/;
/** Subjects that cannot be told apart by their marks alone. */
const UNCLEAR = /[等“”《》]|[和与及].*[和与及、]|各|每|两|三次|以及|其|\d/;
const HEADLESS = /^(?:[，,]|$)/;
const BELOW = /低于|少于|小于|落后于|慢于|不及|达不到|未达到/;
const ABOVE = /高于|超过|大于|快于|领先于|好于/;
const LISTED =
  /(低于|慢于|高于|超过|快于)[^，。；]{0,6}(?:平均(?:水平|增速|数|值)?|全[市省县州])[^，。；]{0,10}(?:[（(][^）)]{0,8}[）)])?的?(?:有|是|为|包括|县|市|地区|单位|乡镇|依次|分别)/;

/** 城镇、农村居民收入分别增长5%、6%、7%: as many values as subjects. */
export function readRespective({ text, start, end, figures }: Sentence): readonly Calculation[] {
  const found: Calculation[] = [];
  let next = 0;
  for (const match of text.slice(start, end).matchAll(RESPECTIVE)) {
    const at = start + match.index;
    while (next < figures.length && figures[next]!.span.start < at) next++;
    const values = runFrom(text, figures, next);
    const first = values[0];
    if (!first || values.length < 2 || first.span.start - at > 16) continue;
    const subjects = subjectsBefore(text, start, at);
    if (!subjects) continue;
    const { length } = values;
    found.push({
      kind: 'respective',
      figure: first,
      terms: values.slice(1),
      formula: `“${subjects.join('、')}”是${subjects.length}项，数值有${length}个`,
      agrees: length % subjects.length === 0 || subjects.length % length === 0,
      certain: true,
    });
  }
  return found;
}

/** Figures from `index` on that only list marks part. */
function runFrom(text: string, figures: readonly Figure[], index: number): readonly Figure[] {
  const run: Figure[] = [];
  for (let i = index; i < figures.length; i++) {
    const figure = figures[i]!;
    const last = run[run.length - 1];
    if (last && !/^\s?[、和与及]\s?$/.test(text.slice(last.span.end, figure.span.start))) break;
    run.push(figure);
  }
  const last = run[run.length - 1];
  return last && /^\s?[、和与及]/.test(text.slice(last.span.end, last.span.end + 2)) ? [] : run;
}

function subjectsBefore(text: string, start: number, at: number): readonly string[] | undefined {
  let from = at;
  while (from > start && at - from < 60 && !SUBJECT_START.test(text.charAt(from - 1))) from--;
  const clause = text.slice(from, at);
  const before = text.slice(Math.max(start, from - 1), from);
  if (
    UNCLEAR.test(clause) ||
    /[（()）]/.test(before) ||
    (from > start && HEADLESS.test(before) && !isNewList(text, start, from))
  )
    return undefined;
  const subjects = clause.split(/[、和与及]/).map((subject) => subject.trim());
  return subjects.length > 1 && subjects.every((subject) => subject.length >= 1 && subject.length <= 24)
    ? subjects
    : undefined;
}

/** After a comma the list may have begun before it, unless the clause before ended with a number or says only when. */
function isNewList(text: string, start: number, from: number): boolean {
  const before = text.slice(Math.max(start, from - 30), from - 1);
  return (
    /[\d%％元个家户人点]\s?$/.test(before.slice(-3)) ||
    /(?:^|[。；，])[^，。；：、]{0,10}(?:年度?|季度|月份?|期间|以来|年来|半年|年间)$/.test(before.slice(-24))
  );
}

/** 低于全市平均水平的有甲县2.1%: every one of them must be. */
export function readBelowAverage(sentence: Sentence): readonly Calculation[] {
  const { text, start, end, figures } = sentence;
  const match = LISTED.exec(text.slice(start, end));
  if (!match) return [];
  const at = start + match.index;
  const from = at + match[0].length;
  const bracketed = figures.find(({ span }) => span.start > at && span.start < from);
  const before = figures.filter(({ span }) => span.end <= at);
  const average = bracketed ?? before[before.length - 1];
  if (!average || average.amount === undefined || average.approximation !== 'exact') return [];
  const found: Calculation[] = [];
  const below = BELOW.test(match[1]!);
  if (!below && !ABOVE.test(match[1]!)) return [];
  for (let i = figures.findIndex(({ span }) => span.start >= from); i >= 0 && i < figures.length; i++) {
    const figure = figures[i]!;
    const lead = leadOf(sentence, i);
    if (
      figure.unit.canonical !== average.unit.canonical ||
      figure.amount === undefined ||
      figure.scope === '' ||
      /^全/.test(figure.scope)
    )
      break;
    if (i > 0 && figures[i - 1]!.span.start >= from && !/^[、，,；;和与及]?[^，、；]{1,14}$/.test(lead))
      break;
    if (
      /高于|低于|超过|其中|其余|增速|增长|下降/.test(
        lead.slice(figures[i - 1] && figures[i - 1]!.span.start >= from ? 0 : lead.length),
      )
    )
      break;
    const [value, mean] = [intervalOf(figure), intervalOf(average)];
    if (!value || !mean) break;
    found.push({
      kind: 'rank',
      figure,
      terms: [average],
      formula: `${figure.scope}${figure.text}并不${below ? '低' : '高'}于${written(average)}`,
      agrees: below
        ? figure.amount < average.amount + figure.resolution / 2
        : figure.amount > average.amount - figure.resolution / 2,
      certain: true,
    });
  }
  return found;
}
