import { groupThousands } from '../../facts/figures/numerals.ts';
import { type Decimal, dividedBy, negated, plainDigits, times } from './decimal.ts';
import { hanNumber } from './han.ts';

const MINUS = /^[-－−负]/;
const TWICE = '一两三四五';

/**
 * A number in the form of another one: `old` with its sign, as it stands in a text (`12,345`, `－3.1`, `百分之五`, `翻一番`).
 * `value` counts in the unit of `old`. Undefined where the form has no word for it.
 */
export function writeLike(old: string, value: Decimal): string | undefined {
  const sign = MINUS.exec(old)?.[0] ?? '';
  if (value.units < 0n)
    return sign === '' ? undefined : prefixed(sign, writeLike(old.slice(1), negated(value)));
  const number = old.slice(sign.length);
  if (/^[\d０-９]/.test(number)) return arabic(number, value);
  if (number === '一半') return plainDigits(value) === '50' ? number : undefined;
  if (number.startsWith('翻')) return doubled(value);
  const parts = number.split('分之');
  if (parts.length === 2) return fraction(parts[0]!, value);
  return han(number, value);
}

/** The digits as the old number has them: thousands commas, full width, zeros kept at the end. */
function arabic(old: string, value: Decimal): string {
  const kept = /[.．][\d０-９]*[0０]$/.exec(old)?.[0].length ?? 1;
  const [whole = '', after] = plainDigits(value, kept - 1).split('.');
  const grouped = old.includes(',') ? groupThousands(whole) : whole;
  const plain = after === undefined ? grouped : `${grouped}.${after}`;
  return /[０-９]/.test(old)
    ? plain.replace(/[\d.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    : plain;
}

function doubled(value: Decimal): string | undefined {
  const at = [...TWICE].findIndex((_, i) => plainDigits(value) === String(100 * (2 ** (i + 1) - 1)));
  return at < 0 ? undefined : `翻${TWICE.charAt(at)}番`;
}

const WHOLES: Readonly<Record<string, bigint>> = { 百: 100n, 千: 1000n };

/** 百分之五, 千分之三; thirds and quarters are words of their own that no other number takes. */
function fraction(below: string, value: Decimal): string | undefined {
  const whole = WHOLES[below];
  if (whole === undefined) return undefined;
  const above = dividedBy(times(value, { units: whole, places: 0 }), { units: 100n, places: 0 });
  return above && `${below}分之${hanNumber(plainDigits(above), false)}`;
}

/** Beyond ten thousand the large words belong to the unit: 一万三千万元 is no number. */
function han(old: string, value: Decimal): string | undefined {
  const plain = plainDigits(value);
  if (/[万亿]/.test(old) || plain.split('.')[0]!.length > 4 || value.units === 0n) return undefined;
  return hanNumber(plain, true);
}

function prefixed(sign: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : sign + text;
}
