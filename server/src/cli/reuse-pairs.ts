import type { Span } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import { type FigurePair, figurePairs } from '../facts/passages/figures.ts';
import type { PassageFinder, Standing } from '../facts/passages/finder.ts';
import { sharedPassages } from '../facts/passages/match.ts';
import { readPassages } from '../facts/passages/read.ts';
import { type StoredParagraph, sourceSpan, storeDraft } from '../facts/passages/stored.ts';

/** A passage that stands in two drafts. */
export interface PassagePair {
  readonly source: Standing;
  readonly text: string;
  /** Source spans, here and in the other draft. */
  readonly own: Span;
  readonly other: Span;
  /** Characters without spaces, and their part of the speech. */
  readonly length: number;
  readonly share: number;
  readonly same: readonly PlacedFigure[];
  readonly changed: readonly PlacedFigure[];
}

/** A figure with its source offsets in both drafts. */
export interface PlacedFigure extends Pick<FigurePair, 'own' | 'other'> {
  readonly at: number;
  readonly there: number;
}

/** What one file shares with others. */
export interface FileReuse {
  readonly path: string;
  readonly draft: Draft;
  /** By place; every pair of paragraphs is listed, not only the likeliest source. */
  readonly pairs: readonly PassagePair[];
  /** Characters of the file's paragraphs that stand elsewhere too, and their part of all. */
  readonly length: number;
  readonly share: number;
}

/** Compares every paragraph of a draft with all that the finders know. */
export function readReuse(path: string, draft: Draft, finders: readonly PassageFinder[]): FileReuse {
  const stored = storeDraft(draft);
  const pairs: PassagePair[] = [];
  for (const speech of stored.speeches) {
    for (const paragraph of speech.paragraphs) {
      const own = readPassages(paragraph.text);
      for (const source of finders.flatMap((finder) => [...finder.like(own.prints)])) {
        const there = source.draft.speeches[source.speech]!.paragraphs[source.paragraph]!;
        for (const shared of sharedPassages(own, source.passages)) {
          const { same, changed } = figurePairs({ own, source, paragraph: 0, shared: [shared] });
          const placed = (pair: FigurePair) => placedFigure(pair, paragraph, there);
          const text = paragraph.text.slice(shared.own.start, shared.own.end);
          const length = text.replace(/\s/g, '').length;
          pairs.push({
            source,
            text,
            own: sourceSpan(paragraph, shared.own),
            other: sourceSpan(there, shared.other),
            length,
            share: length / Math.max(1, speech.length),
            same: same.map(placed),
            changed: changed.map(placed),
          });
        }
      }
    }
  }
  pairs.sort((a, b) => a.own.start - b.own.start || b.length - a.length);
  const length = covered(pairs);
  const total = stored.speeches.reduce((sum, speech) => sum + speech.length, 0);
  return { path, draft, pairs, length, share: length / Math.max(1, total) };
}

function placedFigure(
  { own, other, at, there }: FigurePair,
  paragraph: StoredParagraph,
  elsewhere: StoredParagraph,
): PlacedFigure {
  const startOf = (of: StoredParagraph, offset: number) =>
    sourceSpan(of, { start: offset, end: offset + 1 }).start;
  return { own, other, at: startOf(paragraph, at), there: startOf(elsewhere, there) };
}

/** Characters that at least one pair covers; pairs are sorted by place. */
function covered(pairs: readonly PassagePair[]): number {
  let [sum, reached] = [0, 0];
  for (const { own } of pairs) {
    sum += Math.max(0, own.end - Math.max(own.start, reached));
    reached = Math.max(reached, own.end);
  }
  return sum;
}
