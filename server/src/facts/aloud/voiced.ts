import type { Paragraph, Speech } from '../../draft/types.ts';

/** The salutation stands within so many paragraphs of the beginning, or it greets anew in the middle. */
const FRONT = 8;

/** The paragraphs that are read aloud, in order. */
export function voicedParagraphs(speech: Speech): readonly Paragraph[] {
  return speech.paragraphs.filter((_, index) => isVoiced(speech, index));
}

/** Whether a paragraph is read aloud: not title, speaker and date, nor whatever else stands before the salutation. */
export function isVoiced({ paragraphs }: Speech, index: number): boolean {
  const { role } = paragraphs[index]!;
  if (role === 'title' || role === 'byline') return false;
  return index >= FRONT || index >= paragraphs.slice(0, FRONT).findIndex((one) => one.role === 'salutation');
}
