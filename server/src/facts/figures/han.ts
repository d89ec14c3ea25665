import { type Amount, blur, blurAfter, makeAmount, readTail, type Tail } from './amount.ts';
import { parseHan } from './numerals.ts';
import { readPlace } from './place.ts';
import { scaleOf, type UnitReader } from './units.ts';

/** Chinese numbers count only with these units; `两个`, `三项` are words of the sentence. */
const HAN_UNITS =
  /^(?:个亿|[十百千]?[万亿]|万亿)?(?:元|美元|亩|公顷|公里|千米|平方公里|平方米|立方米|吨|公斤|斤|千瓦时|千瓦|人次|倍|头|户|家|所|人|名|套|辆|台|座|岁)$|百分点$|^个亿$/;
const HAN_COUNTED = /^(?:头|户|家|所|人|名|套|辆|台|座|岁|倍|公里|平方米)$/;

/** Reads an amount whose number is Chinese: 百分之五, 三分之一, 翻一番, 三个亿, 五千八百户, 两成. */
export function readChinese(
  text: string,
  at: number,
  number: string,
  readUnit: UnitReader,
): Amount | undefined {
  const end = at + number.length;
  const numberSpan = { start: at, end };
  const percent = (value: number, factor = 1): Amount => {
    const after = blurAfter(text, end);
    const tail: Tail = {
      unit: { written: number, canonical: '%', factor },
      end: end + (after?.length ?? 0),
      approximation: after === undefined ? 'exact' : blur(after.trim()),
      based: true,
    };
    return makeAmount({ start: at, end: tail.end }, numberSpan, {
      value,
      tail,
      number: fractionOf(number),
    });
  };
  const parts = number.split('分之');
  if (parts.length === 2) {
    const [below = '', above = ''] = parts;
    const value = parseHan(above);
    const whole = below === '百' ? 100 : below === '千' ? 1000 : parseHan(below);
    if (value === undefined || whole === undefined || value >= whole * 10) return undefined;
    return below === '百' ? percent(value) : percent((value * 100) / whole);
  }
  if (number === '一半') {
    return /(?:占|近|超|超过|达|到|完成|不足|不到|约)$/.test(text.slice(Math.max(0, at - 2), at))
      ? percent(50)
      : undefined;
  }
  if (number.startsWith('翻'))
    return { ...percent(100 * (2 ** (parseHan(number.charAt(1)) ?? 1) - 1)), doubling: true };
  if (text.charAt(at - 1) === '第') return readPlace(text, at, number);
  return readHanAmount(text, at, number, readUnit);
}

const fractionOf = (number: string): string => (number.includes('点') ? number : '');

/** 三个亿, 五千八百户, 两成, 三点二倍; a number that counts nothing is a word. */
function readHanAmount(text: string, at: number, number: string, readUnit: UnitReader): Amount | undefined {
  if (/[\d第几数A-Za-z“一二三四五六七八九十]/.test(text.charAt(at - 1))) return undefined;
  const end = at + number.length;
  if (
    /^成(?!立|功|果|为|长|都|员|效|本|熟|型|绩|就|片|群|份)/.test(text.slice(end, end + 2)) &&
    number.length === 1
  ) {
    const after = blurAfter(text, end + 1);
    const tail: Tail = {
      unit: { written: '成', canonical: '%', factor: 10 },
      end: end + 1 + (after?.length ?? 0),
      approximation: after === undefined ? 'exact' : blur(after.trim()),
      based: true,
    };
    const value = parseHan(number);
    if (
      value === undefined ||
      value > 9 ||
      !/[近超过约达占到降增长少高了有为前后]$/.test(text.charAt(at - 1))
    )
      return undefined;
    return makeAmount({ start: at, end: tail.end }, { start: at, end }, { value, tail, number: '' });
  }
  const stem = /(?<![万亿])[万亿]+$/.exec(number);
  const from = stem && stem.index > 0 ? at + stem.index : end;
  const value = parseHan(text.slice(at, from));
  const tail = readTail(text, from, readUnit);
  if (value === undefined || (!tail.based && tail.unit.written !== '个亿')) return undefined;
  const { canonical, written } = tail.unit;
  const large = scaleOf(written.slice(0, 1)) > 1000 || written === '个亿';
  if (canonical !== '%' && !HAN_UNITS.test(written)) return undefined;
  if (
    !large &&
    value < (HAN_COUNTED.test(canonical) ? 10 : 2) &&
    canonical !== '百分点' &&
    canonical !== '倍'
  )
    return undefined;
  return makeAmount(
    { start: at, end: tail.end },
    { start: at, end: from },
    { value, tail, number: fractionOf(number) },
  );
}
