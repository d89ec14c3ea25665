import type { Span } from '../../draft/span.ts';
import { piecesAt } from '../locate.ts';
import type { WordDocument, WordPiece } from '../types.ts';
import { unsound } from '../xml-text.ts';
import type { Run } from './body.ts';
import { lineAt, type Place, type Placing } from './place.ts';
import type { Remark } from './types.ts';
import type { Struck } from './weave.ts';

/** One replacement as a tracked change: what is struck, and what is written behind it like the text of a run. */
export interface Change {
  readonly struck: readonly Struck[];
  readonly place: Place;
  readonly text: string;
  readonly like: Run;
}

type Edit = NonNullable<Remark['edits']>[number];

/** The changes that the edits of remarks come to, in order: each remark whole or not at all, the first of those that touch. */
export function changesOf(
  document: WordDocument,
  placing: Placing,
  remarks: readonly Remark[],
): readonly Change[] {
  const taken = new Uint8Array(document.text.length + 1);
  return remarks.flatMap(({ edits = [] }) => {
    const real = edits
      .map((edit) => smallest(document.text, edit))
      .filter(({ span, newText }) => span.end > span.start || newText !== '');
    if (!areApart(real) || real.some(({ span }) => taken.subarray(span.start, span.end + 1).includes(1)))
      return [];
    const changes = real.map((edit) => changeOf(document, placing, edit));
    if (!changes.every((change) => change !== undefined)) return [];
    for (const { span } of real) taken.fill(1, span.start, span.end + 1);
    return changes;
  });
}

function areApart(edits: readonly Edit[]): boolean {
  const sorted = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.every(({ start }, i) => i === 0 || sorted[i - 1]!.end < start);
}

/** An edit without the characters that stay as they are at its head and its end. */
function smallest(text: string, { span, newText }: Edit): Edit {
  const old = text.slice(span.start, span.end);
  const most = Math.min(old.length, newText.length);
  let head = 0;
  while (head < most && old[head] === newText[head]) head++;
  if (head > 0 && /[\ud800-\udbff]/.test(old[head - 1]!)) head--;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  if (tail > 0 && /[\udc00-\udfff]/.test(old[old.length - tail]!)) tail--;
  const kept = { start: span.start + head, end: span.end - tail };
  return { span: kept, newText: newText.slice(head, newText.length - tail) };
}

/** An edit of plain text in one paragraph, or undefined. */
function changeOf(document: WordDocument, placing: Placing, { span, newText }: Edit): Change | undefined {
  if (/[\n\r\t]/.test(newText) || unsound(newText) > 0) return undefined;
  if (span.start === span.end) return insertionAt(document, placing, span.start, newText);
  const pieces = piecesAt(document, span);
  const [first] = pieces;
  const run = first && placing.runOf(first);
  if (!first || !run || pieces.some(({ paragraph }) => paragraph !== first.paragraph)) return undefined;
  const struck = pieces.map((piece) => struckIn(document, placing, piece, span));
  const covered = pieces.reduce((sum, { at, length }) => {
    return sum + Math.min(span.end, at + length) - Math.max(span.start, at);
  }, 0);
  if (covered !== span.end - span.start || !struck.every((one) => one !== undefined)) return undefined;
  return { struck, place: struck[struck.length - 1]!.to, text: newText, like: run };
}

function struckIn(
  document: WordDocument,
  placing: Placing,
  piece: WordPiece,
  { start, end }: Span,
): Struck | undefined {
  const text = isPlain(document, placing, piece) ? placing.textOf(piece) : undefined;
  if (!text) return undefined;
  return {
    from: placing.at(piece, Math.max(0, start - piece.at), 'start'),
    to: placing.at(piece, Math.min(piece.length, end - piece.at), 'end'),
    text,
  };
}

function insertionAt(document: WordDocument, placing: Placing, at: number, text: string): Change | undefined {
  const line = lineAt(document.text, at);
  const [before] = at > line.start ? piecesAt(document, { start: at - 1, end: at }) : [];
  const [after] = before || at >= line.end ? [] : piecesAt(document, { start: at, end: at + 1 });
  const piece = before ?? after;
  const run = piece && isPlain(document, placing, piece) ? placing.runOf(piece) : undefined;
  if (!piece || !run || !placing.textOf(piece)) return undefined;
  const place = placing.at(piece, Math.max(0, at - piece.at), before ? 'end' : 'start');
  return { struck: [], place, text, like: run };
}

function isPlain({ file }: WordDocument, placing: Placing, piece: WordPiece): boolean {
  const run = piece.part === file.main ? placing.runOf(piece) : undefined;
  return run?.plain === true && run.host === undefined && !run.boxed;
}
