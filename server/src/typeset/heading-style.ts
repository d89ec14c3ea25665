import type { Heading, MarkerStyle } from '../draft/types.ts';
import type { StyleName } from './profile.ts';

/** GB/T 9704-2012 7.3.3; ① is set as the text is. */
const STYLES: Readonly<Partial<Record<MarkerStyle, StyleName>>> = {
  part: 'heading1',
  han: 'heading1',
  'han-paren': 'heading2',
  digit: 'heading3',
  'digit-paren': 'heading4',
};

/**
 * The style of a heading; undefined where what follows the number is text: a sentence too long for a heading,,
 * `1.加强领导，压实责任。` alone in its paragraph, `1.四网：干线铁路…` in a glossary.
 */
export function headingStyle({ marker, title }: Heading, paragraph: string): StyleName | undefined {
  const style = STYLES[marker.style];
  const end = paragraph.indexOf(title, marker.end) + title.length;
  const closed = end >= paragraph.trimEnd().length || /[。！？\s]/.test(paragraph.charAt(end));
  const glued = /[（(]/.test(paragraph.charAt(end));
  if (!closed && !glued) return undefined;
  const item = title.includes('：') || (/^[。！？]$/.test(paragraph.slice(end)) && /[，；、]/.test(title));
  return item && (style === 'heading3' || style === 'heading4') ? undefined : style;
}

/** The style of a Markdown heading without a number: `##` is the first level below the title. */
export function markdownHeading(text: string): StyleName {
  const depth = /^#*/.exec(text)![0].length;
  return depth <= 2 ? 'heading1' : depth === 3 ? 'heading2' : 'heading3';
}
