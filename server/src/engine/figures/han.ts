const DIGITS = '零一二三四五六七八九';
const SECTIONS = ['', '万', '亿', '万亿'];
const SCALES = ['', '十', '百', '千'];

/**
 * A plain number such as `1300.5` in Chinese: 一千三百点五. `counts`: before a unit or a noun, where 2 is 两 (两家, 两亿, 两千户).
 * Source: GB/T 15835-2011, Chinese numerals.
 */
export function hanNumber(plain: string, counts: boolean): string {
  const [whole = '0', fraction] = plain.split('.');
  const written = hanWhole(whole);
  const said = counts ? withTwo(written, fraction === undefined) : written;
  if (fraction === undefined) return said;
  return `${said}点${[...fraction].map((digit) => DIGITS.charAt(Number(digit))).join('')}`;
}

/** Whether Chinese digits say a value the way that leaves no doubt: 一千六百, not 一千六. */
export function saysPlainly(text: string, value: number): boolean {
  const plain = (digits: string) =>
    digits.replace(/两/g, '二').replace(/[〇○]/g, '零').replace(/^一十/, '十');
  return plain(text) === plain(hanNumber(String(value), false));
}

function hanWhole(digits: string): string {
  if (/^0+$/.test(digits)) return '零';
  const padded = digits.padStart(Math.ceil(digits.length / 4) * 4, '0');
  let text = '';
  let gap = false;
  for (let at = 0; at < padded.length; at += 4) {
    const section = padded.slice(at, at + 4);
    const level = (padded.length - at) / 4 - 1;
    if (section === '0000') {
      gap = text !== '';
      continue;
    }
    if (text !== '' && (gap || section.startsWith('0'))) text += '零';
    text += hanSection(section) + SECTIONS[level]!;
    gap = false;
  }
  return text.replace(/^一十/, '十');
}

function hanSection(section: string): string {
  let text = '';
  let gap = false;
  [...section].forEach((digit, i) => {
    if (digit === '0') {
      gap = text !== '';
      return;
    }
    text += `${gap ? '零' : ''}${DIGITS.charAt(Number(digit))}${SCALES[3 - i]!}`;
    gap = false;
  });
  return text;
}

function withTwo(text: string, whole: boolean): string {
  if (text === '二') return whole ? '两' : text;
  return text.replace(/^二(?=[百千万亿])/, '两');
}
