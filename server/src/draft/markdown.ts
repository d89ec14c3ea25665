import { parse, postprocess, preprocess } from 'micromark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Event } from 'micromark-util-types';
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
  const events = eventsOf(source);
  const spans: Span[] = [];
  const lists: {
    readonly items: { readonly span: Span; readonly text: string }[];
    readonly outer: boolean;
  }[] = [];
  let quotes = 0;
  for (const [kind, token] of events) {
    const span = { start: token.start.offset, end: token.end.offset };
    if (token.type === 'blockQuote') quotes += kind === 'enter' ? 1 : -1;
    if (token.type === 'listOrdered' || token.type === 'listUnordered') {
      if (kind === 'enter')
        lists.push({ items: [], outer: lists.length === 0 && quotes === 0 && token.type === 'listOrdered' });
      else spans.push(...uncounted(lists.pop()!));
    }
    if (kind !== 'enter') continue;
    if (token.type === 'listItemPrefix') {
      const task = /^\[[ xX]\] /.exec(source.slice(span.end, span.end + 4))?.[0].length ?? 0;
      lists[lists.length - 1]!.items.push({
        span: { start: span.start, end: span.end + task },
        text: source.slice(span.start, span.end).trim(),
      });
    } else if (HIDDEN.has(token.type)) spans.push(span);
  }
  spans.sort((a, b) => a.start - b.start);
  const strong = strongHeads(source, spans);
  return strong.length === 0 ? spans : [...spans, ...strong].sort((a, b) => a.start - b.start);
}

/** Source spans of HTML comments, those in code left aside, in order. */
export function commentSpans(source: string): readonly Span[] {
  const html = eventsOf(source)
    .filter(([kind, token]) => kind === 'enter' && (token.type === 'htmlFlow' || token.type === 'htmlText'))
    .map(([, token]) => ({ start: token.start.offset, end: token.end.offset }));
  return html.flatMap((span) => commentsIn(source, span));
}

function commentsIn(source: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let at = source.indexOf('<!--', start); at >= 0 && at < end; ) {
    const close = source.indexOf('-->', at + 4);
    if (close < 0 || close + 3 > end) break;
    found.push({ start: at, end: close + 3 });
    at = source.indexOf('<!--', close + 3);
  }
  return found;
}

function eventsOf(source: string): readonly Event[] {
  const disabled = ['codeIndented', ...(isCrowded(source) ? ['attention'] : [])];
  const parser = parse({ extensions: [gfmTable(), frontmatter(), { disable: { null: disabled } }] });
  return postprocess(parser.document().write(preprocess()(source, undefined, true)));
}

/** `**（一）善谋划。**` at the head of a line, with text behind it. */
const STRONG_HEAD =
  /^[ 　\t>]{0,8}(?:[-+] {1,3})?\*\*(?=[（(一二三四五六七八九十第\d])([^*\n]{2,60}[。：！？”）》])\*\*(?=[^\s*])/gm;

/**
 * The signs around a heading that CommonMark takes for text: it closes no emphasis between 。 and a character (6.2,
 * right-flanking), though everyone who writes Chinese means it so.
 */
function strongHeads(source: string, hidden: readonly Span[]): readonly Span[] {
  if (!source.includes('**')) return [];
  let at = 0;
  return [...source.matchAll(STRONG_HEAD)].flatMap(({ index, 0: whole, 1: words }) => {
    const end = index + whole.length;
    const open = end - words!.length - 4;
    while (at < hidden.length && hidden[at]!.end <= open) at++;
    const taken = at < hidden.length && hidden[at]!.start < end;
    if (taken) return [];
    return [
      { start: open, end: open + 2 },
      { start: end - 2, end },
    ];
  });
}

/** Prefixes of list items whose numbers count no headings: bullets, lists in lists or quotations, and 1. 1. 1. */
function uncounted({
  items,
  outer,
}: {
  readonly items: readonly { readonly span: Span; readonly text: string }[];
  readonly outer: boolean;
}): Span[] {
  const allOne = items.length > 1 && items.every(({ text }) => text === items[0]!.text);
  return outer && !allOne ? [] : items.map(({ span }) => span);
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
