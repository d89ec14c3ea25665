import type { ReadLine } from './lines.ts';
import { readMarker } from './markers.ts';
import type { Residue } from './types.ts';

/** Words that close the title of a speech (practice). */
const GENRE = '讲话|讲稿|发言|发言稿|致辞|致词|贺词|报告|主持词|提纲|党课|演讲|汇报|述职|总结|动员';
const TITLE = new RegExp(`(?:${GENRE})(?:提纲|稿)?[ 　]{0,9}(?:[（(\\[【].{0,16}[）)\\]】])?$`);
const OCCASION = new RegExp(
  `^(?:——|—|--)?在.{4,50}(?:会|会议|大会|仪式|活动|论坛|典礼|座谈会|班|式|节)(?:议)?(?:上|结束时|闭幕时|开幕时|期间|时)?的(?:${GENRE})`,
);
const SALUTATION =
  /^(?:尊敬的|敬爱的|亲爱的)?(?:各位|同志|女士|先生|朋友|老师|同学|代表|委员|来宾|领导|企业家|老领导|嘉宾|战友|乡亲|父老|市民|网友|大家).{0,40}[:：]$/;
/** What an address never holds: `同志们的劲头很足，有三点：` is a sentence. */
const STATEMENT = /[的是有要讲说看做很都我你\d]|如下|问题|方面/;
const NAMED_SALUTATION = /^(?:尊敬的|敬爱的).{1,40}[:：]$/;

/** `同志们：`, `尊敬的各位来宾，女士们、先生们：` on a line of its own. */
export function isSalutation(line: string): boolean {
  const text = line.trim();
  if (text.length > 50 || !(SALUTATION.test(text) || NAMED_SALUTATION.test(text))) return false;
  return !STATEMENT.test(text.replace(/(?:尊敬|敬爱|亲爱)的/g, ''));
}

/** A line that reads as the title of a speech: short, open-ended, closing with 讲话, 致辞 and the like. */
export function isTitleLine(line: string): boolean {
  const text = line.trim();
  return (
    text.length >= 2 &&
    text.length <= 45 &&
    !/[。；！？!?]/.test(text) &&
    TITLE.test(text) &&
    !readMarker(text)
  );
}

/** A line that may stand in the block above a salutation: title, subtitle, name, date. */
export function isFrontLine(line: string): boolean {
  const text = line.trim();
  return text.length > 0 && text.length <= 45 && !/[。；！？：:，,]$/.test(text) && !readMarker(text);
}

interface Reading {
  readonly text: string;
  readonly lines: readonly ReadLine[];
  readonly labels: ReadonlySet<number>;
}

/**
 * Source offsets at which a new speech begins; the first is always 0 (practice: collections and joined files).
 * Boundaries: a collection label, a title block above a salutation, `在…会议上的讲话` on its own line,
 * and a salutation after which numbering starts anew.
 */
export function speechStarts(
  text: string,
  lines: readonly ReadLine[],
  residue: readonly Residue[],
): number[] {
  const labels = new Set(residue.filter((r) => r.reason === 'collection-label').map((r) => r.span.start));
  const reading: Reading = { text, lines, labels };
  const starts = [0];
  let opened = 0;
  let body = false;
  let headings = 0;
  const open = (line: number) => {
    starts.push(lines[line]!.start);
    opened = line;
    body = false;
    headings = 0;
  };
  for (let i = 0; i < lines.length; i++) {
    const { at, form } = lines[i]!;
    const line = form.text;
    if (line === '') continue;
    if (labels.has(at)) {
      if (i > 0) open(i);
      continue;
    }
    if (form.salutation) {
      const front = frontBlock(reading, i, opened);
      if (front < i && front > opened && (body || headings > 0)) open(front);
      else if (front === i && headings > 0 && startsNumberingAnew(reading, i)) open(i);
    } else if (body && form.titleLine && OCCASION.test(line)) {
      open(frontBlock(reading, i, opened));
    } else if (form.opening.marker) {
      headings++;
      if (line.length > 60) body = true;
    } else if (form.stops) {
      body = true;
    }
  }
  return starts;
}

/** Whether the first heading below line `at` is number 1: an address inside a speech is followed by the next number. */
function startsNumberingAnew({ text, lines, labels }: Reading, at: number): boolean {
  for (const { start, end } of lines.slice(at + 1)) {
    if (labels.has(start)) return false;
    const marker = readMarker(text.slice(start, Math.min(end, start + 40)).trimStart());
    if (marker) return marker.ordinal === 1;
  }
  return false;
}

/** Index of the first line of the unbroken block of title lines above line `at`; `at` itself when no title is there. */
function frontBlock({ lines, labels }: Reading, at: number, opened: number): number {
  let first = at;
  let titled = false;
  for (let i = at - 1; i > opened && at - i <= 8; i--) {
    const { start, form } = lines[i]!;
    if (form.text === '') continue;
    if (labels.has(start) || !form.frontLine) break;
    if (form.titleLine) titled = true;
    if (titled || !/[\u4e00-\u9fff]{24}/.test(form.text)) first = i;
  }
  return titled ? first : at;
}
