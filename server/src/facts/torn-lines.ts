import type { Paragraph, Speech } from '../draft/types.ts';
import type { Words } from '../words/words.ts';

/** Two paragraphs as they are read that were one line: the end of the one goes on in the other. */
export interface TornLine {
  readonly before: Paragraph;
  readonly after: Paragraph;
  /** The first line of `after` is the end of a heading, and what was read on from it is the text below. */
  readonly tail: boolean;
}

/** As much of a line as tells its last or first word. */
const NEAR = 12;
/** Shorter lines are cells, names and verses. */
const SHORTEST = 8;
const CLOSED = /[。！？；：，、…”’』」》〉）)\]】!?;:,]$/;
/** Behind these nothing is torn. */
const STOPPED = /[。！？；：…”’』」》〉）)\]】!?;:]$/;
const LINE_END = /^[ 　\t]*(?:\r\n|\r|\n)[ 　\t]*$/;
const FIGURE_BEFORE = /\d[.．]?$/;
const FIGURE_AFTER = /^(?:[.．]\d|[%％‰]|[万亿]|年|月|个百分点)/;

/**
 * Line ends inside a word or a figure of a title, a heading or a short line (GB/T 9704-2012 7.3.1: a title is broken
 * where its sense allows); inside a sentence where a page ended; and after ； where no other line of the speech ends so.
 * `source` is the draft's text. Without `words` only what needs none is told.
 */
export function tornLines(speech: Speech, source: string, words: Words | undefined): readonly TornLine[] {
  const pages = speech.residue.filter(({ kind }) => kind === 'page-number');
  const clause = tornClause(speech);
  const torn: TornLine[] = [];
  let page = 0;
  speech.paragraphs.forEach((after, i) => {
    const before = speech.paragraphs[i - 1];
    if (!before) return;
    while (page < pages.length && pages[page]!.span.start < before.span.end) page++;
    if (after.role === 'heading' || after.role === 'salutation') return;
    if (before !== clause && STOPPED.test(before.text.slice(-1))) return;
    const between = source.slice(before.span.end, after.span.start);
    const turned = page < pages.length && pages[page]!.span.start < after.span.start;
    // The second line of a title stands in the middle of the page; any other indent opens a paragraph.
    const indented = before.role !== 'title' && /(?:　| {2}|\t)$/.test(between);
    if (indented) return;
    const inLine =
      LINE_END.test(between) &&
      (before === clause || tornWord(before, after, words) || tornFigure(before, after));
    if (inLine || (turned && goesOnOverPage(before, after)))
      torn.push({ before, after, tail: isTail(before, after) });
  });
  return torn;
}

/** The word that holds the line end is no sum of the two: one word more stands here than in the joined line. */
function tornWord(before: Paragraph, after: Paragraph, words: Words | undefined): boolean {
  if (!words || before.text.length < SHORTEST || before.role === 'salutation' || CLOSED.test(before.text))
    return false;
  const head = before.text.slice(-NEAR);
  const tail = after.text.slice(0, NEAR);
  const count = (text: string): number => words.cut(text, false).length;
  const ends = words.cut(head + tail, false);
  const at = ends.findIndex((end) => end >= head.length);
  const more = count(head) + count(tail) - ends.length;
  // 总体要／求和目标 has as many words as 总体要求和目标; a line of text would not be so short and without an end.
  if (ends[at] === head.length || more < (before.role === 'heading' && isShort(after) ? 0 : 1)) return false;
  const left = head.slice(ends[at - 1] ?? 0);
  const right = tail.slice(0, ends[at]! - head.length);
  const whole = (part: string): boolean => part.length > 1 && count(part) === 1;
  // Halves that are words may stand apart: 精神文明／建设; a title is not broken after the first one of many.
  return !(whole(left) && whole(right)) || (before.role === 'title' && left.length <= 2);
}

function tornFigure(before: Paragraph, after: Paragraph): boolean {
  if (before.text.length < SHORTEST || !FIGURE_BEFORE.test(before.text)) return false;
  // Under a heading or a title that ends with a year a line may begin with a figure of its own.
  return FIGURE_AFTER.test(after.text) || (before.role === 'body' && /^\d/.test(after.text));
}

/** As long as a heading gets. */
const HEADING = 60;

/** The first line stops short without a mark at its end. */
function isShort({ text, breaks }: Paragraph): boolean {
  const line = text.slice(0, breaks[0]);
  return line.length <= 20 && !CLOSED.test(line);
}

function isTail(before: Paragraph, { text, breaks }: Paragraph): boolean {
  const end = breaks[0];
  if (before.role !== 'heading' || end === undefined || before.text.length + end > HEADING) return false;
  return !/[。；]|[，、]$/.test(text.slice(0, end));
}

/** A sentence that had not ended when the page did, blank lines around the page's number. */
function goesOnOverPage(before: Paragraph, after: Paragraph): boolean {
  if (before.role !== 'body' || after.role !== 'body') return false;
  const sentence = before.text.length > 24 || /[，。；]/.test(before.text);
  return sentence && (/[，、]$/.test(before.text) || !CLOSED.test(before.text));
}

/**
 * The one paragraph that ends with ； in a speech whose lines are broken elsewhere too: a text of several sentences
 * goes on after it. Items that end with ； are two at least, or begin alike.
 */
function tornClause(speech: Speech): Paragraph | undefined {
  if (!speech.paragraphs.some(({ breaks }) => breaks.length > 0)) return undefined;
  const ending = speech.paragraphs.filter(({ text }) => /[；;]$/.test(text));
  const [only] = ending;
  if (!only || ending.length > 1 || only.role === 'title') return undefined;
  const next = speech.paragraphs[speech.paragraphs.indexOf(only) + 1];
  if (next?.role !== 'body' || ITEM.test(next.text) || next.text[0] === only.text[0]) return undefined;
  return several(only.text) && several(next.text) ? only : undefined;
}

/** A text of more than one sentence. */
function several(text: string): boolean {
  return text.indexOf('。') !== text.lastIndexOf('。');
}

const ITEM = /^(?:[一二三四五六七八九十]{1,3}[是要、]|第|其|首先|再次|最后|另外|同时|——|[-•·●*])/;
