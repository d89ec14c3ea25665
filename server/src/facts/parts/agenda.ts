import { parseOrdinal } from '../../draft/numerals.ts';
import type { Span } from '../../draft/span.ts';
import type { Paragraph } from '../../draft/types.ts';

/** An announced number of items on the agenda, and the items that the chair then calls. */
export interface Agenda {
  readonly count: number;
  /** `议程有三项`, in the source. */
  readonly span: Span;
  readonly text: string;
  /** 第N项 as called below, in order; the same number once. */
  readonly called: readonly CalledItem[];
  /** What follows the last of them may be one more, called without a number: 最后，请…讲话. */
  readonly goesOn: boolean;
}

export interface CalledItem {
  readonly ordinal: number;
  readonly span: Span;
  readonly text: string;
}

const NUMBER = '([一二两三四五六七八九十]{1,3}|\\d{1,2})';
const ANNOUNCED = [
  new RegExp(
    `(?:议程|议题)(?:主要|安排|一共|总共|共计|共)*(?:有|为|是|分为|包括)?(?:以下|如下)?${NUMBER}[项个]`,
  ),
  new RegExp(`(?:有|为|是|共|进行|安排了?)(?:以下|如下)?${NUMBER}[项个](?:主要)?(?:议程|议题)`),
  new RegExp(
    `(?<=(?:会议|大会|活动|仪式)[^，。]{0,8})(?:有|是|共|进行|安排了?)(?:以下|如下)?${NUMBER}项(?:主要)?内容`,
  ),
];
const ELSEWHERE = /上次|上一次|昨天|明天|下次|前天/;
const CALLED = new RegExp(
  `第${NUMBER}(?:项(?=议程|议题|内容|[，,：:、。；\\s]|$|由|请|是|进行)|个(?=议程|议题))(?:议程|议题|内容)?`,
  'g',
);
/** The chair goes on without a number: 最后，…; 下面，请…讲话. */
const UNNUMBERED =
  /(?:^|[。！])(?:会议|大会|现在|下面)?(?:的|进行)?最后(?:，|一项|一个|进行|请|由)|(?:下面|接下来|接着|现在)[，,]?[^。！]{0,16}请[^。！]{2,40}(?:讲话|发言|致辞|总结|宣读|讲评|作[^。！]{0,8}(?:指示|报告|安排|部署))/;

/**
 * The agenda that a chair announces (practice: 主持词), with the items called after it. Items listed in the very
 * sentence of the announcement are a preview. Undefined where none is announced, or where no two are called by number.
 */
export function readAgenda(paragraphs: readonly Paragraph[]): Agenda | undefined {
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!;
    if (!/议程|议题|项(?:主要)?内容/.test(paragraph.text)) continue;
    for (const form of ANNOUNCED) {
      const match = form.exec(paragraph.text);
      const count = match && parseOrdinal(match[1]!);
      if (!match || !count) continue;
      const sentence = paragraph.text
        .slice(0, match.index)
        .split(/[。！？]/)
        .at(-1)!;
      if (ELSEWHERE.test(sentence)) continue;
      const below = paragraphs.slice(i + 1);
      const called = bestRun(runsOf(below), count);
      if (called.length < 2) return undefined;
      const lastCalled = called[called.length - 1]!.span.end;
      return {
        count,
        span: paragraph.toSource({ start: match.index, end: match.index + match[0].length }),
        text: match[0],
        called,
        goesOn: below.some(({ text, span }) => span.start > lastCalled && UNNUMBERED.test(text)),
      };
    }
  }
  return undefined;
}

/** Items called, a new run wherever the count starts again. */
function runsOf(paragraphs: readonly Paragraph[]): CalledItem[][] {
  const runs: CalledItem[][] = [];
  for (const paragraph of paragraphs) {
    for (const match of paragraph.text.matchAll(CALLED)) {
      const ordinal = parseOrdinal(match[1]!);
      if (ordinal === undefined) continue;
      const span = paragraph.toSource({ start: match.index, end: match.index + match[0].length });
      const run = runs[runs.length - 1];
      const item = { ordinal, span, text: match[0] };
      if (!run || (ordinal === 1 && run[run.length - 1]!.ordinal > 1)) runs.push([item]);
      else if (!run.some((known) => known.ordinal === ordinal)) run.push(item);
    }
  }
  return runs;
}

/** The run that keeps the promise, or the longest: a preview and the calls themselves may both be numbered. */
function bestRun(runs: readonly CalledItem[][], count: number): readonly CalledItem[] {
  const kept = runs.find((run) => run.length === count && run.every(({ ordinal }) => ordinal <= count));
  return kept ?? [...runs].sort((a, b) => b.length - a.length)[0] ?? [];
}
