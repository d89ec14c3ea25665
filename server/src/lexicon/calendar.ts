import { CALENDAR_LINES } from './calendar-data.ts';

/** First and last day, as far as it is known: `2024-07-15`, `2026-10` or `2026`. */
export interface Held {
  readonly from: string;
  readonly to: string;
}

/** A five-year plan; `start` and `end` are years. */
export interface Plan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Public dates that a draft can be held against. */
export interface Calendar {
  /** By its short name without quotation marks: 十四五. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** By its number: 20. */
  readonly congresses: ReadonlyMap<number, Held>;
  /** By congress and session: `20.3`. */
  readonly plenums: ReadonlyMap<string, Held>;
  /** Year of a session of the National People's Congress; undefined where the calendar does not know it. */
  readonly npcYear: (term: number, session: number) => number | undefined;
  /** Year of the event by each of its names: 建党 → 1921. */
  readonly bases: ReadonlyMap<string, number>;
  /** Year of the first one: 教师节 → 1985. */
  readonly festivals: ReadonlyMap<string, number>;
}

/** A loader that reads the calendar on its first call and keeps it. */
export function createCalendar(): () => Calendar {
  let calendar: Calendar | undefined;
  return () => {
    calendar ??= readCalendar(CALENDAR_LINES);
    return calendar;
  };
}

/** Year of a day of the calendar: `2024-07-15` → 2024. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Reads the lines of the calendar. */
export function readCalendar(lines: string): Calendar {
  const plans = new Map<string, Plan>();
  const congresses = new Map<number, Held>();
  const plenums = new Map<string, Held>();
  const terms = new Map<number, Held>();
  const bases = new Map<string, number>();
  const festivals = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const [kind, name = '', from = '', to = from] = line.split(' ');
    const names = name.split('|');
    if (kind === 'plan') plans.set(name, { name, start: yearOf(from), end: yearOf(to) });
    else if (kind === 'congress') congresses.set(Number(name), { from, to });
    else if (kind === 'plenum') plenums.set(name, { from, to });
    else if (kind === 'npc') terms.set(Number(name), { from, to });
    else if (kind === 'base') for (const one of names) bases.set(one, yearOf(from));
    else if (kind === 'festival') for (const one of names) festivals.set(one, yearOf(from));
  }
  const npcYear = (term: number, session: number): number | undefined => {
    const held = terms.get(term);
    const year = held && yearOf(held.from) + session - 1;
    return year !== undefined && session >= 1 && year <= yearOf(held!.to) ? year : undefined;
  };
  return { plans, congresses, plenums, npcYear, bases, festivals };
}
