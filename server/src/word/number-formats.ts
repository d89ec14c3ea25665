import { chineseOrdinal } from '../draft/numerals.ts';

/** A number as a list shows it (ECMA-376 Part 1, 17.18.59); formats of other scripts come out as digits. */
export function formatNumber(value: number, format: string): string {
  if (format.startsWith('pad')) return String(value).padStart(Number(format.slice(3)), '0');
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'ordinal':
      return ordinal(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return value > 0 && value < 1000 ? chineseOrdinal(value) : String(value);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return value > 0 && value < 1000 ? legal(chineseOrdinal(value), value) : String(value);
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value);
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value);
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCharCode(0x327f + value) : String(value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`;
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'numberInDash':
      return `- ${value} -`;
    default:
      return String(value);
  }
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x245f + value);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x323c + value);
  return value >= 36 && value <= 50 ? String.fromCharCode(0x328d + value) : String(value);
}

/** A, …, Z, AA, BB: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function legal(plain: string, value: number): string {
  const signs: Readonly<Record<string, string>> = { 十: '拾', 百: '佰' };
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const text = plain.replace(
    /./g,
    (sign) => signs[sign] ?? digits['零一二三四五六七八九'.indexOf(sign)] ?? sign,
  );
  return value >= 10 && value < 20 ? `壹${text}` : text;
}
