import type { Span } from '../draft/span.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import { createFrameReader } from '../facts/phrases/frames.ts';
import { PHRASE_GROUPS } from '../lexicon/phrase-groups.ts';

/** A set phrase or a parallel frame of a paragraph. */
export interface FoundPhrase {
  /** As in the list. */
  readonly phrase: string;
  readonly group: string;
  /** In the paragraph's text. */
  readonly span: Span;
}

/** Makes a reader of all set phrases of a paragraph, fixed wording and frames included, in order. */
export function createPhraseReader(): (facts: ParagraphFacts) => readonly FoundPhrase[] {
  const frames = createFrameReader();
  return (facts) =>
    [
      ...facts.phrases().map(({ phrase, group, span }) => ({
        phrase,
        group: PHRASE_GROUPS[group]?.name ?? group,
        span,
      })),
      ...frames(facts.text).map(({ phrase, span }) => ({ phrase, group: '对仗句式', span })),
    ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
