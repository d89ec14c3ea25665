import type { Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import type { SpokenDate } from '../dates/types.ts';
import { holdsThen, sentenceAround } from '../dates/within.ts';
import type { FactMemory } from '../facts.ts';
import { postsOf } from './read.ts';
import type { NameMention, RosterRow } from './types.ts';

/** What does not agree with a roster; spans are in the source. */
export type RosterFault =
  | {
      readonly kind: 'title';
      readonly span: Span;
      readonly name: string;
      readonly post: string;
      readonly due: string;
    }
  | {
      readonly kind: 'name';
      readonly span: Span;
      readonly written: string;
      readonly post: string;
      readonly due: string;
    }
  | { readonly kind: 'order'; readonly span: Span; readonly first: string; readonly second: string }
  | {
      readonly kind: 'missing';
      readonly span: Span;
      readonly names: readonly string[];
      readonly name: string;
    };

/** So many names make a list that is meant to be full. */
const FULL = 4;
const SORTED = /排名|名次|笔画|姓氏|得票|票数|分数|成绩|先后顺序|为序|抽签/;

/** Holds the people that a speech names against a roster, by the date of the speech. */
export function judgeRoster(
  speech: Speech,
  rows: readonly RosterRow[],
  memory: FactMemory,
): readonly RosterFault[] {
  const { dates, parts } = memory.ofSpeech(speech);
  const speaker = parts.parts.find(({ name }) => name === 'speaker')?.text.replace(/\s/g, '') ?? '';
  return speech.paragraphs.flatMap((paragraph) => {
    const { text, toSource } = paragraph;
    const { names, misnamed, lists } = memory.of(text).roster(rows);
    if (names.length === 0 && misnamed.length === 0) return [];
    const dated = (span: Span): boolean => {
      const { start, end } = sentenceAround(text, span);
      return memory
        .of(text)
        .dates.mentions.some(
          (one) =>
            one.span.start >= start &&
            one.span.end <= end &&
            (one.year !== undefined || (one.offset ?? 0) < 0),
        );
    };
    const now = rows.filter((row) => holdsThen(row, [], dates.spoken));
    const faults: RosterFault[] = [];
    for (const one of names) {
      const due = one.post && !one.former && !dated(one.span) ? dueTitle(one, rows, dates.spoken) : undefined;
      if (one.post && due !== undefined)
        faults.push({
          kind: 'title',
          span: { start: one.post.span.start, end: one.span.end },
          name: one.name,
          post: one.post.text,
          due,
        });
    }
    for (const { post, written, span, near } of misnamed) {
      const holders = new Set(
        now.filter(({ title }) => postsOf(title).includes(post)).map(({ name }) => name),
      );
      if (holders.size === 1 && holders.has(near) && !dated(span))
        faults.push({ kind: 'name', span, written, post, due: near });
    }
    for (const list of lists) {
      const whole = { start: list[0]!.span.start, end: list.at(-1)!.span.end };
      const { start, end } = sentenceAround(text, whole);
      if (SORTED.test(text.slice(start, end)) || list.some(({ former }) => former) || dated(whole)) continue;
      const fault = disorder(list, now) ?? missing(list, now, text, speaker);
      if (fault) faults.push(fault);
    }
    return faults
      .sort((a, b) => a.span.start - b.span.start)
      .map((fault) => ({ ...fault, span: toSource(fault.span) }));
  });
}

/** The post that the roster has for a person who is given another one; undefined where all is well or unknown. */
function dueTitle({ name, post }: NameMention, rows: readonly RosterRow[], spoken: SpokenDate | undefined) {
  const own = rows.filter((row) => row.name === name && row.title !== '');
  const written = post!.text;
  const matching = own.filter(({ title }) => holds(title, written));
  const current = own.filter((row) => holdsThen(row, [], spoken));
  if (current.length === 0) {
    const last = matching.at(-1);
    return last?.to !== undefined && isOver(last.to, spoken) ? `${last.title}（至${last.to}）` : undefined;
  }
  if (matching.some((row) => current.includes(row))) return undefined;
  // Where the date of the speech is not known, an earlier post may be the right one.
  if (matching.length > 0 && spoken === undefined) return undefined;
  return current.map(({ title }) => title).join('、');
}

function isOver(to: string, spoken: SpokenDate | undefined): boolean {
  return spoken !== undefined && holdsThen({ from: to }, [], spoken) && !holdsThen({ to }, [], spoken);
}

/** Whether a cell of posts holds a post as it may be written: 书记 for 市委书记, 临江市委书记 for 市委书记, never 副市长 for 市长. */
function holds(title: string, written: string): boolean {
  return postsOf(title).some((post) => {
    const [long, short] = post.length >= written.length ? [post, written] : [written, post];
    if (!long.endsWith(short)) return false;
    const before = long[long.length - short.length - 1];
    return before !== '副' || long === short || (post === long && short.startsWith('副'));
  });
}

function disorder(list: readonly NameMention[], rows: readonly RosterRow[]): RosterFault | undefined {
  const at = list.findIndex((one, i) => {
    const before = list[i - 1] && orderOf(list[i - 1]!.name, rows);
    const own = orderOf(one.name, rows);
    return before !== undefined && own !== undefined && own < before;
  });
  if (at < 1) return undefined;
  const [second, first] = [list[at - 1]!, list[at]!];
  const span = { start: (second.post ?? second).span.start, end: first.span.end };
  return { kind: 'order', span, first: first.name, second: second.name };
}

/** One person of the roster left out where all the others stand; not the speaker, nor one named nearby. */
function missing(
  list: readonly NameMention[],
  rows: readonly RosterRow[],
  text: string,
  speaker: string,
): RosterFault | undefined {
  const there = new Set(list.map(({ name }) => name));
  const ranked = rows.filter(({ order }) => order !== undefined).sort((a, b) => a.order! - b.order!);
  const out = [...new Set(ranked.map(({ name }) => name))].filter((name) => !there.has(name));
  const [name] = out;
  const span = { start: list[0]!.span.start, end: list.at(-1)!.span.end };
  if (name === undefined || out.length > 1 || there.size < FULL) return undefined;
  if (/^(?:同志)?等/.test(text.slice(span.end, span.end + 3)) || text.includes(name)) return undefined;
  if (speaker.includes(name) || (speaker === '' && name === ranked[0]?.name)) return undefined;
  return { kind: 'missing', span, names: [...there], name };
}

function orderOf(name: string, rows: readonly RosterRow[]): number | undefined {
  const orders = rows.filter((row) => row.name === name).flatMap(({ order }) => order ?? []);
  return orders.length === 0 ? undefined : Math.min(...orders);
}
