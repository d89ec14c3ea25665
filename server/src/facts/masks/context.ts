import type { Paragraph, Speech } from '../../draft/types.ts';
import { type Columns, mapSaid } from '../columns.ts';
import type { ParagraphFacts } from '../paragraph-facts.ts';
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
export function collectMasked(speech: Speech, { said }: Columns): Masked[] {
  return mapSaid(speech, said(speech, placeholdersIn), (placeholder, paragraph, index) => {
    const { start, end } = placeholder.span;
    const before = paragraph.text.slice(Math.max(0, start - REACH), start);
    return { placeholder, paragraph, index, before, after: paragraph.text.slice(end, end + REACH) };
  });
}

const placeholdersIn = ({ placeholders }: ParagraphFacts) => placeholders;
