import type { Span } from '../draft/span.ts';
import type { Edit, Fix } from './types.ts';

/** Sees to it that nothing points into the middle of what a reader sees as one character (UAX 29). */
export interface WholeCharacters {
  /** The span and whatever else belongs to the characters at its edges; the same one where that is nothing. */
  readonly widen: (text: string, span: Span) => Span;
  /** The fixes whose edits leave every character whole; the same list where all do. */
  readonly sound: (text: string, fixes: readonly Fix[]) => readonly Fix[];
}

/** More UTF-16 units than a character has that is not made to break programs. */
const LONGEST = 64;

/** Unicode's own judge is made when it is first needed: Chinese characters, letters and digits need none. */
export function createWholeCharacters(): WholeCharacters {
  let segmenter: Intl.Segmenter | undefined;

  /** The character that has `at` in its middle; undefined where `at` stands between two. */
  function around(text: string, at: number): Span | undefined {
    if (at <= 0 || at >= text.length) return undefined;
    if (standAlone(text.charCodeAt(at - 1), text.charCodeAt(at))) return undefined;
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    const from = Math.max(0, at - LONGEST);
    const character = segmenter.segment(text.slice(from, at + LONGEST)).containing(at - from);
    if (!character || from + character.index === at) return undefined;
    const start = from + character.index;
    return { start, end: start + character.segment.length };
  }

  const isWhole = (text: string, { span: { start, end } }: Edit): boolean =>
    around(text, start) === undefined && around(text, end) === undefined;

  return {
    widen(text, span) {
      const start = around(text, span.start)?.start ?? span.start;
      const end = around(text, span.end)?.end ?? span.end;
      return start === span.start && end === span.end ? span : { start, end };
    },
    sound(text, fixes) {
      if (fixes.every(({ edits }) => edits.every((edit) => isWhole(text, edit)))) return fixes;
      return fixes.filter(({ edits }) => edits.every((edit) => isWhole(text, edit)));
    },
  };
}

/** Whether two neighbours surely are two characters; most are. */
function standAlone(before: number, after: number): boolean {
  return isPlain(before) && isPlain(after) && !(before === 13 && after === 10);
}

/** Blocks without combining marks, joiners, halves of pairs and signs that join: of CJK signs U+302A–302F combine. */
function isPlain(unit: number): boolean {
  return (
    unit < 0x300 ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x3020) ||
    (unit >= 0xff01 && unit <= 0xff60) ||
    (unit >= 0x2010 && unit <= 0x202e)
  );
}
