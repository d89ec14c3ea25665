import type { Placeholder } from '../placeholders/read.ts';
import { type Amount, makeAmount, readTail } from './amount.ts';
import { readChinese } from './han.ts';
import { parseArabic } from './numerals.ts';
import { readPlace } from './place.ts';
import { createUnitReader, type UnitReader } from './units.ts';

/** Reads the amounts of a paragraph in order; `placeholders` are its masks. */
export type AmountScanner = (text: string, placeholders: readonly Placeholder[]) => readonly Amount[];

const HAN = '零〇一二两三四五六七八九十百千万亿';
const ARABIC = '[\\d０-９]+(?:,\\d{3}(?!\\d))*(?:[.．][\\d０-９]+)?';
const CHINESE = `[百千]分之[${HAN}点]+|[${HAN}]+分之[${HAN}]+|翻[一两二三四五]番|一半|[一二两三四五六七八九十][${HAN}]*(?:点[${HAN}]+)?`;
/** A digit, or a Chinese numeral with what makes it a number worth reading behind it. */
const START = `[\\d０-９]|(?<=第)[一二三四五六七八九十]|[一二两三四五六七八九十百千翻](?=[${HAN}点分番半成个倍元美亩公平立吨斤千人头户家所名套辆台座岁名位])`;
const RANGE = /^ ?(?:[-—–~～－]{1,2}|[至到]) ?([\d０-９]+(?:[.．][\d０-９]+)?)/;
const NEVER_BEFORE = /[A-Za-z#+＋@_×✕·∶／/.〔A-Za-z&^\d]/;

/** Makes a scanner; its tables are built on first use. */
export function createAmountScanner(): AmountScanner {
  const readUnit = createUnitReader();
  const numberAt = createNumberReader();
  return (text, placeholders) => {
    const masks = placeholders.flatMap((placeholder) => maskedAmount(text, placeholder, readUnit) ?? []);
    const amounts: Amount[] = [];
    let passed = 0;
    const starts = new RegExp(START, 'g');
    for (let start = starts.exec(text); start; start = starts.exec(text)) {
      const at = start.index;
      const number = numberAt(text, at);
      if (number === undefined) continue;
      const amount = readAmount(text, at, number, readUnit);
      const end = amount?.span.end ?? at + number.length;
      while (passed < placeholders.length && placeholders[passed]!.span.end <= at) passed++;
      const mask = placeholders[passed];
      if (amount && !(mask && mask.span.start < end)) amounts.push(amount);
      starts.lastIndex = end;
    }
    return masks.length === 0 ? amounts : [...amounts, ...masks].sort((a, b) => a.span.start - b.span.start);
  };
}

/** Reads the number that begins at an offset. */
function createNumberReader(): (text: string, at: number) => string | undefined {
  const arabic = new RegExp(ARABIC, 'y');
  const chinese = new RegExp(CHINESE, 'y');
  return (text, at) => {
    const pattern = /[\d０-９]/.test(text.charAt(at)) ? arabic : chinese;
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
    return makeAmount(
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
    ...makeAmount(
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
