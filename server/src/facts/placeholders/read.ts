import type { Span } from '../../draft/span.ts';
import type { Form, PlaceholderKind } from './form.ts';
import { BLANK_FORMS, MASKED_FORMS } from './forms.ts';
import { readNames } from './names.ts';
import { HAS_MASK, withoutOrnaments } from './signs.ts';
import { readClosedWords } from './words.ts';

export type { PlaceholderKind } from './form.ts';

/** A place left to fill in; `span` is in the paragraph's text. */
export interface Placeholder {
  readonly kind: PlaceholderKind;
  readonly span: Span;
  readonly text: string;
}

/** Without one of these no form of a blank can match. */
const SUSPECT_BLANK =
  /[＿_…?？【[〔{]|\.{3}|TODO|TBD|FIXME|[：:] ?待|[（(][^）)]{0,24}(?:核|供|补|填|待|更新|插入|此|存疑|请)|[（(《“][ 　]*[）)》”]|[ 　][ 　%％万亿年月日]/;

/**
 * The placeholders of a paragraph, in order, never overlapping (practice; the families of the product's contract).
 * Forms are tried from the most to the least certain; each takes what is still free.
 */
export function readPlaceholders(text: string): readonly Placeholder[] {
  const blanks = SUSPECT_BLANK.test(text);
  const masks = HAS_MASK.test(text);
  if (!blanks && !masks) return [];
  const plain = masks ? withoutOrnaments(text) : text;
  const found: Placeholder[] = [];
  let held: Uint8Array | undefined;
  const taken = ({ start, end }: Span): boolean => {
    if (held) for (let at = start; at < end; at++) if (held[at] === 1) return true;
    return false;
  };
  const add = (kind: PlaceholderKind, span: Span): void => {
    held ??= new Uint8Array(text.length);
    held.fill(1, span.start, span.end);
    found.push({ kind, span, text: text.slice(span.start, span.end) });
  };
  const read = ({ kind, pattern, accept }: Form): void => {
    for (const match of plain.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].trimEnd().length };
      if (span.start === span.end || taken(span)) continue;
      if (accept && !accept(match[0].trimEnd(), plain.slice(0, span.start), plain.slice(span.end))) continue;
      add(kind, span);
    }
  };
  if (blanks) BLANK_FORMS.forEach(read);
  if (masks) {
    for (const span of readClosedWords(plain)) if (!taken(span)) add('word', span);
    MASKED_FORMS.forEach(read);
    for (const { kind, span } of readNames(plain, taken)) add(kind, span);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
