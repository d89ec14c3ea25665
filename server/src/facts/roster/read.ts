import { leftmostLongest } from '../../draft/span.ts';
import { createMatcher } from '../terms/matcher.ts';
import type { Misnamed, NameMention, RosterReading, RosterRow } from './types.ts';

/** Reads what a paragraph says of the people of a roster. */
export type RosterReader = (text: string) => RosterReading;

const NOTHING: RosterReading = { names: [], misnamed: [], lists: [] };
/** What may stand behind a name; anything else may be its own third character (王强 in 王强调). */
const BEHIND =
  /^(?:$|[、，,。；：！？（）()”》\s]|同志|先生|女士|等|和|与|及|以及|在|到|对|为|主持|出席|参加|列席|讲话|作|说|表示|强调|指出|宣布|带领|率|介绍|通报|传达|发言|分别|带队|牵头|任|担任|负责|要)/;
const FORMER = /(?:前|原|时任|代|老|历任|曾任|拟任|候任|首任|兼任|接替|代理)(?:任)?$/;
/** Between neighbours of a list stand a mark or a conjunction and at most posts. */
const JOINED = /^(?:同志|先生|女士)?(?:[、，,]|以?及|[和与])[^、，,。；：！？“”（）()《》\d０-９%％]{0,16}$/;

/** Makes a reader for a roster; it is compiled at the first paragraph. */
export function createRosterReader(rows: readonly RosterRow[]): RosterReader {
  const names = [...new Set(rows.map(({ name }) => name))];
  const posts = [...new Set(rows.flatMap(({ title }) => postsOf(title)))];
  let matcher: ReturnType<typeof createMatcher> | undefined;
  return (text) => {
    matcher ??= createMatcher([...names, ...posts]);
    const named: { readonly start: number; readonly end: number; readonly name: string }[] = [];
    const posted: { readonly start: number; readonly end: number }[] = [];
    matcher.scan(text, (pattern, start, end) => {
      const name = names[pattern];
      if (name === undefined) posted.push({ start, end });
      else named.push({ start, end, name });
    });
    if (named.length === 0 && posted.length === 0) return NOTHING;
    const postBefore = new Map<number, number>();
    for (const { start, end } of posted) postBefore.set(end, Math.min(start, postBefore.get(end) ?? start));
    const mentions = leftmostLongest(named)
      .filter(({ end }) => BEHIND.test(text.slice(end, end + 4)))
      .map(({ start, end, name }) => mention(text, start, end, name, postBefore.get(start)));
    return { names: mentions, misnamed: misnamed(text, postBefore, names), lists: lists(text, mentions) };
  };
}

/** The posts of one cell: 市委副书记、市长. */
export function postsOf(title: string): readonly string[] {
  return title.split(/[、，,；;/\s]+/).filter((post) => post.length > 1);
}

function mention(
  text: string,
  start: number,
  end: number,
  name: string,
  post: number | undefined,
): NameMention {
  const span = { start, end };
  if (post === undefined)
    return { name, span, former: FORMER.test(text.slice(Math.max(0, start - 3), start)) };
  const deputy = text[post - 1] === '副' ? 1 : 0;
  const from = post - deputy;
  return {
    name,
    span,
    post: { text: text.slice(from, start), span: { start: from, end: start } },
    former: FORMER.test(text.slice(Math.max(0, from - 3), from)),
  };
}

function misnamed(
  text: string,
  postBefore: ReadonlyMap<number, number>,
  names: readonly string[],
): readonly Misnamed[] {
  const long = names.filter((name) => name.length >= 3);
  return [...postBefore].flatMap(([at, start]) => {
    if (names.some((name) => text.startsWith(name, at))) return [];
    if (text[start - 1] === '副' || FORMER.test(text.slice(Math.max(0, start - 3), start))) return [];
    const near = long.find((name) => {
      const written = text.slice(at, at + name.length);
      return isNear(written, name) && BEHIND.test(text.slice(at + name.length, at + name.length + 4));
    });
    if (near === undefined) return [];
    const span = { start: at, end: at + near.length };
    return [{ post: text.slice(start, at), written: text.slice(span.start, span.end), span, near }];
  });
}

/** One character is another one, and all are Han. */
function isNear(written: string, name: string): boolean {
  if (!/^[\u3400-\u9fff]+$/.test(written) || written.length !== name.length) return false;
  return [...written].filter((character, i) => character !== name[i]).length === 1;
}

function lists(text: string, mentions: readonly NameMention[]): readonly (readonly NameMention[])[] {
  const groups: NameMention[][] = [];
  for (const mention of mentions) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && JOINED.test(text.slice(before.span.end, mention.span.start))) group.push(mention);
    else groups.push([mention]);
  }
  return groups.filter((group) => group.length > 1);
}
