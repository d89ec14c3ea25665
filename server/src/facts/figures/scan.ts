import type { Span } from '../../draft/span.ts';
import type { Placeholder } from '../placeholders/read.ts';
import { fractionDigits, parseArabic, parseHan } from './numerals.ts';
import type { Approximation, Unit } from './types.ts';
import { createUnitReader, scaledUnit, scaleOf, type UnitReader } from './units.ts';

/** A number with its unit, before anything is known of what it says. Offsets are in the paragraph's text. */
export interface Amount {
  /** From the sign or number to the unit and the words after it that blur it. */
  readonly span: Span;
  readonly numberSpan: Span;
  /** In the unit as written; undefined for a mask. */
  readonly value: number | undefined;
  readonly range: readonly [number, number] | undefined;
  readonly unit: Unit;
  readonly digits: number;
  /** What the words inside and after it say: 多, 余, 左右, 以上. */
  readonly approximation: Approximation;
  /** 第3位 after 居, 列, 排: a place, not an amount. */
  readonly ordinal: boolean;
  /** 翻一番 and 增长的 multiples say growth by themselves. */
  readonly doubling: boolean;
}

/** Reads the amounts of a paragraph in order; `placeholders` are its masks. */
export type AmountScanner = (text: string, placeholders: readonly Placeholder[]) => readonly Amount[];

const HAN = '零〇一二两三四五六七八九十百千万亿';
const ARABIC = '[\\d０-９]+(?:,\\d{3}(?!\\d))*(?:[.．][\\d０-９]+)?';
const CHINESE = `[百千]分之[${HAN}点]+|[${HAN}]+分之[${HAN}]+|翻[一两二三四五]番|一半|[一二两三四五六七八九十][${HAN}]*(?:点[${HAN}]+)?`;
/** Characters that a Chinese number begins with. */
const HAN_FIRST = '一二两三四五六七八九十百千翻';
const RANGE = /^ ?(?:[-—–~～－]{1,2}|[至到]) ?([\d０-９]+(?:[.．][\d０-９]+)?)/;
const SCALES = ['万亿', '千万', '百万', '十万', '千亿', '百亿', '十亿', '个亿', '万', '亿'];
const NEVER_BEFORE = /[A-Za-z#+＋@_×✕·∶／/.〔A-Za-z&^\d]/;
/** Chinese numbers count only with these units; `两个`, `三项` are words of the sentence. */
const HAN_UNITS =
  /^(?:元|美元|亩|公顷|公里|千米|平方公里|平方米|立方米|吨|公斤|斤|千瓦时|千瓦|人次|百分点|倍|头|户|家|所|人|名|套|辆|台|座|岁)$/;
const HAN_COUNTED = /^(?:头|户|家|所|人|名|套|辆|台|座|岁|倍|公里|平方米)$/;
const AFTER = /^ ?(?:左右|上下|以上|以下|以内|之内|有余|多(?![少种样])|余)/;

/** Makes a scanner; its tables are built on first use. */
export function createAmountScanner(): AmountScanner {
  const readUnit = createUnitReader();
  const numberAt = createNumberReader();
  return (text, placeholders) => {
    const masks = placeholders.flatMap((placeholder) => maskedAmount(text, placeholder, readUnit) ?? []);
    const amounts: Amount[] = [];
    for (let at = 0; at < text.length; at++) {
      const number = numberAt(text, at);
      if (number === undefined) continue;
      const amount = readAmount(text, at, number, readUnit);
      const end = amount?.span.end ?? at + number.length;
      if (amount && !placeholders.some(({ span }) => span.start < end && amount.span.start < span.end))
        amounts.push(amount);
      at = end - 1;
    }
    return masks.length === 0 ? amounts : [...amounts, ...masks].sort((a, b) => a.span.start - b.span.start);
  };
}

/** Reads the number that begins at an offset. */
function createNumberReader(): (text: string, at: number) => string | undefined {
  const arabic = new RegExp(ARABIC, 'y');
  const chinese = new RegExp(CHINESE, 'y');
  return (text, at) => {
    const code = text.charCodeAt(at);
    const digit = (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
    if (!digit && !HAN_FIRST.includes(text.charAt(at))) return undefined;
    const pattern = digit ? arabic : chinese;
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
}

function maskedAmount(text: string, { kind, span }: Placeholder, readUnit: UnitReader): Amount | undefined {
  if (kind !== 'number') return undefined;
  const mask =
    /^[\dxX×ｘＸ✕＊*○◯□■△▲●.．oO约近\-—–~～ _＿?？]+/.exec(text.slice(span.start, span.end))?.[0] ?? '';
  const end = span.start + mask.trimEnd().length;
  const tail = readTail(text, end, readUnit);
  return {
    span: { start: span.start, end: Math.max(span.end, tail.end) },
    numberSpan: { start: span.start, end },
    value: undefined,
    range: undefined,
    unit: tail.unit,
    digits: 0,
    approximation: tail.approximation,
    ordinal: false,
    doubling: false,
  };
}

interface Tail {
  readonly unit: Unit;
  readonly end: number;
  readonly approximation: Approximation;
  readonly based: boolean;
}

/** 多 + scale + unit + 左右, any of them missing. */
function readTail(text: string, start: number, readUnit: UnitReader): Tail {
  let at = start;
  let approximation: Approximation = 'exact';
  const space = (): void => {
    if (text.charAt(at) === ' ') at++;
  };
  const more = (): void => {
    const sign = text.charAt(at);
    if ((sign === '多' && !/[少种样元]/.test(text.charAt(at + 1))) || sign === '余') {
      at++;
      approximation = 'above';
    }
  };
  space();
  more();
  let base = readUnit(text, at);
  let scale = '';
  if (!base || text.startsWith('个亿', at)) {
    scale = SCALES.find((known) => text.startsWith(known, at)) ?? '';
    at += scale.length;
    if (scale !== '') {
      more();
      space();
      base = readUnit(text, at);
    }
  }
  if (base) at = base.end;
  else if (scale === '' && approximation === 'exact') at = start;
  const after = AFTER.exec(text.slice(at, at + 4))?.[0];
  if (after !== undefined && (base || scale !== '' || !/[多余]/.test(after))) {
    at += after.length;
    approximation = blur(after.trim());
  }
  return { unit: scaledUnit(scale, base?.unit), end: at, approximation, based: base !== undefined };
}

function blur(word: string): Approximation {
  if (word === '左右' || word === '上下') return 'about';
  return word === '以下' || word === '以内' || word === '之内' ? 'below' : 'above';
}

function readAmount(text: string, start: number, number: string, readUnit: UnitReader): Amount | undefined {
  return /^[\d０-９]/.test(number)
    ? readArabic(text, start, number, readUnit)
    : readChinese(text, start, number, readUnit);
}

function readArabic(text: string, at: number, number: string, readUnit: UnitReader): Amount | undefined {
  const before = text.charAt(at - 1);
  const ordinal = before === '第';
  if (ordinal) return readPlace(text, at, number);
  if (NEVER_BEFORE.test(before) || /^[∶:×✕·/]\d/.test(text.slice(at + number.length, at + number.length + 2)))
    return undefined;
  if (/[:：]/.test(before) && /\d/.test(text.charAt(at - 2))) return undefined;
  if (before === '“' && /^[^，。]{0,5}”/.test(text.slice(at + number.length))) return undefined;
  const { sign, start } = signBefore(text, at);
  const first = at + number.length;
  const [low, tailFirst] = [parseArabic(number), readTail(text, first, readUnit)];
  const rangeFrom = tailFirst.based || tailFirst.unit.factor !== 1 ? tailFirst.end : first;
  const range = /[从由]$/.test(text.slice(Math.max(0, at - 2), at))
    ? null
    : RANGE.exec(text.slice(rangeFrom, rangeFrom + 14));
  if (!range) {
    if (/^ ?(?:年|月|日|号|时|点)/.test(text.slice(first, first + 2)) && !tailFirst.based) return undefined;
    return amount(
      text,
      { start, end: tailFirst.end },
      { start: at, end: first },
      {
        value: sign * low,
        tail: tailFirst,
        number,
      },
    );
  }
  const second = rangeFrom + range[0].length;
  const tail = readTail(text, second, readUnit);
  if (!tail.based && tail.unit.written === '') return undefined;
  const high = parseArabic(range[1]!);
  const factor = tailFirst.based ? tailFirst.unit.factor / tail.unit.factor : 1;
  const ends: readonly [number, number] = [low * factor, high];
  return {
    ...amount(
      text,
      { start: at, end: tail.end },
      { start: at, end: second },
      {
        value: (ends[0] + ends[1]) / 2,
        tail,
        number: range[1]!,
      },
    ),
    range: ends,
  };
}

/** A minus after a Chinese character is a sign; after a digit it is a dash. */
function signBefore(text: string, at: number): { readonly sign: 1 | -1; readonly start: number } {
  const before = text.slice(Math.max(0, at - 2), at);
  return /(?:^|[^\d０-９%％])[-－−]$/.test(before) || /^负$|[^正]负$/.test(before)
    ? { sign: -1, start: at - 1 }
    : { sign: 1, start: at };
}

/** 第3位, 第5名, 第二 at the end of a clause. */
function readPlace(text: string, at: number, number: string): Amount | undefined {
  const unit =
    /^ ?(?:名|位)(?![于列居])/.exec(text.slice(at + number.length, at + number.length + 3))?.[0] ?? '';
  const end = at + number.length + unit.length;
  if (unit === '' && !/^(?:[，。；、）)]|$)/.test(text.charAt(end))) return undefined;
  if (
    !/(?:居|列|排|名|位|升至|跃至|全[国省市]|[省国])[^，。]{0,10}第$/.test(
      text.slice(Math.max(0, at - 14), at),
    )
  )
    return undefined;
  const value = parseHan(number) ?? parseArabic(number);
  return {
    ...amount(
      text,
      { start: at - 1, end },
      { start: at, end: at + number.length },
      {
        value,
        tail: {
          unit: { written: '位', canonical: '位', factor: 1 },
          end,
          approximation: 'exact',
          based: true,
        },
        number,
      },
    ),
    ordinal: true,
  };
}

function readChinese(text: string, at: number, number: string, readUnit: UnitReader): Amount | undefined {
  const end = at + number.length;
  const numberSpan = { start: at, end };
  const percent = (value: number, factor = 1): Amount => {
    const after = AFTER.exec(text.slice(end, end + 4))?.[0];
    const tail: Tail = {
      unit: { written: number, canonical: '%', factor },
      end: end + (after?.length ?? 0),
      approximation: after === undefined ? 'exact' : blur(after.trim()),
      based: true,
    };
    return amount(text, { start: at, end: tail.end }, numberSpan, {
      value,
      tail,
      number: fractionOf(number),
    });
  };
  const parts = number.split('分之');
  if (parts.length === 2) {
    const [below = '', above = ''] = parts;
    const value = parseHan(above);
    const whole = below === '百' ? 100 : below === '千' ? 1000 : parseHan(below);
    if (value === undefined || whole === undefined || value >= whole * 10) return undefined;
    return below === '百' ? percent(value) : percent((value * 100) / whole);
  }
  if (number === '一半') {
    return /(?:占|近|超|超过|达|到|完成|不足|不到|约)$/.test(text.slice(Math.max(0, at - 2), at))
      ? percent(50)
      : undefined;
  }
  if (number.startsWith('翻'))
    return { ...percent(100 * (2 ** (parseHan(number.charAt(1)) ?? 1) - 1)), doubling: true };
  if (text.charAt(at - 1) === '第') return readPlace(text, at, number);
  return readHanAmount(text, at, number, readUnit);
}

const fractionOf = (number: string): string => (number.includes('点') ? number : '');

/** 三个亿, 五千八百户, 两成, 三点二倍; a number that counts nothing is a word. */
function readHanAmount(text: string, at: number, number: string, readUnit: UnitReader): Amount | undefined {
  if (/[\d第几数A-Za-z“一二三四五六七八九十]/.test(text.charAt(at - 1))) return undefined;
  const end = at + number.length;
  if (
    /^成(?!立|功|果|为|长|都|员|效|本|熟|型|绩|就|片|群|份)/.test(text.slice(end, end + 2)) &&
    number.length === 1
  ) {
    const after = AFTER.exec(text.slice(end + 1, end + 5))?.[0];
    const tail: Tail = {
      unit: { written: '成', canonical: '%', factor: 10 },
      end: end + 1 + (after?.length ?? 0),
      approximation: after === undefined ? 'exact' : blur(after.trim()),
      based: true,
    };
    const value = parseHan(number);
    if (
      value === undefined ||
      value > 9 ||
      !/[近超过约达占到降增长少高了有为前后]$/.test(text.charAt(at - 1))
    )
      return undefined;
    return amount(text, { start: at, end: tail.end }, { start: at, end }, { value, tail, number: '' });
  }
  const stem = /[万亿]+$/.exec(number);
  const from = stem && stem.index > 0 ? at + stem.index : end;
  const value = parseHan(text.slice(at, from));
  const tail = readTail(text, from, readUnit);
  if (value === undefined || (!tail.based && tail.unit.written !== '个亿')) return undefined;
  const { canonical, written } = tail.unit;
  const large = scaleOf(written.slice(0, 1)) > 1000 || written === '个亿';
  if (written !== '个亿' && canonical !== '%' && !HAN_UNITS.test(canonical)) return undefined;
  if (
    !large &&
    value < (HAN_COUNTED.test(canonical) ? 10 : 2) &&
    canonical !== '百分点' &&
    canonical !== '倍'
  )
    return undefined;
  return amount(
    text,
    { start: at, end: tail.end },
    { start: at, end: from },
    { value, tail, number: fractionOf(number) },
  );
}

interface Parsed {
  readonly value: number | undefined;
  readonly tail: Tail;
  readonly number: string;
}

function amount(_text: string, span: Span, numberSpan: Span, { value, tail, number }: Parsed): Amount {
  return {
    span,
    numberSpan,
    value,
    range: undefined,
    unit: tail.unit,
    digits: fractionDigits(number),
    approximation: tail.approximation,
    ordinal: false,
    doubling: false,
  };
}
