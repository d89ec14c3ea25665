import { chineseOrdinal } from '../draft/numerals.ts';
import type { Speech } from '../draft/types.ts';
import type { Open, PlacedMark } from './series-runs.ts';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
/** No item of a series is longer. */
const PARAGRAPHS = 18;
/** Nor has it more characters. */
const LONGEST = 2000;
/** The item before one that opens its paragraph begins so far above at most. */
const ABOVE = 9;

/** The item between two that count on but for one: one of another counter that no series took, or one like a heading. */
export function strayBetween(
  speech: Speech,
  orphans: readonly PlacedMark[],
  previous: PlacedMark,
  next: PlacedMark,
): PlacedMark | undefined {
  const behind = orphans.slice(orphans.findLastIndex(({ span }) => span.start < previous.span.start) + 1);
  const between = behind.filter(({ ordinal }) => ordinal === previous.ordinal + 1);
  if (between.length > 1) return undefined;
  const [orphan] = between;
  return orphan ? asStray(orphan, next) : asStray(findStray(speech, previous, next), next);
}

/** 一是 二是 第三，: the last item of the series at hand, beside the others, where no other series waits for it. */
export function joinLast(stack: readonly Open[], mark: PlacedMark, next: PlacedMark | undefined): boolean {
  const series = stack[stack.length - 1];
  if (!series || series.marks.length < 2) return false;
  const last = series.marks[series.marks.length - 1]!;
  const due = mark.ordinal === last.ordinal + 1 && alongside(last, mark);
  if (!due || !isNumeral(mark) || !isNumeral(last) || goesOnWith(next, mark)) return false;
  series.marks.push(asStray(mark, last)!);
  return true;
}

/** The first item before 二是 三是: 第一， or 一、 beside them; nothing else is left for it. */
export function firstStray(
  speech: Speech,
  stack: Open[],
  mark: PlacedMark,
  next: PlacedMark | undefined,
): PlacedMark | undefined {
  const third = next?.form === mark.form && next.ordinal === 3 && alongside(mark, next);
  if (mark.ordinal !== 2 || !isNumeral(mark) || !third) return undefined;
  const series = stack[stack.length - 1];
  const [only] = series?.marks ?? [];
  const alone = series?.marks.length === 1 && alongside(only!, mark);
  if (!alone || !isNumeral(only!)) return asStray(findStray(speech, undefined, mark), mark);
  series.marks.length = 0;
  stack.pop();
  return asStray(only, mark);
}

function isNumeral({ form }: PlacedMark): boolean {
  return form !== '首先';
}

/** Whether `next` counts on after `mark`, in any counter. */
function goesOnWith(next: PlacedMark | undefined, mark: PlacedMark): boolean {
  return next !== undefined && alongside(mark, next) && next.ordinal === mark.ordinal + 1;
}

/** In one paragraph, or each at the head of its own. */
function alongside(a: PlacedMark, b: PlacedMark): boolean {
  return a.paragraph === b.paragraph || (a.head && b.head);
}

function asStray(mark: PlacedMark | undefined, { form }: PlacedMark): PlacedMark | undefined {
  return mark && { ...mark, form, verb: mark.text, stray: true };
}

/**
 * The item of a series that is numbered like a heading: `二、` `（二）` `2.` `②` at the head of a clause, for the number
 * before `next` and after `previous` (where there is none, in the same paragraph, or a few above). Undefined where two compete.
 */
function findStray(
  speech: Speech,
  previous: PlacedMark | undefined,
  next: PlacedMark,
): PlacedMark | undefined {
  const from = previous?.paragraph ?? Math.max(0, next.paragraph - (next.head ? ABOVE : 0));
  if (next.paragraph - from > PARAGRAPHS) return undefined;
  const found: PlacedMark[] = [];
  for (let index = from; index <= next.paragraph; index++) {
    const { text, toSource } = speech.paragraphs[index]!;
    const end = index === next.paragraph ? next.within.start : Math.min(text.length, LONGEST);
    const start = index === previous?.paragraph ? previous.within.end - 1 : Math.max(0, end - LONGEST);
    if (end - start > LONGEST) return undefined;
    for (const match of text.slice(start, end).matchAll(writtenAs(next.ordinal - 1))) {
      const number = match.slice(1).find((group) => group !== undefined)!;
      const within = { start: start + match.index, end: start + match.index + match[0].length };
      const at = within.start + match[0].indexOf(number);
      found.push({
        form: next.form,
        verb: match[0],
        ordinal: next.ordinal - 1,
        span: toSource(within),
        within,
        digits: toSource({ start: at, end: at + number.length }),
        text: match[0],
        paragraph: index,
        head: within.start === 0,
      });
    }
  }
  // The heading above may have the same number; the item is nearer.
  return previous && found.length > 1 ? undefined : found[found.length - 1];
}

function writtenAs(value: number): RegExp {
  const han = chineseOrdinal(value);
  const forms = [
    `(${han})、(?![一二三四五六七八九十])`,
    `[（(](${han}|${value})[）)][、.．]?`,
    `(${value})[.．、](?!\\d)`,
  ];
  if (CIRCLED[value - 1]) forms.push(`(${CIRCLED[value - 1]})`);
  return new RegExp(`(?<=^|[。；：])(?:${forms.join('|')})`, 'g');
}
