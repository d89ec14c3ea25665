const DIGITS = '零一二三四五六七八九';
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Value of one Chinese digit (`〇` and `两` too), or -1. */
function digitOf(character: string): number {
  if (character === '〇' || character === '○') return 0;
  return character === '两' ? 2 : DIGITS.indexOf(character);
}

/**
 * Value of a Chinese number: `三百六十五`, `一千零五万`, `两亿`, `九点八`, `二〇二五` (digit by digit).
 * Undefined for what is none. Source: GB/T 15835-2011, Chinese numerals.
 */
export function parseHan(text: string): number | undefined {
  const [whole = '', fraction, rest] = text.split('点');
  if (rest !== undefined || whole === '') return undefined;
  const value = parseWhole(whole);
  if (value === undefined || fraction === undefined) return value;
  const digits = [...fraction].map(digitOf);
  if (digits.length === 0 || digits.includes(-1)) return undefined;
  return Number(`${value}.${digits.join('')}`);
}

function parseWhole(text: string): number | undefined {
  const digits = [...text].map(digitOf);
  if (text.length > 1 && !digits.includes(-1)) return Number(digits.join(''));
  let total = 0;
  let section = 0;
  let digit = -1;
  let small = 1e4;
  for (const character of text) {
    const large = LARGE[character];
    const scale = SCALES[character];
    if (large !== undefined) {
      const below = section + Math.max(digit, 0);
      if (below + total === 0) return undefined;
      if (large === 1e8) total = (total + below) * large;
      else total += below * large;
      section = 0;
      digit = -1;
      small = 1e4;
    } else if (scale !== undefined) {
      if (scale >= small || digit === 0) return undefined;
      if (digit < 0 && (scale !== 10 || section > 0)) return undefined;
      section += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
      small = scale;
    } else {
      const next = digitOf(character);
      if (next < 0 || digit > 0) return undefined;
      digit = next;
    }
  }
  return total + section + Math.max(digit, 0);
}

/** An Arabic number as written, half or full width, with thousands commas and spaces: `1,234.5`, `６．５`. */
export function parseArabic(text: string): number {
  const plain = text.replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return Number(plain.replace(/[,， ]/g, ''));
}

/** Digits after the point as written. */
export function fractionDigits(text: string): number {
  const point = text.search(/[.．点]/);
  return point < 0 ? 0 : text.length - point - 1;
}

/** The digits of a whole number with commas between thousands: `12345` → `12,345`. */
export function groupThousands(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}
