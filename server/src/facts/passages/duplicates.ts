import { addTo } from '../../draft/lists.ts';
import type { Paragraph, Speech } from '../../draft/types.ts';
import type { FactMemory, ParagraphFacts } from '../facts.ts';
import { figureAt, WILD } from './normal.ts';
import type { Passages } from './read.ts';

/** A paragraph that says the same as one before it. */
export interface Duplicate {
  readonly first: Paragraph;
  readonly again: Paragraph;
  /** Figures and masks are the same too. */
  readonly sameFigures: boolean;
}

/** Shorter ones may well be repeated: a salutation, a refrain. */
const SHORTEST_PARAGRAPH = 24;
const NO_HAN = /[^\u4e00-\u9fff]+/g;

/**
 * Body paragraphs that stand twice in a speech, punctuation, spaces, figures and masks aside. Only paragraphs that
 * begin and end alike are read.
 */
export function findDuplicates(speech: Speech, { of, said }: FactMemory): readonly Duplicate[] {
  const alike = new Map<string, Paragraph[]>();
  for (const { index, said: key } of said(speech, beginning)) {
    const paragraph = speech.paragraphs[index]!;
    if (!paragraph.quoted) addTo(alike, key, paragraph);
  }
  const found: Duplicate[] = [];
  for (const group of alike.values()) {
    if (group.length > 1) for (const one of within(group, (text) => of(text).passages)) found.push(one);
  }
  return found.sort((a, b) => a.again.span.start - b.again.span.start);
}

/** How a paragraph begins that is long enough to be looked at. */
function beginning({ text }: ParagraphFacts): string | undefined {
  return text.length < SHORTEST_PARAGRAPH ? undefined : text.slice(0, 16).replace(NO_HAN, '').slice(0, 6);
}

function* within(group: readonly Paragraph[], passagesOf: (text: string) => Passages): Generator<Duplicate> {
  const seen = new Map<string, Paragraph>();
  for (const again of group) {
    const key = passagesOf(again.text).words();
    const first = key.length < SHORTEST_PARAGRAPH ? undefined : seen.get(key);
    if (first)
      yield {
        first,
        again,
        sameFigures: figuresOf(passagesOf(first.text)) === figuresOf(passagesOf(again.text)),
      };
    else seen.set(key, again);
  }
}

function figuresOf({ normal }: Passages): string {
  const figures: string[] = [];
  normal.codes.forEach((code, i) => {
    if (code === WILD) figures.push(figureAt(normal, i));
  });
  return figures.join('\n');
}
