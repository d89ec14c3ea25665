import type { Paragraph, Speech } from '../../draft/types.ts';
import { KINDS, SPEECH_KINDS, type SpeechKind } from '../../lexicon/kinds.ts';
import { findClosing } from './closing.ts';
import { isDateLine, isFront, isSpeakerLine, readFront } from './front.ts';
import type { Part, PartName, SpeechParts } from './types.ts';

/** Lines that may stand above a salutation. */
const FRONT_LINES = 12;
/** Paragraphs that may stand between the salutation and the first heading. */
const OPENING_LIMIT = 8;

/** The parts of one speech, and its kind where title or opening leave no doubt (practice). */
export function readParts(speech: Speech): SpeechParts {
  const { paragraphs, headings } = speech;
  const front = frontEnd(paragraphs);
  const parts = readFront(paragraphs.slice(0, front));
  const add = (name: PartName, from: number, to: number): void => {
    if (from < to) parts.push(partOf(name, paragraphs.slice(from, to)));
  };

  let at = front;
  while (paragraphs[at]?.role === 'salutation') at++;
  add('salutation', front, at);

  const end = signatureStart(paragraphs, at + 1);
  const firstHeading = headings.find((heading) => heading.paragraph >= at)?.paragraph;
  const opening =
    firstHeading !== undefined && firstHeading - at <= OPENING_LIMIT ? firstHeading : Math.min(at + 1, end);
  const closing = findClosing(paragraphs, opening, end);
  add('opening', at, opening);
  add('body', opening, closing?.[0] ?? end);
  if (closing) add('closing', ...closing);
  for (let i = end; i < paragraphs.length; i++)
    add(isDateLine(paragraphs[i]!.text) ? 'date' : 'speaker', i, i + 1);
  return { ...recognise(parts, paragraphs.slice(0, front)), parts };
}

/** Index of the first paragraph below the title block. */
function frontEnd(paragraphs: readonly Paragraph[]): number {
  const salutation = paragraphs.findIndex(({ role }) => role === 'salutation');
  if (salutation >= 0 && salutation <= FRONT_LINES && paragraphs.slice(0, salutation).every(isFront))
    return salutation;
  const body = paragraphs.findIndex(({ role }) => role !== 'title' && role !== 'byline');
  return body < 0 ? paragraphs.length : body;
}

/** Index of the name and date that end a speech (职务 姓名 / 年月日), or the length where it is not signed. */
function signatureStart(paragraphs: readonly Paragraph[], from: number): number {
  const date = paragraphs.length - 1;
  if (date < from || !isDateLine(paragraphs[date]!.text)) return paragraphs.length;
  return date - 1 >= from && isSpeakerLine(paragraphs[date - 1]!.text) ? date - 1 : date;
}

function partOf(name: PartName, paragraphs: readonly Paragraph[]): Part {
  return {
    name,
    span: { start: paragraphs[0]!.span.start, end: paragraphs[paragraphs.length - 1]!.span.end },
    text: paragraphs.map(({ text }) => text).join('\n'),
  };
}

function recognise(
  parts: readonly Part[],
  front: readonly Paragraph[],
): Pick<SpeechParts, 'kind' | 'evidence'> {
  const marks = front.filter(({ text }) => /^[（(]/.test(text));
  const titles = [...parts.filter(({ name }) => name === 'title' || name === 'subtitle'), ...marks];
  const opening = parts.find(({ name }) => name === 'opening');
  const fits = (kind: SpeechKind) => {
    const { title, except, opening: words } = KINDS[kind];
    if (except && titles.some(({ text }) => except.test(text))) return undefined;
    const named = title && titles.find(({ text }) => title.test(bare(text)) || title.test(text));
    return named ?? (words && opening && words.test(opening.text) ? opening : undefined);
  };
  for (const kind of SPEECH_KINDS) {
    const found = fits(kind);
    if (found) return { kind, evidence: found.span };
  }
  return { kind: undefined, evidence: undefined };
}

/** A title without the marks that may follow it: （送审稿）, [大全]. */
function bare(title: string): string {
  return title.replace(/(?<![ 　])[ 　]*[（([【][^（）()[\]【】]{0,16}[）)\]】]$/, '').trimEnd();
}
