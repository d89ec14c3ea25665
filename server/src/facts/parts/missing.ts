import type { Paragraph, Speech } from '../../draft/types.ts';
import { type ExpectedPart, KINDS, type SpeechKind } from '../../lexicon/kinds.ts';
import type { SpeechParts } from './types.ts';

/** Paragraphs that count as the end of a speech, where no closing was made out. */
const TAIL = 4;

/**
 * Parts that a speech of `kind` usually has and this one has not. Where the kind is not `declared`, only those that
 * no finished speech goes without, and none at all of a text that is still being written.
 */
export function missingParts(
  speech: Speech,
  { parts }: SpeechParts,
  kind: SpeechKind,
  declared: boolean,
): readonly ExpectedPart[] {
  const written = speech.paragraphs.filter(({ role }) => role === 'body' || role === 'heading');
  if (written.length < 2 || (!declared && !isFinished(written))) return [];
  const title = parts
    .filter(({ name }) => name === 'title' || name === 'subtitle')
    .map(({ text }) => text)
    .join('\n');
  const textOf = (name: 'salutation' | 'opening' | 'closing') =>
    parts.filter((part) => part.name === name).map(({ text }) => text);
  const places = {
    salutation: () => textOf('salutation'),
    opening: () => textOf('opening'),
    closing: () => [...textOf('closing'), ...written.slice(-TAIL).map(({ text }) => text)],
    anywhere: () => written.map(({ text }) => text),
  };
  return KINDS[kind].parts.filter(
    ({ plain, titled, where, sign }) =>
      (declared || plain === true) &&
      (titled === undefined || titled.test(title)) &&
      !places[where]().some((text) => sign.test(text)),
  );
}

/** Three paragraphs at least, the last of them a whole sentence. */
function isFinished(written: readonly Paragraph[]): boolean {
  return written.length >= 3 && /[。！？!][”’）)]?$/.test(written[written.length - 1]!.text);
}
