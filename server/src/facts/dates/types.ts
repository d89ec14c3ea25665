import type { Span } from '../../draft/span.ts';

export type DateKind =
  | 'date'
  | 'relative'
  | 'period'
  | 'range'
  | 'plan'
  | 'congress'
  | 'plenum'
  | 'npc'
  | 'anniversary'
  | 'festival';

/** A date expression of a paragraph; the span is in the paragraph's text. */
export interface DateMention {
  readonly kind: DateKind;
  readonly span: Span;
  readonly text: string;
  /** As written; of a range or period, the first. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 0 Sunday to 6 Saturday, where one stands behind the day. */
  readonly weekday?: number;
  readonly endYear?: number;
  readonly endMonth?: number;
  /** Years from the year of the speech: 去年 is -1. */
  readonly offset?: number;
  /** What the calendar says of it: `2021—2025`, `2024-07`, `2025`. */
  readonly resolved?: string;
  /** The one year it means by the calendar. */
  readonly due?: number;
  /** Why `due` is so, to be read before 应为. */
  readonly basis?: string;
  /** It names a year of the speech's own plan, so that 今年 may be said of it: 开局之年, N周年. */
  readonly yearly?: boolean;
}

/** A day, month or year that a speech is given in, and how it is known. */
export interface SpokenDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly known: 'option' | 'byline' | 'title' | 'implied';
  /** In the source. */
  readonly span: Span;
}

/** The day of a speech as its writer gives it outside the text. */
export type GivenDate = Pick<SpokenDate, 'year' | 'month' | 'day'>;

/** What a passage tells of the year its speech is given in. */
export interface YearClaim {
  readonly span: Span;
  /** As written, short enough to be quoted. */
  readonly text: string;
  /** First and last year possible. */
  readonly low: number;
  readonly high: number;
  /** Month of the first year before which it cannot have been said; of a date line, its own month. */
  readonly month?: number;
  /** Said outright (今年是……开局之年), not merely implied (谋划“十五五”). */
  readonly sure: boolean;
  readonly basis: string;
}

/** A year in figures that the speech speaks of as known to it. */
export interface YearUse {
  readonly span: Span;
  readonly year: number;
  /** Something of that year is already done. */
  readonly past: boolean;
}

/** Figures of a period told as done, or work set for a month ahead. */
export interface MonthUse {
  readonly span: Span;
  readonly text: string;
  readonly month: number;
  /** The figures are compared with those of the year before, so they are no aim. */
  readonly firm: boolean;
}

/** What does not agree inside one paragraph. */
export type LocalConflict =
  | { readonly kind: 'impossible'; readonly span: Span; readonly reason: string }
  | { readonly kind: 'weekday'; readonly span: Span; readonly due: number; readonly said: number }
  | { readonly kind: 'backwards'; readonly span: Span }
  | {
      readonly kind: 'statement';
      readonly span: Span;
      readonly basis: string;
      readonly due: string;
      readonly said: string;
      readonly other: Span;
      readonly sure: boolean;
    };

/** Everything a paragraph says of dates; spans are in its text. */
export interface ParagraphDates {
  readonly mentions: readonly DateMention[];
  readonly conflicts: readonly LocalConflict[];
  readonly claims: readonly YearClaim[];
  /** Years after `bound` that are spoken of as known; few texts have any, so they are looked at when asked for. */
  readonly usesAfter: (bound: number) => readonly YearUse[];
  readonly done: readonly MonthUse[];
  readonly ahead: readonly MonthUse[];
}

/** What a speech says of dates as a whole; spans are in the source. */
export interface SpeechDates {
  readonly spoken: SpokenDate | undefined;
  readonly conflicts: readonly SpeechConflict[];
}

/** What does not agree between two places of a speech. */
export type SpeechConflict =
  | {
      /** A year in figures that the speech, given in the year of the claim, cannot know. */
      readonly kind: 'year';
      readonly claim: YearClaim;
      readonly uses: readonly YearUse[];
      readonly sure: boolean;
    }
  | {
      /** Two passages put the speech into two different years. */
      readonly kind: 'claims';
      readonly claim: YearClaim;
      readonly against: YearClaim;
      /** Further passages that contradict the claim. */
      readonly others: readonly YearClaim[];
      readonly sure: boolean;
    }
  | {
      /** Figures of a period that is not over by the speech's own date, or by the work it sets for that period. */
      readonly kind: 'period';
      readonly period: MonthUse;
      readonly others: readonly MonthUse[];
      readonly ahead: readonly MonthUse[];
      readonly spoken?: SpokenDate;
    }
  | {
      /** Figures beyond the half year in a speech that sums up the half year. */
      readonly kind: 'half';
      readonly period: MonthUse;
      readonly title: Span;
    };
