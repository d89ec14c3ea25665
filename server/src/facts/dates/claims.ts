import { type BoundEvent, yearAt } from './bind.ts';
import type { Frame } from './frame.ts';

import type { DateMention, YearClaim } from './types.ts';

const LOOKING_BACK = /去年|上年|过去|回顾|曾经?|当年|历史|那时|一年来|五年来|以来/;

/**
 * What a paragraph tells of the year its speech is given in: outright (今年是“十五五”开局之年; 去年（2024年）), or by what is
 * still ahead (谋划“十五五”, 迎接党的二十大) or already over (贯彻党的二十届三中全会精神).
 */
export function readClaims(frame: Frame, events: readonly BoundEvent[]): readonly YearClaim[] {
  const claims: YearClaim[] = [];
  const bound = new Set(events.map(({ event }) => event));
  for (const { event, bound: by } of events) {
    if (by.offset === undefined) continue;
    const year = event.due! - by.offset;
    const span = { start: by.word.span.start, end: event.span.end };
    claims.push(claim(frame, span, year, year, true, `${event.basis}为${event.due}年`));
  }
  for (const mention of frame.mentions) {
    if (frame.quoted(mention.span.start) || frame.titled(mention.span.start)) continue;
    const one =
      mention.kind === 'relative'
        ? glossed(frame, mention)
        : mention.kind === 'plan'
          ? (thisYears(frame, mention, bound) ?? ahead(frame, mention))
          : mention.kind === 'plenum' || mention.kind === 'congress'
            ? meeting(frame, mention)
            : undefined;
    if (one) claims.push(one);
  }
  const epidemic = frame.text.includes('疫情') ? ofTheEpidemic(frame) : undefined;
  return epidemic ? [...claims, epidemic] : claims;
}

/** 去年（2024年）, 今年是2025年. */
function glossed(frame: Frame, word: DateMention): YearClaim | undefined {
  const lead = frame.text[word.span.end];
  if (lead === undefined || !'（(是即'.includes(lead) || word.offset === undefined) return undefined;
  const at = word.span.end + 1;
  const year = yearAt(frame, at);
  if (!year || year.month !== undefined) return undefined;
  const next = frame.text.slice(year.span.end, year.span.end + 1);
  if (lead === '是' ? !/[，。；]/.test(next) : !/[）)，]/.test(next)) return undefined;
  const due = year.year! - word.offset;
  return claim(
    frame,
    { start: word.span.start, end: year.span.end },
    due,
    due,
    true,
    `${word.text}作${year.year}年`,
  );
}

/** 今年上半年……抓实“十四五”开局之年的工作: the plan's year stands in a sentence that speaks of this year alone. */
function thisYears(frame: Frame, event: DateMention, bound: ReadonlySet<DateMention>): YearClaim | undefined {
  if (!event.yearly || event.due === undefined || bound.has(event)) return undefined;
  const start = frame.sentenceStart(event.span.start);
  const end = frame.sentenceEnd(event.span.start);
  const years = frame
    .between(start, end)
    .filter(
      ({ kind, year }) => kind === 'relative' || kind === 'range' || (kind === 'date' && year !== undefined),
    );
  if (years.length !== 1 || years[0]!.offset !== 0 || years[0]!.span.start > event.span.start)
    return undefined;
  const compared = COMPARED_BEFORE.test(frame.text.slice(start, event.span.start));
  return compared || LOOKING_BACK.test(frame.text.slice(start, end).replace('以来', ''))
    ? undefined
    : claim(frame, event.span, event.due, event.due, false, `${event.basis}为${event.due}年`);
}

const COMPARED_BEFORE = /(?:比|较|与|同|从|自|到|至|距|距离|为|迎接|对照|谋划)$/;
const DRAFTING = ['编制', '谋划', '起草', '制定'];
const PLACES = ['全市', '全省', '全县', '全区', '全州', '我市', '我省', '我县', '我区', '我州'];

/** 谋划好我市“十五五”, “十五五”规划编制. */
function isDrafted(head: string, rest: string): boolean {
  const before = PLACES.includes(head.slice(-2)) ? head.slice(0, -2) : head;
  const verb = before.endsWith('好') || before.endsWith('出') ? before.slice(-3, -1) : before.slice(-2);
  const object = ['发展', '规划', '的'].reduce(
    (text, word) => (text.startsWith(word) ? text.slice(word.length) : text),
    rest,
  );
  return (
    DRAFTING.includes(verb) || (DRAFTING.includes(object.slice(0, 2)) && !/^(?:了|完)/.test(object.slice(2)))
  );
}

const STRIVING = /(?:努力实现|确保|力争实现|奋力实现|推动|全力实现|圆满完成|努力推动)$/;
const CLOSING = /^(?:规划|计划)?(?:目标任务)?(?:圆满|胜利|顺利|完美|高质量)?收官(?!之|了)/;

/** A plan that is still being drafted, or still to be brought to its end. */
function ahead(frame: Frame, { span, year, endYear, text }: DateMention): YearClaim | undefined {
  const head = frame.text.slice(frame.clauseStart(span.start), span.start);
  const rest = frame.text.slice(span.end, frame.clauseEnd(span.end));
  const drafting = isDrafted(head, rest);
  const closing = !drafting && rest.includes('收官') && STRIVING.test(head) && CLOSING.test(rest);
  if (!(drafting || closing) || looksBack(frame, span)) return undefined;
  if (drafting && !/已|了|完成/.test(head + rest.slice(0, 12)))
    return claim(
      frame,
      span,
      year! - 3,
      year! + 1,
      false,
      `${text}规划尚在编制（规划期${year}—${endYear}年）`,
    );
  if (closing)
    return claim(
      frame,
      span,
      endYear! - 4,
      endYear! + 1,
      false,
      `${text}尚待收官（规划期${year}—${endYear}年）`,
    );
  return undefined;
}

const EXPECTING = ['迎接', '喜迎', '即将召开的', '将要召开的'];
const STUDYING = ['贯彻', '落实', '学习', '传达', '领会'];

/** The sentence tells of a time gone by, in which plans were drafted and meetings expected as well. */
function looksBack(frame: Frame, { start, end }: DateMention['span']): boolean {
  return LOOKING_BACK.test(frame.text.slice(frame.sentenceStart(start), frame.sentenceEnd(end)));
}

/** A meeting that is expected, or one whose spirit is already studied. */
function meeting(frame: Frame, mention: DateMention): YearClaim | undefined {
  const { span, due, kind, text } = mention;
  if (due === undefined) return undefined;
  const head = frame.text.slice(frame.clauseStart(span.start), span.start);
  const rest = frame.text.slice(span.end, frame.clauseEnd(span.end));
  const when = `${text}于${heldText(mention)}召开`;
  if (EXPECTING.some((lead) => head.endsWith(lead)))
    return looksBack(frame, span) ? undefined : claim(frame, span, due - 1, due + 1, false, when);
  const spirit = rest.indexOf('精神');
  const verb = kind === 'npc' || spirit < 0 || spirit > 16 ? -1 : studyingAt(head);
  if (verb < 0 || /准备|即将|召开后|届时/.test(head + rest)) return undefined;
  const whole = { start: span.start - head.length + verb, end: span.end + spirit + 2 };
  return {
    ...claim(frame, whole, due, 9999, true, when),
    ...(mention.endMonth && { month: mention.endMonth }),
  };
}

/** Where 学习贯彻 or its like begins, near the end of a clause; -1 where none does. */
function studyingAt(head: string): number {
  let at = Math.max(...STUDYING.map((verb) => head.lastIndexOf(verb)));
  if (at < head.length - 24) return -1;
  while (at >= 2 && STUDYING.includes(head.slice(at - 2, at))) at -= 2;
  return at;
}

function heldText({ year, month }: DateMention): string {
  return month === undefined ? `${year}年` : `${year}年${month}月`;
}

/** 今年疫情: an epidemic that a speech speaks of as this year's (COVID-19 until the end of 2022). */
function ofTheEpidemic(frame: Frame): YearClaim | undefined {
  for (const { kind, offset, span } of frame.mentions) {
    if (kind !== 'relative' || offset !== 0 || frame.quoted(span.start)) continue;
    const match = /^(?:以来|上半年)?[^。；！？]{0,10}?(?:新冠肺炎|新冠)?疫情/.exec(
      frame.text.slice(span.end, span.end + 24),
    );
    if (!match || /猪瘟|口蹄疫|虫|松|畜|动物|登革|流感/.test(match[0])) continue;
    const end = span.end + match[0].length;
    return claim(frame, { start: span.start, end }, 1990, 2022, false, '新冠肺炎疫情在2020—2022年');
  }
  return undefined;
}

function claim(
  frame: Frame,
  span: YearClaim['span'],
  low: number,
  high: number,
  sure: boolean,
  basis: string,
): YearClaim {
  return { span, text: frame.text.slice(span.start, span.end), low, high, sure, basis };
}
