import { firstWhere } from './halving.ts';
import type { TextForm, TextForms } from './text-forms.ts';
import type { Line } from './types.ts';

/** A line and what its words look like. */
export interface ReadLine extends Line {
  /** Where its words begin, outer spaces left out. */
  readonly at: number;
  /** The form of its words. */
  readonly form: TextForm;
}

/** A text with its lines, from which the next version of it is read. */
export interface LinedText {
  readonly text: string;
  readonly lines: readonly ReadLine[];
}

/** Splits at LF, CRLF and lone CR. A text of n line ends has n + 1 lines. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    lines.push({ start, end: at });
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** Index of the line that holds an offset; a line end belongs to the line it ends. */
export function lineAt(lines: readonly Line[], offset: number): number {
  return firstWhere(lines.length - 1, (line) => lines[line + 1]!.start > offset);
}

/** The lines of a text with their forms; those that an earlier version has before and behind the edit are taken over. */
export function readLines(text: string, forms: TextForms, before?: LinedText): readonly ReadLine[] {
  if (!before) return splitLines(text).map((line) => readLine(text, line, 0, forms));
  const { head, tail } = unchanged(before.text, text);
  const by = text.length - before.text.length;
  const { lines } = before;
  // The characters that end a line, and the one that tells CR from CRLF, have to be the same too.
  const first = firstWhere(lines.length, (at) => lines[at]!.end + 2 > head);
  const rest = Math.max(
    first,
    firstWhere(lines.length, (at) => lines[at]!.start - 1 >= before.text.length - tail),
  );
  const from = first === 0 ? 0 : (lines[first]?.start ?? text.length);
  const to = rest < lines.length ? lines[rest]!.start + by : text.length;
  const edited = splitLines(text.slice(from, to));
  if (rest < lines.length) edited.pop();
  return [
    ...lines.slice(0, first),
    ...edited.map((line) => readLine(text, line, from, forms)),
    ...lines.slice(rest).map(({ start, end, at, form }) => moved(start + by, end + by, at + by, form)),
  ];
}

function readLine(text: string, line: Line, by: number, forms: TextForms): ReadLine {
  const end = line.end + by;
  const open = text.slice(line.start + by, end).trimStart();
  return moved(line.start + by, end, end - open.length, forms.of(open.trimEnd()));
}

function moved(start: number, end: number, at: number, form: TextForm): ReadLine {
  return { start, end, at, form };
}

/** How many characters two texts have in common at their heads and, behind these, at their ends. */
export function unchanged(before: string, after: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head + PIECE <= most && before.slice(head, head + PIECE) === after.slice(head, head + PIECE))
    head += PIECE;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  const left = most - head;
  let tail = 0;
  while (tail + PIECE <= left && endPiece(before, tail) === endPiece(after, tail)) tail += PIECE;
  while (
    tail < left &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { head, tail };
}

/** Texts are compared by pieces of so many characters, many times faster than one by one. */
const PIECE = 512;

function endPiece(text: string, tail: number): string {
  return text.slice(text.length - tail - PIECE, text.length - tail);
}
