import { overlaps, type Span } from '../draft/span.ts';
import type { Paragraph } from '../draft/types.ts';
import type { Part, PartName } from '../facts/parts/types.ts';
import type { StyleName } from './profile.ts';

/** A part of a speech that is set in a style of its own; source offsets. */
export interface Place {
  readonly span: Span;
  readonly style: StyleName;
}

const STYLES: Readonly<Partial<Record<PartName, StyleName>>> = {
  title: 'title',
  subtitle: 'subtitle',
  speaker: 'byline',
  date: 'byline',
  salutation: 'salutation',
};

/** Title, name, date and salutation; name and date below the text are its signature. */
export function placesOf(parts: readonly Part[]): readonly Place[] {
  const text = parts.findIndex(({ name }) => name === 'opening' || name === 'body' || name === 'closing');
  return parts.flatMap(({ name, span }, i) => {
    const style = STYLES[name];
    if (!style) return [];
    return [{ span, style: text >= 0 && i > text && style === 'byline' ? 'signature' : style }];
  });
}

/** The style of a paragraph above or below the text itself; undefined for one of the text. */
export function frontStyle({ span, role }: Paragraph, places: readonly Place[]): StyleName | undefined {
  const place = places.find((one) => {
    if (!overlaps(one.span, span)) return false;
    const aside = one.style === 'byline' || one.style === 'signature';
    return !aside || 2 * (one.span.end - one.span.start) > span.end - span.start;
  });
  return place?.style ?? (role === 'title' || role === 'byline' ? 'byline' : undefined);
}
