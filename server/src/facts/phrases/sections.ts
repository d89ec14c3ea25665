import type { Span } from '../../draft/span.ts';
import type { Heading, Paragraph, Speech } from '../../draft/types.ts';
import { FIXED, PHRASE_GROUPS } from '../../lexicon/phrase-groups.ts';
import type { PhraseIndex } from '../../lexicon/phrase-index.ts';
import type { Columns, Said } from '../columns.ts';
import type { ParagraphFacts } from '../paragraph-facts.ts';
import type { PhraseHit } from './match.ts';

/** A set phrase that is said in a paragraph: not cited, no fixed wording. */
export interface SpokenPhrase {
  readonly hit: PhraseHit;
  /** It belongs to the measure of density. */
  readonly counted: boolean;
}

/** A set phrase that is said in the body of a speech, not in a heading. */
export interface SaidPhrase extends SpokenPhrase {
  readonly paragraph: Paragraph;
}

/** The set phrases of one paragraph, in order; one at least. */
export interface SaidTogether {
  readonly paragraph: Paragraph;
  readonly phrases: readonly SpokenPhrase[];
}

/** A part under a level-1 heading, or what stands before the first one. */
export interface PhraseSection {
  /** Marker and title; empty before the first heading. */
  readonly title: string;
  /** Characters of the body. */
  readonly characters: number;
  readonly said: readonly SaidTogether[];
}

/** Sorts the set phrases of a speech, of the project's list and a team's `own`, into its parts, in order. */
export function readPhraseSections(
  speech: Speech,
  { said }: Pick<Columns, 'said'>,
  own?: PhraseIndex,
): readonly PhraseSection[] {
  const headings = new Map(
    speech.headings.filter(({ glued }) => !glued).map((heading) => [heading.paragraph, heading]),
  );
  const spoken: readonly Said<readonly SpokenPhrase[]>[] = said(speech, spokenIn, own);
  const sections: Mutable[] = [{ title: '', paragraphs: 0, characters: 0, said: [] }];
  let next = 0;
  speech.paragraphs.forEach((paragraph, index) => {
    const heading = headings.get(index);
    if (heading && heading.parent < 0)
      sections.push({ title: heading.marker.text + heading.title, paragraphs: 0, characters: 0, said: [] });
    const here = spoken[next]?.index === index ? spoken[next++]!.said : NOTHING;
    if (paragraph.role !== 'body' && paragraph.role !== 'heading') return;
    const section = sections[sections.length - 1]!;
    section.paragraphs++;
    section.characters += Math.max(0, paragraph.span.end - (heading?.span.end ?? paragraph.span.start));
    const phrases = heading ? behind(heading, paragraph, here) : here;
    if (phrases.length > 0) section.said.push({ paragraph, phrases });
  });
  return sections.filter(({ paragraphs }) => paragraphs > 0);
}

function spokenIn({ phrases }: ParagraphFacts, own: PhraseIndex | undefined): readonly SpokenPhrase[] {
  return phrases(own)
    .filter(({ quoted, group }) => !quoted && group !== FIXED)
    .map((hit) => ({ hit, counted: PHRASE_GROUPS[hit.group]?.counted === true }));
}

/** Those that stand behind the heading that opens their paragraph. */
function behind(
  { span }: Heading,
  { toSource }: Paragraph,
  phrases: readonly SpokenPhrase[],
): readonly SpokenPhrase[] {
  return phrases.filter(({ hit }) => toSource(hit.span).start >= span.end);
}

/** The set phrases of parts one by one. */
export function saidIn(sections: readonly PhraseSection[]): readonly SaidPhrase[] {
  return sections.flatMap(({ said }) =>
    said.flatMap(({ paragraph, phrases }) => phrases.map((one) => ({ ...one, paragraph }))),
  );
}

/** How many phrases of a part belong to the measure of density. */
export function countedIn({ said }: PhraseSection): number {
  let count = 0;
  for (const { phrases } of said) for (const { counted } of phrases) if (counted) count++;
  return count;
}

/** Where a phrase is said, in the source. */
export function spanOf({ hit, paragraph }: SaidPhrase): Span {
  return paragraph.toSource(hit.span);
}

const NOTHING: readonly SpokenPhrase[] = [];

interface Mutable {
  readonly title: string;
  paragraphs: number;
  characters: number;
  readonly said: SaidTogether[];
}
