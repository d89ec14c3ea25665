import type { Calendar } from '../../lexicon/calendar.ts';
import { readClaims } from './claims.ts';
import { createDayReader } from './days.ts';
import { createEventReader } from './events.ts';
import { readFrame } from './frame.ts';
import { bindEvents, localConflicts } from './local.ts';
import { createPeriodReader } from './periods.ts';
import type { DateMention, ParagraphDates } from './types.ts';
import { readDonePeriods, readWorkAhead, readYearUses } from './uses.ts';

/** Reads what a paragraph says of dates; it depends on the paragraph's text alone. */
export type DateReader = (text: string) => ParagraphDates;

/** Without one of these a paragraph holds no date. */
const DATED = /[年月五]|季度|全会|次会议|大/;

const NOTHING: ParagraphDates = { mentions: [], conflicts: [], claims: [], uses: [], done: [], ahead: [] };

/** Makes a reader; its patterns and the calendar are read when the first dated paragraph comes. */
export function createDateReader(calendar: () => Calendar): DateReader {
  let readers: readonly ((text: string) => readonly DateMention[])[] | undefined;
  return (text) => {
    if (!DATED.test(text)) return NOTHING;
    readers ??= [createDayReader(), createPeriodReader(), createEventReader(calendar)];
    const mentions = readers.flatMap((read) => read(text));
    if (mentions.length === 0) return NOTHING;
    mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    const frame = readFrame(text);
    const events = bindEvents(frame, mentions);
    return {
      mentions,
      conflicts: localConflicts(frame, mentions, events),
      claims: readClaims(frame, mentions, events),
      uses: readYearUses(frame, mentions),
      done: readDonePeriods(frame, mentions),
      ahead: readWorkAhead(frame, mentions),
    };
  };
}
