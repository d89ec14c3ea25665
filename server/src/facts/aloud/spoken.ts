import { digitByDigit, readNumber, readWhole } from './numerals.ts';
import { unitAt } from './units.ts';

const NUMBER = String.raw`\d+(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?`;
/** The same as far as ranges have it. */
const SHORT = String.raw`\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,9})?`;
const TO = '[-－−–—~～]';
const YEAR = String.raw`(?:1[89]|20)\d{2}`;

interface NumberForm {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, before: string) => string | undefined;
}

/** How numbers are read, the most certain form first; each is tried where a figure stands. */
const NUMBER_FORMS: readonly NumberForm[] = [
  // 2025-01-05 2025/1/5 2025.1.5
  {
    pattern: /(\d{4})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?![\d.%％])日?/y,
    read: ([, year, , month, day]) =>
      `${digitByDigit(year!)}年${readWhole(String(Number(month)))}月${readWhole(String(Number(day)))}日`,
  },
  // 2025年 2024—2025年 〔2026〕 2025版
  {
    pattern: new RegExp(
      `${YEAR}(?=[ 　]?(?:年(?!来)|版|届|级|财年|学年)|${TO}{1,2}${YEAR}[ 　]?(?:年|届|级)|[、至到和/]${YEAR}年)`,
      'y',
    ),
    read: ([year]) => digitByDigit(year!),
  },
  {
    pattern: /\d{4}(?=[〕\]])/y,
    read: ([year], before) => (/[〔[]$/.test(before) ? digitByDigit(year!) : undefined),
  },
  // 0931-1234567 13812345678 12345热线
  {
    pattern: /0\d{2,3}-\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|1\d{2,4}(?=热线|报警|急救|服务热线)/y,
    read: ([code]) => digitByDigit(code!.replace('-', '')),
  },
  // 14:30
  {
    pattern: /([01]?\d|2[0-4])[:：]([0-5]\d)(?![\d:：])/y,
    read: ([, hour, minute], before) =>
      /比$|比[例为]$/.test(before) ? undefined : `${readWhole(String(Number(hour)))}点${minutes(minute!)}`,
  },
  // 3:2
  {
    pattern: new RegExp(`(?:${NUMBER})(?:[:：∶](?:${NUMBER}))+`, 'y'),
    read: ([ratio]) =>
      ratio!
        .split(/[:：∶]/)
        .map(readNumber)
        .join('比'),
  },
  // 1/3
  {
    pattern: /(\d{1,3})\/(\d{1,3})(?![\d/.])/y,
    read: ([, part, whole]) =>
      Number(part) < Number(whole) ? `${readWhole(whole!)}分之${readWhole(part!)}` : undefined,
  },
  // 3·15
  { pattern: /\d{1,2}[·•]\d{1,2}(?!\d)/y, read: ([day]) => digitByDigit(day!.replace(/\D/g, '')) },
  // 5～10%
  {
    pattern: new RegExp(`(${SHORT})(?:${TO}|至)(${SHORT})([%％‰])`, 'y'),
    read: ([, low, high, sign]) => `${part(sign!)}${readNumber(low!)}至${readNumber(high!)}`,
  },
  {
    pattern: new RegExp(`(${NUMBER})([%％‰])`, 'y'),
    read: ([, number, sign]) => `${part(sign!)}${readNumber(number!)}`,
  },
  // 2个
  {
    pattern: /2(?=[个名家项次天年所座条件户位类种批倍人步轮万亿千百](?!分|月\d))/y,
    read: (_, before) => (/[第、\d.]$/.test(before) ? undefined : '两'),
  },
  { pattern: new RegExp(NUMBER, 'y'), read: ([number]) => readNumber(number!) },
];

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
const SIGNS: Readonly<Record<string, string>> = {
  '≥': '大于等于',
  '≤': '小于等于',
  '>': '大于',
  '＞': '大于',
  '<': '小于',
  '＜': '小于',
  '=': '等于',
  '＝': '等于',
  '≈': '约等于',
  '±': '正负',
  '×': '乘',
  '÷': '除以',
  '&': '和',
  '＆': '和',
  '%': '百分之',
  '％': '百分之',
  '‰': '千分之',
  '№': '第',
  '°': '度',
  '¥': '元',
  '￥': '元',
  $: '美元',
  '€': '欧元',
};
/** Where something is read otherwise than it is written. */
const TRIGGER = /[-\dA-Za-z－−–—~～/／+＋μ㎎-㏎℃№①-⑳Ⅰ-Ⅻ≥≤＞<>＜=＝≈±×÷&＆%％‰°¥￥$€]/g;
const ENDS_NUMBER = /[\d%％‰年月日号时分元万亿千百十吨人个级度℃]$/;
const UNIT_BEFORE = /[元吨米克里斤升瓦时人亩]$/;

/**
 * A text as it is read aloud: figures, units and signs in Chinese characters (8.5% → 百分之八点五, 2025年 → 二零二五年,
 * 1-8月 → 一至八月), Latin letters and punctuation as they stand. What is not voiced in any case (a slash between
 * words, a dash after a letter) is dropped. Source: practice; years and codes by GB/T 15835—2011.
 */
export function spoken(text: string): string {
  const plain = halfWidth(text);
  let read = '';
  let done = 0;
  TRIGGER.lastIndex = 0;
  for (let match = TRIGGER.exec(plain); match; match = TRIGGER.exec(plain)) {
    const at = match.index;
    const voiced = voicedAt(plain, at);
    read += plain.slice(done, at) + voiced.read;
    done = at + voiced.length;
    TRIGGER.lastIndex = done;
  }
  return done === 0 ? plain : read + plain.slice(done);
}

interface Voiced {
  readonly read: string;
  readonly length: number;
}

function voicedAt(text: string, at: number): Voiced {
  const sign = text[at]!;
  if (sign >= '0' && sign <= '9') return numberAt(text, at);
  const before = text.slice(Math.max(0, at - 8), at);
  if (/[A-Za-zμ㎎-㏎℃°]/.test(sign)) return letterAt(text, at, before);
  return { read: signAt(sign, before, text.slice(at + 1, at + 3)), length: 1 };
}

function numberAt(text: string, at: number): Voiced {
  const before = text.slice(Math.max(0, at - 8), at);
  for (const { pattern, read } of NUMBER_FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const voiced = match && read(match, before);
    if (match && voiced != null) return { read: voiced, length: match[0].length };
  }
  return { read: digitByDigit(text[at]!), length: 1 };
}

/** A unit after a number, or a run of letters as it stands. */
function letterAt(text: string, at: number, before: string): Voiced {
  const unit = /[\d万亿千百]$/.test(before) ? unitAt(text, at) : undefined;
  if (unit) return { read: unit.read, length: unit.written.length };
  const run = /^[A-Za-z]+/.exec(text.slice(at, at + 40))?.[0] ?? '';
  if (run !== '') return { read: run, length: run.length };
  const sign = text[at]!;
  return { read: sign === '℃' ? '摄氏度' : (SIGNS[sign] ?? sign), length: 1 };
}

function signAt(sign: string, before: string, after: string): string {
  if (/[-－−–—~～]/.test(sign)) {
    if (!/^\d/.test(after)) return sign === '-' && /[A-Za-z]$/.test(before) ? '' : sign;
    if (ENDS_NUMBER.test(before)) return '至';
    return /[-－−]/.test(sign) && !/[A-Za-z]$/.test(before) ? '负' : sign;
  }
  if (sign === '+' || sign === '＋')
    return /\d$/.test(before) && /^[个项名家人场座多]/.test(after) ? '多' : '加';
  if (sign === '/' || sign === '／') return UNIT_BEFORE.test(before) ? '每' : '';
  const circled = CIRCLED.indexOf(sign) + 1 || ROMAN.indexOf(sign) + 1;
  return circled > 0 ? readWhole(String(circled)) : (SIGNS[sign] ?? sign);
}

/** 00 → nothing, 05 → 零五分, 30 → 三十分. */
function minutes(written: string): string {
  if (written === '00') return '';
  return `${written.startsWith('0') ? '零' : ''}${readWhole(String(Number(written)))}分`;
}

function part(sign: string): string {
  return sign === '‰' ? '千分之' : '百分之';
}

/** Figures, letters and the point between figures as half-width characters. */
function halfWidth(text: string): string {
  if (!/[０-９Ａ-Ｚａ-ｚ]/.test(text)) return text;
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)．(?=\d)/g, '.');
}
