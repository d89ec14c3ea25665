import type { Speech } from '../../draft/types.ts';
import type { Masked } from './context.ts';
import type { Sighting } from './sightings.ts';

const YEAR_IN_TITLE = /(?<!\d)(?:19|20)\d\d年/g;
const FRAME = 6;
/** What an earlier report of the same name laid down. */
const LOOKS_BACK = /^.{0,4}(?:确定|提出|明确|部署|以来)/;

/**
 * The year that the title gives for `20xx年`: it names one year, and the six characters that follow the year there
 * follow the mask too. Undefined where none of the places stands so.
 */
export function yearOfTitle(speech: Speech, group: readonly Masked[]): Sighting | undefined {
  const years = [...speech.title.matchAll(YEAR_IN_TITLE)];
  const [year] = years;
  if (!year || years.length > 1) return undefined;
  const frame = speech.title.slice(year.index + year[0].length, year.index + year[0].length + FRAME);
  if (frame.length < FRAME || !group.some((masked) => stands(masked, frame))) return undefined;
  const title = speech.paragraphs.find(({ text }) => text.includes(year[0]));
  if (!title) return undefined;
  const start = title.text.indexOf(year[0]);
  return { text: year[0], span: title.toSource({ start, end: start + year[0].length }) };
}

/** Whether the place is named as the title names the year's event. */
export function isTitleYear(speech: Speech, masked: Masked): boolean {
  return yearOfTitle(speech, [masked]) !== undefined;
}

function stands({ after, placeholder }: Masked, frame: string): boolean {
  return (
    placeholder.text.endsWith('年') && after.startsWith(frame) && !LOOKS_BACK.test(after.slice(frame.length))
  );
}
