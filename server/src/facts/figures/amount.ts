import type { Span } from '../../draft/span.ts';
import { fractionDigits } from './numerals.ts';
import type { Approximation, Unit } from './types.ts';
import { scaledUnit, type UnitReader } from './units.ts';

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

const SCALES = ['万亿', '千万', '百万', '十万', '千亿', '百亿', '十亿', '个亿', '万', '亿'];
const AFTER = /^ ?(?:左右|上下|以上|以下|以内|之内|有余|多(?![少种样])|余)/;

/** What the words right after a number and its unit say: 左右, 以上. Undefined for none. */
export function blurAfter(text: string, at: number): string | undefined {
  return AFTER.exec(text.slice(at, at + 4))?.[0];
}

/** What follows a number. */
export interface Tail {
  readonly unit: Unit;
  readonly end: number;
  readonly approximation: Approximation;
  readonly based: boolean;
}

/** 多 + scale + unit + 左右, any of them missing. */
export function readTail(text: string, start: number, readUnit: UnitReader): Tail {
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
  if (!base || (text.startsWith('个亿', at) && !text.startsWith('个亿元', at))) {
    scale = SCALES.find((known) => text.startsWith(known, at) && !text.startsWith('个亿元', at)) ?? '';
    at += scale.length;
    if (scale !== '') {
      more();
      space();
      base = readUnit(text, at);
    }
  }
  if (base) at = base.end;
  else if (scale === '' && approximation === 'exact') at = start;
  const after = blurAfter(text, at);
  if (after !== undefined && (base || scale !== '' || !/[多余]/.test(after))) {
    at += after.length;
    approximation = blur(after.trim());
  }
  return { unit: scaledUnit(scale, base?.unit), end: at, approximation, based: base !== undefined };
}

/** What 左右, 以上 and 多 say of the number before them. */
export function blur(word: string): Approximation {
  if (word === '左右' || word === '上下') return 'about';
  return word === '以下' || word === '以内' || word === '之内' ? 'below' : 'above';
}

/** A number as parsed, with what follows it. */
export interface Parsed {
  readonly value: number | undefined;
  readonly tail: Tail;
  readonly number: string;
}

/** Puts an amount together. */
export function makeAmount(span: Span, numberSpan: Span, { value, tail, number }: Parsed): Amount {
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
