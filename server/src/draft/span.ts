/** A stretch of text: UTF-16 offsets, `end` exclusive. Lines and columns exist only in the shells. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Of spans the one that begins first, the longest of several that begin there, then the next behind it; none overlaps another. */
export function leftmostLongest<Item extends Span>(items: readonly Item[]): readonly Item[] {
  let reached = 0;
  return [...items]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
}

/** The characters of `text` that `span` covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** A piece of text without its line ends and the blanks about them, to be shown on one line. */
export function onOneLine(text: string): string {
  return text.replace(/(?<!\s)\s*[\r\n]\s*/g, '');
}
