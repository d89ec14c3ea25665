import { hashPrefix, rankOf } from '../../draft/markers.ts';
import type { Heading, Paragraph, Speech } from '../../draft/types.ts';
import type { Entry } from './entries.ts';

/** A heading with what tells how deep it stands. */
export interface HeadingEntry extends Entry {
  /** Number of its Markdown signs, 0 for none. */
  readonly hash: number;
  /** Of its number; undefined for a Markdown heading without one. */
  readonly rank: number | undefined;
}

/** All headings of a speech in order: the numbered ones, and Markdown headings without a number below its title. */
export function headingEntries(speech: Speech): readonly HeadingEntry[] {
  const { headings, paragraphs } = speech;
  const numbered = headings.map((heading) => numberedEntry(heading, paragraphs[heading.paragraph]!));
  const taken = new Set(headings.map(({ paragraph }) => paragraph));
  const titleSigns = hashSigns(paragraphs[0]?.text ?? '');
  const plain = paragraphs.flatMap((paragraph, index) => {
    const hash = taken.has(index) || paragraph.quoted ? 0 : hashSigns(paragraph.text);
    const ofTitle =
      index === 0 || ((paragraph.role === 'title' || paragraph.role === 'byline') && hash <= titleSigns);
    return hash === 0 || ofTitle ? [] : plainEntry(paragraph, index, hash);
  });
  return plain.length === 0 ? numbered : [...numbered, ...plain].sort((a, b) => a.start - b.start);
}

/** Whether a heading stands below another one: by its Markdown signs, else by its number; without either not at all. */
export function standsBelow(own: HeadingEntry, other: HeadingEntry): boolean {
  if (own.rank !== undefined && other.rank !== undefined) return own.rank > other.rank;
  if (own.hash > 0 && other.hash > 0) return own.hash > other.hash;
  return own.rank !== undefined;
}

function numberedEntry(
  { marker, title, span, paragraph, glued }: Heading,
  { text }: Paragraph,
): HeadingEntry {
  return {
    kind: 'heading',
    style: marker.style,
    marker: marker.text,
    ordinal: marker.ordinal,
    title,
    ...span,
    paragraph,
    head: !glued,
    hash: glued ? 0 : hashSigns(text),
    rank: rankOf(marker.style),
  };
}

function plainEntry({ text, toSource }: Paragraph, paragraph: number, hash: number): HeadingEntry[] {
  const start = hashPrefix(text);
  const title = text.slice(start).replace(/(?<![\s#。])[\s#。]+$/, '');
  if (title === '') return [];
  const entry: HeadingEntry = {
    kind: 'heading',
    style: 'hash',
    marker: '',
    ordinal: 0,
    title,
    ...toSource({ start, end: start + title.length }),
    paragraph,
    head: true,
    hash,
    rank: undefined,
  };
  return [entry];
}

function hashSigns(text: string): number {
  return text.slice(0, hashPrefix(text)).trimEnd().length;
}
