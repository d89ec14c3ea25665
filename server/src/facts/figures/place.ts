import { type Amount, makeAmount } from './amount.ts';
import { parseArabic, parseHan } from './numerals.ts';

/** 第3位, 第5名, 第二 at the end of a clause. */
export function readPlace(text: string, at: number, number: string): Amount | undefined {
  const unit =
    /^ ?(?:名|位)(?![于列居])/.exec(text.slice(at + number.length, at + number.length + 3))?.[0] ?? '';
  const end = at + number.length + unit.length;
  if (unit === '' && !/^(?:[，。；、）)]|$)/.test(text.charAt(end))) return undefined;
  if (
    !/(?:居|列|排|名|位|升至|跃至|全[国省市]|[省国])[^，。]{0,10}第$/.test(
      text.slice(Math.max(0, at - 14), at),
    )
  )
    return undefined;
  const value = parseHan(number) ?? parseArabic(number);
  return {
    ...makeAmount(
      { start: at - 1, end },
      { start: at, end: at + number.length },
      {
        value,
        tail: {
          unit: { written: '位', canonical: '位', factor: 1 },
          end,
          approximation: 'exact',
          based: true,
        },
        number,
      },
    ),
    ordinal: true,
  };
}
