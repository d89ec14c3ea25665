const DIGITS = new Map([...'零一二三四五六七八九'].map((character, value) => [character, value]));
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
]);

/** Value of a Chinese or Arabic whole number below 1000 (`十二`, `12`, `１２`, `两`), or undefined when it is none. */
export function parseOrdinal(text: string): number | undefined {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  if (plain === '两') return 2;
  if (!/^[零一二三四五六七八九十百]{1,5}$/.test(plain)) return undefined;
  let total = 0;
  let digit = 0;
  for (const character of plain) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      if (digit > 0 || character === '零') {
        if (digit > 0) return undefined;
        continue;
      }
      digit = DIGITS.get(character) ?? 0;
    } else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  const value = total + digit;
  return value > 0 ? value : undefined;
}

/** A whole number from 1 to 999 in Chinese: 12 → `十二`, 105 → `一百零五`. */
export function chineseOrdinal(value: number): string {
  const han = '零一二三四五六七八九';
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  let text = hundreds > 0 ? `${han[hundreds]}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${han[tens]}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  if (ones > 0) text += han[ones];
  return text;
}
