import type { Calendar } from '../../lexicon/calendar.ts';
import { type BoundEvent, bindEvents } from './bind.ts';
import { readClaims } from './claims.ts';
import { readDays } from './days.ts';
import { createEventReader } from './events.ts';
import { type Frame, readFrame } from './frame.ts';
import { localConflicts } from './local.ts';
import { readPeriods } from './periods.ts';
import type { DateMention, LocalConflict, MonthUse, ParagraphDates, YearClaim, YearUse } from './types.ts';
import { readDonePeriods, readWorkAhead, readYearUses } from './uses.ts';

/** Reads what a paragraph says of dates; it depends on the paragraph's text alone. */
export type DateReader = (text: string) => ParagraphDates;

/** Without one of these a paragraph holds no date. */
const DATED = /[年月五]|季度|全会|次会议|大/;

const NOTHING: ParagraphDates = {
  mentions: [],
  conflicts: [],
  claims: [],
  usesAfter: () => [],
  done: [],
  ahead: [],
};

/** Makes a reader; its patterns and the calendar are read when the first dated paragraph comes. */
export function createDateReader(calendar: () => Calendar): DateReader {
  let readers: readonly ((text: string) => readonly DateMention[])[] | undefined;
  return (text) => {
    if (!DATED.test(text)) return NOTHING;
    readers ??= [readDays, readPeriods, createEventReader(calendar)];
    const mentions = readers.flatMap((read) => read(text));
    if (mentions.length === 0) return NOTHING;
    mentions.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return new LazyDates(text, mentions);
  };
}

class LazyDates implements ParagraphDates {
  readonly mentions: readonly DateMention[];
  readonly #frame: Frame;
  #events: readonly BoundEvent[] | undefined;
  #conflicts: readonly LocalConflict[] | undefined;
  #claims: readonly YearClaim[] | undefined;
  #done: readonly MonthUse[] | undefined;
  #ahead: readonly MonthUse[] | undefined;

  constructor(text: string, mentions: readonly DateMention[]) {
    this.mentions = mentions;
    this.#frame = readFrame(text, mentions);
  }

  get #bound(): readonly BoundEvent[] {
    this.#events ??= bindEvents(this.#frame);
    return this.#events;
  }

  get conflicts(): readonly LocalConflict[] {
    this.#conflicts ??= localConflicts(this.#frame, this.#bound);
    return this.#conflicts;
  }

  get claims(): readonly YearClaim[] {
    this.#claims ??= readClaims(this.#frame, this.#bound);
    return this.#claims;
  }

  usesAfter(bound: number): readonly YearUse[] {
    return readYearUses(this.#frame, bound);
  }

  get done(): readonly MonthUse[] {
    this.#done ??= readDonePeriods(this.#frame);
    return this.#done;
  }

  get ahead(): readonly MonthUse[] {
    this.#ahead ??= readWorkAhead(this.#frame);
    return this.#ahead;
  }
}
