import type { Amount } from './amount.ts';
import { isRatio } from './measure.ts';
import type { Approximation, Direction, Stance } from './types.ts';
import type { Peeler } from './vocabulary.ts';

/** What the words of a clause before its number say; `rest` is what is left: the name and what stands before it. */
export interface Lead {
  readonly approximation: Approximation;
  /** Offset in the clause at which the words that blur the number begin; its length where none stand there. */
  readonly blurFrom: number;
  readonly direction: Direction;
  /** 提高到, 达: a level, whatever the direction. */
  readonly level: boolean;
  /** A rate of growth: 增速, 涨幅. */
  readonly rate: boolean;
  readonly share: boolean;
  readonly whole: string;
  readonly comparator: string;
  readonly basis: string;
  readonly stance: Stance | undefined;
  readonly each: boolean;
  readonly respectively: boolean;
  /** The event right before the number: 新增. */
  readonly event: string;
  /** 累计, 总数: all of them, not the new ones. */
  readonly total: boolean;
  readonly rest: string;
}

const BASES: readonly (readonly [RegExp, string])[] = [
  [/(?:按|以)?(?:可比价格?|可比价)(?:计算|核算)?/, '可比价'],
  [/(?:按|以)?不变价格?(?:计算|核算)?/, '不变价'],
  [/(?:按|以)?现价(?:计算)?/, '名义'],
  [/(?:按)?(?:同口径|可比口径|同比口径)(?:计算|比较|相比)?/, '同口径'],
  [/(?:剔除|扣除|不考虑)[^，]{2,16}(?:因素|影响|价格)(?:后|，)?/, '剔除因素'],
  [/名义(?=增|下|上)/, '名义'],
  [/实际(?=增|下|上)/, '实际'],
  [/快报(?:数|数据)?/, '快报'],
  [/(?:初步)?核算(?:数)?/, '核算'],
];
/** 由38%提高到40%: the first is what was before. */
const BASE_VALUE = '基期';
/** 优良天数比例: without 占 before it, it belongs to the name. */
const HEAD_OF_NAME = /^(?:比例|比重|份额)$/;
const HAS_BASIS = /可比|不变价|现价|口径|剔除|扣除|不考虑|名义|实际[增下上]|快报|核算/;
const AGAINST = /(?:高于|低于|快于|高出|超出|领先|优于|好于|慢于|领跑)[^，]{0,12}$/;
const COMPARED =
  /(?:(?<![占对同环评可])比(?![例重如赛较])|(?<![比])较(?![大好快多低高强小为])|与(?=[^，]{2,14}相比$))[^比较，]{2,14}$/;
/** 比上年 before a name: 比上年粮食产量增长. */
const OLD_TIME = /^[比较与](?:上年|去年)(?:同期)?[^同相，]{3}/;
const PART_OF = /(?:占(?!地)|相当于)(?:了|到)?([^，]{2,22}?)$/;
const OF_WHOLE = /(?:完成|为|是|达到?|达)([^，为是完]{2,18})$/;

/** Reads a clause from its end: approximations, verbs, comparisons. `amount` is what follows; undefined where nothing does. */
export function readLead(clause: string, amount: Amount | undefined, peel: Peeler): Lead {
  const ratio = amount === undefined || isRatio(amount);
  const state = {
    approximation: 'exact' as Approximation,
    blurFrom: clause.length,
    direction: 'none' as Direction,
    level: false,
    rate: false,
    share: false,
    whole: '',
    comparator: '',
    basis: '',
    stance: undefined as Stance | undefined,
    each: false,
    respectively: false,
    event: '',
    total: false,
  };
  let end = trimmedEnd(clause, clause.length);
  if (amount?.ordinal) end = placeStart(clause.slice(0, end), state);
  const comparable = /[比较与]/.test(clause);
  let named = false;
  for (;;) {
    end = trimmedEnd(clause, end);
    const compared =
      comparable && state.direction !== 'none' ? comparedStart(clause.slice(0, end), state) : undefined;
    if (compared !== undefined) {
      end = compared;
      continue;
    }
    const peeled = end > 0 ? peel(clause, end) : undefined;
    if (!peeled) {
      const cut = phraseStart(clause.slice(0, end), ratio, state);
      if (cut === undefined) break;
      end = cut;
      continue;
    }
    const { sense, word } = peeled;
    const start = end - word.length;
    if (sense === 'event') {
      if (named || state.direction !== 'none' || state.rate) break;
      state.event = word;
      end = start;
      named = true;
      continue;
    }
    if (sense === 'share' && HEAD_OF_NAME.test(word) && !clause.slice(0, start).includes('占')) break;
    if (named && sense !== 'plain' && sense !== 'target' && sense !== 'plan') break;
    if (word === '的' && ratio) {
      const cut = wholeStart(clause.slice(0, start), state);
      if (cut !== undefined) {
        end = cut;
        continue;
      }
    }
    if (/^(?:累计|总计|合计|总共|共计|已有|现有)/.test(word)) state.total = true;
    take(state, sense, start);
    end = start;
  }
  if (/[由从]\s*$/.test(clause)) state.comparator = BASE_VALUE;
  if (amount?.ordinal && state.rate) state.comparator = '增速';
  if (HAS_BASIS.test(clause)) state.basis = BASES.find(([pattern]) => pattern.test(clause))?.[1] ?? '';
  let rest = clause.slice(0, end);
  if (state.basis !== '') for (const [pattern] of BASES) rest = rest.replace(pattern, '');
  return { ...state, rest };
}

type State = { -readonly [Key in Exclude<keyof Lead, 'rest'>]: Lead[Key] };

const PLACE =
  /^(.*)(?:稳居|位居|跃居|高居|居于|居|位列|名列|列|排名|排在|排|升至|升到|上升到|提升至|提升到|进位至|前移至|保持|进入|位次|位于|位)(?:在|至|到|为|了)?([^，居列排]{0,10}?)$/;
const ROW =
  /(?:全国|全省|全市|全球|世界|中部|西部|东部|中西部|西北|西南|东北|同类|[省市县])[\u4e00-\u9fff]{0,4}$/;

/** Where 居全国 begins before 第3位; the row it is counted in becomes the whole. */
function placeStart(text: string, state: State): number {
  const tail = text.slice(-20);
  const match = PLACE.exec(tail);
  const row = match ? undefined : ROW.exec(tail);
  if (!match && !row) return text.length;
  state.whole = match ? (match[2] ?? '') : row![0];
  return text.length - tail.length + (match ? match[1]!.length : row!.index);
}

function take(state: State, sense: string, start: number): void {
  switch (sense) {
    case 'below':
    case 'above':
    case 'about':
      if (state.direction === 'none') state.approximation = sense;
      state.blurFrom = start;
      break;
    case 'to':
      if (state.direction === 'none') state.level = true;
      break;
    case 'up':
    case 'down':
      if (state.direction === 'none') state.direction = sense;
      break;
    case 'rate':
    case 'fallRate':
      state.rate = true;
      if (state.direction === 'none' || sense === 'fallRate')
        state.direction = sense === 'rate' ? 'up' : 'down';
      break;
    case 'share':
      state.share = true;
      break;
    case 'target':
    case 'plan':
      state.stance = sense;
      break;
    case 'each':
      state.each = true;
      break;
    case 'respectively':
      state.respectively = true;
      break;
    case 'yearly':
      state.comparator = '年均';
      break;
    case 'chained':
      state.comparator = '环比';
      break;
    case 'yearOnYear':
      if (state.comparator === '') state.comparator = '同比';
  }
}

function trimmedEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && BLANK.includes(text.charAt(end - 1))) end--;
  return end;
}

const BLANK = ' 　\t\n\u0001“”';

/** Where 比年初目标, 较2020年 begins that ends the text. */
function comparedStart(text: string, state: State): number | undefined {
  const tail = text.slice(-26);
  const compared = COMPARED.exec(tail);
  if (!compared || OLD_TIME.test(compared[0])) return undefined;
  state.comparator = compared[0].replace(/相比$/, '');
  return text.length - tail.length + compared.index;
}

/** Where a phrase of comparison or of a whole begins that ends the text; undefined for none. */
function phraseStart(text: string, ratio: boolean, state: State): number | undefined {
  const tail = text.slice(-26);
  const offset = text.length - tail.length;
  const against = state.level || !/[于出先跑]/.test(tail) ? null : AGAINST.exec(tail);
  if (against) {
    state.comparator = against[0];
    state.direction = /^[低慢]/.test(against[0]) ? 'down' : 'up';
    return offset + against.index;
  }
  if ((state.share || (ratio && state.direction === 'none')) && /占|相当于/.test(tail)) {
    const part = PART_OF.exec(tail);
    if (part) {
      state.share = true;
      state.whole = part[1] ?? '';
      return offset + part.index;
    }
  }
  return undefined;
}

/** 占…的, 完成…的, 为…的 before a percentage. */
function wholeStart(text: string, state: State): number | undefined {
  const tail = text.slice(-26);
  const match = PART_OF.exec(tail) ?? OF_WHOLE.exec(tail);
  if (!match) return undefined;
  state.share = true;
  state.whole = match[1] ?? '';
  return text.length - tail.length + match.index;
}
