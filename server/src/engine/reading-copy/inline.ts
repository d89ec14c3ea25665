import type { Span } from '../../draft/span.ts';
import type { Reading } from '../../facts/aloud/readings.ts';
import type { ParagraphFacts } from '../../facts/facts.ts';
import { escapeXml } from '../escape.ts';
import { keptSpans } from './keep.ts';
import type { ReadingCopyOptions } from './types.ts';

/** The HTML of a paragraph's text: its characters as they stand, with figures and names kept together, blanks boxed, readings added. */
export function inlineHtml(
  facts: ParagraphFacts,
  readings: readonly Reading[],
  pinyin: ReadingCopyOptions['pinyin'],
): string {
  const { text, placeholders } = facts;
  const kept = owners(text, keptSpans(facts));
  const blank = owners(
    text,
    placeholders.map(({ span }) => span),
  );
  const readingAt = new Map(readings.map(({ at, reading }) => [at, reading]));
  const plain = (span: Span): string => withReadings(text, span, readingAt, pinyin);
  const boxed = (span: Span): string =>
    pieces(blank, span)
      .map((piece) => (blank[piece.start] === 0 ? plain(piece) : `<mark>${plain(piece)}</mark>`))
      .join('');
  return pieces(kept, { start: 0, end: text.length })
    .map((piece) => (kept[piece.start] === 0 ? boxed(piece) : `<span class="keep">${boxed(piece)}</span>`))
    .join('');
}

/** For each character the number of the span that holds it, from 1; 0 where none does. */
function owners({ length }: string, spans: readonly Span[]): Uint32Array {
  const owner = new Uint32Array(length);
  spans.forEach(({ start, end }, index) => {
    owner.fill(index + 1, start, end);
  });
  return owner;
}

/** Stretches of a span whose characters have the same owner. */
function pieces(owner: Uint32Array, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  for (let at = start; at < end; ) {
    const from = at;
    while (at < end && owner[at] === owner[from]) at++;
    found.push({ start: from, end: at });
  }
  return found;
}

function withReadings(
  text: string,
  { start, end }: Span,
  readingAt: ReadonlyMap<number, string>,
  pinyin: ReadingCopyOptions['pinyin'],
): string {
  let html = '';
  let done = start;
  for (let at = start; at < end; at++) {
    const reading = readingAt.get(at);
    if (reading === undefined) continue;
    const character = escapeXml(text[at]!);
    html += escapeXml(text.slice(done, at));
    html +=
      pinyin === 'ruby'
        ? `<ruby>${character}<rt>${reading}</rt></ruby>`
        : `${character}<span class="reading">（${reading}）</span>`;
    done = at + 1;
  }
  return html + escapeXml(text.slice(done, end));
}
