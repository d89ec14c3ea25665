import type { Amount } from '../../facts/figures/amount.ts';
import { parseHan } from '../../facts/figures/numerals.ts';
import { createAmountScanner } from '../../facts/figures/scan.ts';
import type { Figure } from '../../facts/figures/types.ts';
import { type Decimal, decimalOf, times } from './decimal.ts';
import { saysPlainly } from './han.ts';

/** A value as somebody typed it. */
export interface Wish {
  /** In the canonical unit. */
  readonly amount: Decimal;
  /** The number alone, where it was typed in the unit of the figure it is for. */
  readonly digits?: string;
}

/**
 * Reads what was typed for a figure: a number in its unit (`1.3`), or with a unit of the same dimension (`13000万元`,
 * `百分之五`, `三个亿`). A refusal is a Chinese sentence.
 */
export function readWish(typed: string, { unit, measure }: Figure): Wish | { readonly refusal: string } {
  const text = typed.trim().replace(measure === 'rank' ? /^第|[位名]$/g : /^$/, '');
  const whole = /^[一二两三四五六七八九十百千零〇点]+$/.test(text) ? parseHan(text) : undefined;
  if (whole !== undefined && saysPlainly(text, whole))
    return { amount: times(decimalOf(whole), decimalOf(unit.factor)) };
  const [amount, ...others] = createAmountScanner()(text, []);
  const covers = amount && others.length === 0 && amount.span.start === 0 && amount.span.end === text.length;
  if (!covers || amount.value === undefined || !isPlain(text, amount)) {
    return { refusal: `“${typed}”读不出一个数。请写一个数，单位可写可不写，例如 1.3 或 1.3亿元。` };
  }
  if (amount.range || amount.approximation !== 'exact') {
    return { refusal: `“${typed}”不是一个确定的数。“约”“多”“以上”等字留在原文里，这里只写数和单位。` };
  }
  const value = decimalOf(amount.value);
  const { canonical, factor, written } = amount.unit;
  const digits = text.slice(amount.span.start, amount.numberSpan.end);
  if (written === '') return { amount: times(value, decimalOf(unit.factor)), digits };
  if (canonical !== '' && canonical !== unit.canonical) {
    return { refusal: `“${typed}”的单位与原文的“${unit.written}”不能换算，请用原文的单位。` };
  }
  const own = { amount: times(value, decimalOf(factor)) };
  return written === unit.written ? { ...own, digits } : own;
}

/** Chinese digits before a unit have to leave no doubt; words such as 百分之五 and 翻一番 are read as they stand. */
function isPlain(text: string, { numberSpan, value }: Amount): boolean {
  const number = text.slice(numberSpan.start, numberSpan.end);
  return /[\d０-９分半番]/.test(number) || (value !== undefined && saysPlainly(number, value));
}
