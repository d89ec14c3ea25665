import type { Span } from '../../draft/span.ts';
import type { Paragraph, Speech } from '../../draft/types.ts';
import { FIXED, PHRASE_GROUPS } from '../../lexicon/phrase-groups.ts';
import type { PhraseHit } from './match.ts';

/** A set phrase that is said in the body of a speech: not in a heading, not cited, no fixed wording. */
export interface SaidPhrase {
  readonly hit: PhraseHit;
  readonly paragraph: Paragraph;
  /** It belongs to the measure of density. */
  readonly counted: boolean;
}

/** A part under a level-1 heading, or what stands before the first one. */
export interface PhraseSection {
  /** Marker and title; empty before the first heading. */
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** Characters of the body. */
  readonly characters: number;
  readonly said: readonly SaidPhrase[];
}

/** Sorts the set phrases of a speech into its parts, in order. `phrasesOf` reads one paragraph's text. */
export function readPhraseSections(
  speech: Speech,
  phrasesOf: (text: string) => readonly PhraseHit[],
): readonly PhraseSection[] {
  const headings = speech.headings.filter(({ glued }) => !glued);
  const top = headings.filter(({ parent }) => parent < 0);
  const headingAt = new Map(headings.map((heading) => [heading.paragraph, heading]));
  const titles = new Map(top.map((heading) => [heading.paragraph, heading.marker.text + heading.title]));
  const sections: Mutable[] = [{ title: '', paragraphs: [], characters: 0, said: [] }];
  speech.paragraphs.forEach((paragraph, index) => {
    const title = titles.get(index);
    if (title !== undefined) sections.push({ title, paragraphs: [], characters: 0, said: [] });
    if (paragraph.role !== 'body' && paragraph.role !== 'heading') return;
    const section = sections[sections.length - 1]!;
    const heading = headingAt.get(index);
    const bodyFrom = heading?.span.end ?? paragraph.span.start;
    section.paragraphs.push(paragraph);
    section.characters += Math.max(0, paragraph.span.end - bodyFrom);
    for (const hit of phrasesOf(paragraph.text)) {
      if (hit.quoted || hit.group === FIXED) continue;
      if (heading && paragraph.toSource(hit.span).start < bodyFrom) continue;
      section.said.push({ hit, paragraph, counted: PHRASE_GROUPS[hit.group]?.counted === true });
    }
  });
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

/** Where a phrase is said, in the source. */
export function spanOf({ hit, paragraph }: SaidPhrase): Span {
  return paragraph.toSource(hit.span);
}

interface Mutable {
  readonly title: string;
  readonly paragraphs: Paragraph[];
  characters: number;
  readonly said: SaidPhrase[];
}
