const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
/** More digits than this are a code, not a number. */
const LONGEST = 12;

/** Figures one by one, as in years and codes: 2025 → 二零二五. */
export function digitByDigit(figures: string): string {
  return Array.from(figures, (figure) => DIGITS[Number(figure)] ?? '').join('');
}

/** A whole number as it is read: 12 → 十二, 10300 → 一万零三百; codes (007, thirteen figures and more) figure by figure. */
export function readWhole(figures: string): string {
  if (figures.length > LONGEST || /^0\d/.test(figures)) return digitByDigit(figures);
  const read = readValue(figures);
  if (read === '') return '零';
  return read.startsWith('一十') ? read.slice(1) : read;
}

/** A number with or without a point: 66.70 → 六十六点七零. */
export function readNumber(written: string): string {
  const [whole = '', decimals] = written.replaceAll(',', '').split('.');
  return decimals === undefined ? readWhole(whole) : `${readWhole(whole)}点${digitByDigit(decimals)}`;
}

/** The value of figures without leading zeros; empty for nought. */
function readValue(figures: string): string {
  for (const [unit, size] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    if (figures.length <= size) continue;
    const high = readValue(figures.slice(0, -size));
    const rest = figures.slice(-size);
    const low = readValue(rest.replace(/^0+/, ''));
    return `${high}${high === '' ? '' : unit}${low !== '' && rest.startsWith('0') ? '零' : ''}${low}`;
  }
  return readFour(figures);
}

function readFour(figures: string): string {
  let read = '';
  let gap = false;
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at]!;
    if (figure === '0') {
      gap = read !== '';
      continue;
    }
    read += `${gap ? '零' : ''}${DIGITS[Number(figure)]}${PLACES[figures.length - 1 - at]}`;
    gap = false;
  }
  return read;
}
