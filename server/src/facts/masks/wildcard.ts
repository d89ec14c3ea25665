import type { Span } from '../../draft/span.ts';
import { MASK } from '../placeholders/alphabet.ts';
import type { Placeholder } from '../placeholders/read.ts';

/** A text with gaps: `pieces.length` is one more than the gaps between them. */
export interface Pattern {
  readonly pieces: readonly string[];
  readonly gaps: readonly Gap[];
}

/** A gap and how much of its placeholder's own text stands before and behind it. */
export interface Gap {
  readonly placeholder: Placeholder;
  readonly before: number;
  readonly after: number;
}

const SIGN = new RegExp(`(?:${MASK}|[_＿…？?]|某)+(?:[.．·,](?:${MASK}|\\d)+)*|[ 　]+`, 'g');
const NUMBER = new RegExp(`^[-－]?(?:\\d|${MASK}|[oO0〇_＿ 　.．·,高低快慢升降增减])+`);

/** The part [from, to) of a text, its placeholders as gaps; what a placeholder has besides its signs stays. */
export function patternOf(
  text: string,
  { start: from, end: to }: Span,
  inside: readonly Placeholder[],
): Pattern {
  const pieces: string[] = [];
  const gaps: Gap[] = [];
  let at = from;
  for (const placeholder of inside) {
    for (const gap of gapsOf(placeholder)) {
      pieces.push(text.slice(at, gap.start));
      const { start, end } = placeholder.span;
      gaps.push({ placeholder, before: gap.start - start, after: end - gap.end });
      at = gap.end;
    }
  }
  pieces.push(text.slice(at, to));
  return { pieces, gaps };
}

/** What of a placeholder is masked: one span for each run of signs, for a number the number; all of a note such as 【待补充】. */
export function gapsOf({ kind, span, text }: Placeholder): readonly Span[] {
  const moved = (start: number, length: number): Span => ({
    start: span.start + start,
    end: span.start + start + length,
  });
  const number = kind === 'number' ? NUMBER.exec(text)?.[0] : undefined;
  if (number !== undefined) return [moved(0, number.length)];
  const signs = [...text.matchAll(SIGN)].map(({ 0: sign, index }) => moved(index, sign.length));
  return signs.length > 0 && !/^[（(【[〔{]/.test(text) ? signs : [span];
}

/**
 * What stands in the gaps where `text` reads as the pattern from end to end; undefined where it does not, or where the
 * gaps could be cut in two ways. Each piece is sought once from the left and once from the right.
 */
export function matchPattern({ pieces }: Pattern, text: string): readonly Span[] | undefined {
  const first = pieces[0]!;
  const last = pieces[pieces.length - 1]!;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return undefined;
  const middle = pieces.slice(1, -1);
  if (middle.includes('')) return undefined;
  const bounds = { start: first.length, end: text.length - last.length };
  const left: Span[] = [];
  let at = bounds.start;
  for (const piece of middle) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > bounds.end) return undefined;
    left.push({ start: at, end: found });
    at = found + piece.length;
  }
  left.push({ start: at, end: bounds.end });
  let end = bounds.end;
  for (let i = middle.length - 1; i >= 0; i--) {
    const found = text.lastIndexOf(middle[i]!, end - middle[i]!.length);
    if (found !== left[i]!.end) return undefined;
    end = found;
  }
  return left;
}
