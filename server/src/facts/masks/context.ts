import type { Paragraph, Speech } from '../../draft/types.ts';
import type { Placeholder } from '../placeholders/read.ts';

/** A placeholder with the paragraph it stands in. */
export interface Masked {
  readonly placeholder: Placeholder;
  readonly paragraph: Paragraph;
  /** Index of the paragraph in `Speech.paragraphs`. */
  readonly index: number;
  /** The paragraph's text before and behind it. */
  readonly before: string;
  readonly after: string;
}

/** How far around a placeholder its sentence is read. */
const REACH = 60;

/** Every placeholder of a speech, in order. */
export function collectMasked(speech: Speech, of: (text: string) => readonly Placeholder[]): Masked[] {
  return speech.paragraphs.flatMap((paragraph, index) =>
    of(paragraph.text).map((placeholder) => {
      const { start, end } = placeholder.span;
      const before = paragraph.text.slice(Math.max(0, start - REACH), start);
      return { placeholder, paragraph, index, before, after: paragraph.text.slice(end, end + REACH) };
    }),
  );
}
