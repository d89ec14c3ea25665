import { parse, postprocess, preprocess } from 'micromark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Span } from './span.ts';

/** Tokens that are markup from end to end, their content included. */
const HIDDEN = new Set([
  'yaml',
  'codeFenced',
  'codeText',
  'htmlFlow',
  'htmlText',
  'definition',
  'thematicBreak',
  'setextHeadingLine',
  'blockQuotePrefix',
  'emphasisSequence',
  'strongSequence',
  'labelMarker',
  'labelImageMarker',
  'resource',
  'reference',
  'escapeMarker',
  'characterReference',
  'autolink',
  'tableDelimiterRow',
  'hardBreakEscape',
]);

/**
 * Source spans of CommonMark markup that a reader of the rendered text does not see.
 * Indented paragraphs are text, not code; list numbers and `#` stay visible for the outline.
 * A block with thousands of emphasis signs keeps them visible: pairing them takes time that grows with the square.
 */
export function markupSpans(source: string): Span[] {
  const disabled = ['codeIndented', ...(isCrowded(source) ? ['attention'] : [])];
  const parser = parse({ extensions: [gfmTable(), frontmatter(), { disable: { null: disabled } }] });
  const events = postprocess(parser.document().write(preprocess()(source, undefined, true)));
  const spans: Span[] = [];
  for (const [kind, token] of events) {
    if (kind !== 'enter') continue;
    const bullet =
      token.type === 'listItemPrefix' && !/\d/.test(source.slice(token.start.offset, token.end.offset));
    if (bullet || HIDDEN.has(token.type)) spans.push({ start: token.start.offset, end: token.end.offset });
  }
  return spans.sort((a, b) => a.start - b.start);
}

const CROWDED = 1000;

function isCrowded(source: string): boolean {
  let signs = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x2a || code === 0x5f) signs++;
    else if (code === 0x0a && /^[ \t]*\r?\n/.test(source.slice(at + 1, at + 80))) signs = 0;
    if (signs > CROWDED) return true;
  }
  return false;
}
