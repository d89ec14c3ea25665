import type { Span } from '../../draft/span.ts';
import { type Calendar, type Held, type Plan, yearOf } from '../../lexicon/calendar.ts';
import { parseCount } from './figures.ts';
import type { DateMention } from './types.ts';

const FILLER = '(?:规划|计划|时期|发展|建设|纲要|目标任务|任务|实施|执行|圆满|胜利|全面|顺利|的)*';
const FIRST = '开局起步之年|开局之年|开局年|起步之年|启动之年|开篇之年|第一年|首年';
const LAST = '收官之年|收官年|最后一年|末年';
const MIDDLE = '中期评估之年|中期评估年';

const HAN = '[一二三四五六七八九十]';

/** Reads plans, congresses, plenums, anniversaries and festivals against the calendar. */
export function createEventReader(calendar: () => Calendar): (text: string) => DateMention[] {
  const phase = new RegExp(`^${FILLER}(?:(${FIRST})|(第[二三四五2-5]年)|(${MIDDLE})|(${LAST})|(末(?!期)))`);
  const plenum = new RegExp(`(?:党的第?|(?<!${HAN}))(${HAN}{2,3})届中央委员会第(${HAN})次全体会议`, 'g');
  const shortPlenum = new RegExp(
    `(?:党的|(?<!${HAN}))(${HAN}{2,3})届(?:${HAN}中[、和]?)*(${HAN})中全会`,
    'g',
  );
  const congress = new RegExp(`(?:党的|中共)(${HAN}{2,3})大|中国共产党第(${HAN}{2,3})次全国代表大会`, 'g');
  const npc = new RegExp(`(?<!${HAN})第?(${HAN}{2,3})届全国(?:人大|人民代表大会)第?(${HAN})次会议`, 'g');
  const anniversary = /([一二三四五六七八九十百零]{1,5}|\d{1,3}) ?周年/g;
  const festival = /第([一二三四五六七八九十百零]{1,5}|\d{1,3})个(?:“)?([一-龥]{2,9}?[节日])/g;

  return (text) => {
    const found: DateMention[] = [];
    if (text.includes('五')) readPlans(text, found);
    if (text.includes('全会') || text.includes('全体会议')) {
      for (const match of text.matchAll(shortPlenum)) addPlenum(match, found);
      for (const match of text.matchAll(plenum)) addPlenum(match, found);
    }
    if (text.includes('大')) {
      if (text.includes('党的') || text.includes('中共') || text.includes('共产党第'))
        for (const match of text.matchAll(congress)) addCongress(match, found);
      if (text.includes('届全国')) for (const match of text.matchAll(npc)) addNpc(match, found);
    }
    if (text.includes('周年'))
      for (const match of text.matchAll(anniversary)) addAnniversary(match, text, found);
    if (text.includes('个')) for (const match of text.matchAll(festival)) addFestival(match, found);
    return found;
  };

  function readPlans(text: string, found: DateMention[]): void {
    for (let at = text.indexOf('五'); at >= 0; at = text.indexOf('五', at + 1)) {
      const known = [3, 2]
        .map((length) => calendar().plans.get(text.slice(Math.max(0, at + 1 - length), at + 1)))
        .find((plan) => plan !== undefined);
      const span = known && planSpan(text, at + 1 - known.name.length, at + 1);
      if (known && span) addPlan(known, span, text, found);
    }
  }

  function addPlan(known: Plan, named: Span, text: string, found: DateMention[]): void {
    const { name, start, end } = known;
    const after = named.end;
    const phased = phase.exec(text.slice(after, after + 40));
    const span = { start: named.start, end: after + (phased ? phased[0].length : 0) };
    const resolved = `${start}—${end}`;
    const basis = `“${name}”${start > 2005 ? '规划' : '计划'}期为${resolved}年，`;
    const due = phased ? phaseYear(phased, start, end) : undefined;
    found.push({
      kind: 'plan',
      span,
      text: text.slice(span.start, span.end),
      year: start,
      endYear: end,
      resolved: due === undefined ? resolved : String(due),
      ...(phased && due !== undefined && { due, basis: basis + phaseName(phased), yearly: !phased[5] }),
    });
  }

  function held(kind: DateMention['kind'], match: RegExpExecArray, when: Held | undefined, name: string) {
    if (!when) return undefined;
    const due = yearOf(when.from);
    const month = when.from.length > 4 ? Number(when.from.slice(5, 7)) : undefined;
    const endMonth = when.to.length > 4 ? Number(when.to.slice(5, 7)) : undefined;
    return {
      kind,
      span: { start: match.index, end: match.index + match[0].length },
      text: match[0],
      year: due,
      ...(month !== undefined && { month }),
      ...(endMonth !== undefined && { endMonth }),
      resolved: when.from.slice(0, 7),
      due,
      basis: `${name}召开的时间`,
    };
  }

  function addPlenum(match: RegExpExecArray, found: DateMention[]): void {
    const congressNumber = parseCount(match[1]!);
    const session = parseCount(match[2]!);
    const when = calendar().plenums.get(`${congressNumber}.${session}`);
    const mention = held('plenum', match, when, `${match[1]}届${match[2]}中全会`);
    if (mention) found.push(mention);
  }

  function addCongress(match: RegExpExecArray, found: DateMention[]): void {
    const number = match[1] ?? match[2]!;
    const mention = held(
      'congress',
      match,
      calendar().congresses.get(parseCount(number) ?? 0),
      `党的${number}大`,
    );
    if (mention) found.push(mention);
  }

  function addNpc(match: RegExpExecArray, found: DateMention[]): void {
    const year = calendar().npcYear(parseCount(match[1]!) ?? 0, parseCount(match[2]!) ?? 0);
    const when = year === undefined ? undefined : { from: String(year), to: String(year) };
    const mention = held('npc', match, when, `${match[1]}届全国人大${match[2]}次会议`);
    if (mention) found.push(mention);
  }

  function addAnniversary(match: RegExpExecArray, text: string, found: DateMention[]): void {
    const count = parseCount(match[1]!);
    const named = baseOf(text.slice(Math.max(0, match.index - 36), match.index));
    if (count === undefined || !named) return;
    const [name, base] = named;
    const end = match.index + match[0].length;
    const start = text.lastIndexOf(name, match.index);
    found.push({
      kind: 'anniversary',
      span: { start, end },
      text: text.slice(start, end),
      resolved: String(base + count),
      due: base + count,
      basis: `${name}在${base}年，${count}周年`,
      yearly: true,
    });
  }

  function baseOf(head: string): readonly [string, number] | undefined {
    let longest: readonly [string, number] | undefined;
    for (const entry of calendar().bases)
      if (head.endsWith(entry[0]) && entry[0].length > (longest?.[0].length ?? 0)) longest = entry;
    if (longest?.[0] === '建国' && /[^庆祝念迎接是，、]建国$/.test(head)) return undefined;
    return longest;
  }

  function addFestival(match: RegExpExecArray, found: DateMention[]): void {
    const count = parseCount(match[1]!);
    const first = calendar().festivals.get(match[2]!);
    if (count === undefined || first === undefined) return;
    found.push({
      kind: 'festival',
      span: { start: match.index, end: match.index + match[0].length },
      text: match[0],
      resolved: String(first + count - 1),
      due: first + count - 1,
      basis: `第1个${match[2]}在${first}年，第${count}个`,
      yearly: true,
    });
  }
}

/** Behind a plan's short name without quotation marks; 十五 alone is a number unless it is a 计划. */
const PLAN_TAIL = /^(?:规划|计划|时期|期间|开局|收官|末|第[一二三四五]年|的?最后一年)/;
const TENTH_TAIL = /^(?:计划|时期|期间)/;

/** The plan's name with its quotation marks; undefined where the figures mean something else, such as 普法 periods. */
function planSpan(text: string, start: number, end: number): Span | undefined {
  const quoted = '“"'.includes(text[start - 1] ?? ' ') && '”"'.includes(text[end] ?? ' ');
  const span = quoted ? { start: start - 1, end: end + 1 } : { start, end };
  const rest = text.slice(span.end, span.end + 10);
  if (rest.includes('普法')) return undefined;
  if (quoted) return span;
  if ('零一二三四五六七八九十百第初'.includes(text[start - 1] ?? ' ')) return undefined;
  return (end - start === 2 ? TENTH_TAIL : PLAN_TAIL).test(rest) ? span : undefined;
}

function phaseYear(
  [, first, nth, middle, last, end]: RegExpExecArray,
  start: number,
  stop: number,
): number | undefined {
  if (first) return start;
  if (nth) return start + (parseCount(nth[1]!) ?? 1) - 1;
  if (middle) return start + 2;
  return last || end ? stop : undefined;
}

function phaseName([, first, nth, middle, last, end]: RegExpExecArray): string {
  return first ?? nth ?? middle ?? last ?? end ?? '';
}
