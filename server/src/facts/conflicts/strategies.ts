import type { ResolvedFigure } from '../figures/speech.ts';
import { isNear } from './agree.ts';
import type { Mention } from './mentions.ts';

/** One way to tell that mentions are about one datum: those of one group are, where `accept` holds of a pair. */
export interface Strategy {
  /** Undefined for a mention that this way does not judge. */
  readonly groupOf: (mention: Mention) => string | undefined;
  readonly accept: (one: Mention, other: Mention) => boolean;
  /** What is planned may be held against what is done. */
  readonly mixed?: true;
  readonly certain: (one: Mention, other: Mention) => boolean;
}

/** A name that the table of indicators does not hold must be this long to mean one thing. */
const TELLING = 6;
const GENERAL =
  /(?:投资|资金|企业|项目|增速|率|面积|金额|收入|人数|时间|任务|工作|产业|能力|水平|活动|企业家|群众|人口)$/;
/** Counted things of one name differ by no more when one list is an older state of the other. */
const NEARBY = 0.2;
/** What was done may be done again: the same name with another number next time. */
const DONE =
  /^(?:新|建成|完成|改造|创建|打造|培育|实施|开展|举办|引进|推广|组织|争取|安排|发放|解决|整治|开工|续建|建设|命名|获|入选|落实|签约|改建)/;
/** A time that was read as the end of a name. */
export const TIME_TAIL = /(?:今年|上半年|下半年|全年|去年|年内|目前|截至)[\s\S]*/;
const OTHER_TIME = /[12]\d{3}年|去年|上年|明年|前年/;

/** Strongest first; what one has reported the next leaves alone. */
export const STRATEGIES: readonly Strategy[] = [
  // the same key, its period named
  {
    groupOf: ({ found }) => (found.period.name !== '' ? found.key : undefined),
    accept: (one, other) => isNamed(one.found) && isPlain(one) && isPlain(other),
    certain: ({ found: one }, { found: other }) =>
      one.figure.listed ? isDated(one) && isDated(other) : isSaid(one) && isSaid(other),
  },
  // the same growth, another level
  {
    groupOf: ({ found, growth }) => {
      const rate = growth?.figure.amount;
      return rate === undefined || rate === 0 ? undefined : `${subjectOf(found)}|${found.stance}|${rate}`;
    },
    accept: haveOneTime,
    certain: ({ found: one }, { found: other }) =>
      one.period.name !== '' && one.period.name === other.period.name,
  },
  // the same level, another growth
  {
    groupOf: ({ found, level }) =>
      level?.figure.amount === undefined
        ? undefined
        : `${subjectOf(found)}|${found.stance}|${level.figure.amount}`,
    accept: haveOneTime,
    certain: ({ found: one }, { found: other }) =>
      one.period.name !== '' && one.period.name === other.period.name,
  },
  // things of one long name that are counted: 66所乡镇卫生院国债项目
  {
    groupOf: ({ found: { figure, key = '' } }) => {
      const name = topicOf(key);
      return figure.measure === 'count' && !figure.listed && name.length >= TELLING && !DONE.test(name)
        ? `${name}|${figure.unit.canonical}`
        : undefined;
    },
    accept: (one, other) =>
      isExact(one) &&
      isExact(other) &&
      Math.min(one.found.figure.amount ?? 0, other.found.figure.amount ?? 0) >= 10 &&
      isNear(one.found.figure, other.found.figure, NEARBY) &&
      !isOfOtherTime(one) &&
      !isOfOtherTime(other),
    mixed: true,
    certain: () => false,
  },
  // all of a place: 全县13个乡镇
  {
    groupOf: ({ found, whole }) => (whole === '' ? undefined : `${found.figure.scope}|${whole}`),
    accept: (one, other) =>
      isExact(one) &&
      isExact(other) &&
      isNear(one.found.figure, other.found.figure, 0.5) &&
      haveOneTime(one, other),
    certain: () => false,
  },
  // the same key without any period
  {
    groupOf: ({ found }) => (found.period.name === '' ? found.key : undefined),
    accept: (one, other) =>
      isNamed(one.found) &&
      isExact(one) &&
      isExact(other) &&
      one.found.figure.resolution === other.found.figure.resolution &&
      isNear(one.found.figure, other.found.figure, 0.5),
    certain: () => false,
  },
];

/** The name by which figures compare, without a time that was read as part of it. */
function topicOf(key: string): string {
  return key
    .slice(0, Math.max(0, key.indexOf('|')))
    .replace(TIME_TAIL, '')
    .replace(/(?<![要都将均已])[要都将均已]+$/, '');
}

function subjectOf({ figure, key = '' }: ResolvedFigure): string {
  const [topic, scope] = key.split('|');
  return `${topic}|${scope}|${figure.unit.canonical}`;
}

function isNamed({ figure: { listed, partOf }, key = '' }: ResolvedFigure): boolean {
  const name = topicOf(key);
  return listed || (partOf < 0 && name.length >= TELLING && !GENERAL.test(name));
}

/** Its paragraph says when; a heading above may be missing, or hold for less than it seems. */
function isDated({ period: { source } }: ResolvedFigure): boolean {
  return source === 'paragraph' || source === 'clause' || source === 'sentence';
}

/** Its own sentence says when. */
function isSaid({ period: { source } }: ResolvedFigure): boolean {
  return source === 'clause' || source === 'sentence';
}

/** Its sentence names another year in so many words. */
function isOfOtherTime({ found: { figure } }: Mention): boolean {
  const { name, source } = figure.period;
  return (source === 'clause' || source === 'sentence') && OTHER_TIME.test(name);
}

function isExact({ found: { figure } }: Mention): boolean {
  return figure.approximation === 'exact';
}

/** Rates said roughly (5%左右) are as a rule what is aimed at. */
function isPlain(mention: Mention): boolean {
  const { measure, unit } = mention.found.figure;
  return isExact(mention) || (measure !== 'growth' && unit.canonical !== '%');
}

/** Periods that can be one: the same, one left out, or parts of this year beside 今年. */
function haveOneTime({ found: one }: Mention, { found: other }: Mention): boolean {
  const [a, b] = [one.period.name, other.period.name];
  if (a === b || a === '' || b === '') return true;
  if (a.startsWith(b) || b.startsWith(a)) return true;
  const now = /^(?:今年(?:以来)?|目前|年内|全年)$/;
  return (now.test(a) && !OTHER_TIME.test(b)) || (now.test(b) && !OTHER_TIME.test(a));
}
