import type { Mark } from '../draft/types.ts';
import type { StoryParagraph, StoryPiece } from './paragraph.ts';

/** A mark before its text is known. */
export type Placed = Omit<Mark, 'text'>;

/** Where a paragraph of a story stands in the text; undefined where it is not in it. */
export type Locate = (paragraph: StoryParagraph, at: number) => number | undefined;

/** A tab or a wide space is as wide as two spaces; a blank to write on is at least as wide. */
const ROOM = /^(?:[^\S\n]{2,}|[\t\u3000])$/;

/** What the looks of a paragraph's runs say: underlined blanks, highlighted text, prompts that nobody answered. */
export function lookMarks(paragraph: StoryParagraph, base: number): readonly Placed[] {
  const isUnderlined = ({ underlined }: StoryPiece) => underlined;
  const hasWords = paragraph.text.trim() !== '';
  const blanks = hasWords ? stretches(paragraph, isUnderlined).filter(({ text }) => ROOM.test(text)) : [];
  const prompts = stretches(paragraph, ({ prompt }) => prompt);
  const lit = stretches(paragraph, ({ highlighted }) => highlighted);
  const mark = (kind: Mark['kind']) => (at: Stretch) => markOf(kind, at, base);
  return [
    ...blanks.map(mark('blank')),
    ...prompts.filter(({ text }) => text.trim() !== '').map(mark('prompt')),
    ...lit.flatMap((at) => (at.text.trim() !== '' ? [mark('highlight')(trimmed(at))] : [])),
  ];
}

interface Stretch {
  readonly start: number;
  readonly text: string;
}

function markOf(kind: Mark['kind'], { start, text }: Stretch, base: number): Placed {
  return { kind, span: { start: base + start, end: base + start + text.length } };
}

function trimmed({ start, text }: Stretch): Stretch {
  return { start: start + text.length - text.trimStart().length, text: text.trim() };
}

/** The text of neighbouring pieces that have a property in common. */
function stretches(
  { pieces, text }: StoryParagraph,
  has: (piece: StoryPiece) => boolean,
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < pieces.length; i++) {
    if (!has(pieces[i]!)) continue;
    const start = pieces[i]!.at;
    while (i + 1 < pieces.length && has(pieces[i + 1]!)) i++;
    found.push({ start, text: text.slice(start, pieces[i]!.at + pieces[i]!.length) });
  }
  return found;
}
