import type { Paragraph, Speech } from '../../draft/types.ts';

/** The salutation stands within so many paragraphs of the beginning, or it greets anew in the middle. */
const FRONT = 8;

/**
 * The paragraphs that are read aloud, with their place in `Speech.paragraphs`: neither title, speaker and date nor
 * whatever else stands before the salutation.
 */
export function voicedParagraphs({
  paragraphs,
}: Speech): readonly { readonly paragraph: Paragraph; readonly index: number }[] {
  const greeting = paragraphs.slice(0, FRONT).findIndex(({ role }) => role === 'salutation');
  return paragraphs.flatMap((paragraph, index) =>
    index < greeting || paragraph.role === 'title' || paragraph.role === 'byline'
      ? []
      : [{ paragraph, index }],
  );
}
