import { parseOrdinal } from './numerals.ts';
import type { Marker, MarkerStyle } from './types.ts';

const HAN = '[一二三四五六七八九十百零]{1,5}';

/** What follows 第一篇 in a plan; with a colon or a long title it parts the texts of a collection. */
const VOLUME = '[ 　]{1,2}\\S{2,14}$(?<!讲话|讲稿|发言|致辞|报告|稿|总结)';

const FORMS: readonly (readonly [MarkerStyle, RegExp])[] = [
  [
    'part',
    new RegExp(`^第(${HAN}|\\d{1,2})(?:(?:部分|[章编])(?=[\\s　：:、])|篇(?=${VOLUME}))[\\s　：:、]*`),
  ],
  ['han', new RegExp(`^(${HAN})[、．.]`)],
  ['han-paren', new RegExp(`^[（(](${HAN})[）)][、.．]?`)],
  ['digit', /^([\d０-９]{1,3})[ ]?(?:[.．](?![\d０-９])|、(?!\d))/],
  ['digit-paren', /^[（(](\d{1,2})[）)]/],
];
const HASH = /^(#{1,6})[ \t　]+/;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** `二、三产业`, `五、六十年代`, `一、二把手`: two numbers in a row, the second one higher by one or a round one. */
const JOINED = new RegExp(`^(${HAN})、(${HAN})`);
/** Nouns that make the pair a pair whatever the sequence. */
const SHARED = /^(?:、|产业|线|季度|类|期|等奖|等|级|组|批|轮|档|环|月|中全会|标段|号|把手|年级|十年代|年代)/;

/** Nesting depth of a style: a heading stands under the nearest earlier heading of smaller rank. */
export function rankOf(style: MarkerStyle): number {
  return { hash: 0, part: 1, han: 2, 'han-paren': 3, digit: 4, 'digit-paren': 5, circle: 6 }[style];
}

/**
 * Reads a heading number at `at` (GB/T 9704-2012 7.3.3 and its variants in practice).
 * `1.8万人` is none; `二、三产业` is one only where `joined` asks for titles that begin with a number.
 * Returns undefined where there is none.
 */
export function readMarker(text: string, at = 0, joined = false): Marker | undefined {
  const head = text.slice(at, at + 24);
  const circle = CIRCLED.indexOf(head.charAt(0) || ' ');
  if (circle >= 0) {
    return {
      style: 'circle',
      ordinal: circle + 1,
      text: head.charAt(0),
      digits: { start: at, end: at + 1 },
      end: at + 1,
    };
  }
  for (const [style, form] of FORMS) {
    const match = form.exec(head);
    if (!match) continue;
    if (style === 'han' && joined !== joinsNumbers(head)) return undefined;
    const ordinal = parseOrdinal(match[1]!);
    if (ordinal === undefined || ordinal === 0) return undefined;
    const digitsAt = at + match[0].indexOf(match[1]!);
    return {
      style,
      ordinal,
      text: match[0].trimEnd(),
      digits: { start: digitsAt, end: digitsAt + match[1]!.length },
      end: at + match[0].length,
    };
  }
  return undefined;
}

/** Whether 三、 is followed by a number that it may be joined with; a title may begin so too: the sequence decides. */
function joinsNumbers(head: string): boolean {
  const match = JOINED.exec(head);
  if (!match) return false;
  const second = parseOrdinal(match[2]!) ?? 0;
  return second - (parseOrdinal(match[1]!) ?? 0) === 1 || second >= 10;
}

/** The marker of a title that begins with a number (`二、十项重点任务`), unless the two share a noun (`二、三产业`). */
export function readJoinedMarker(text: string): Marker | undefined {
  const match = JOINED.exec(text.slice(0, 16));
  return match && !SHARED.test(text.slice(match[0].length)) ? readMarker(text, 0, true) : undefined;
}

/** `8.6个重大项目` in a list that has just counted to 7: the number is `due`, the rest is text. */
export function readTightMarker(text: string, at: number, due: number): Marker | undefined {
  const match = /^(\d{1,3})[.．](?=\d)/.exec(text.slice(at, at + 5));
  if (!match || Number(match[1]) !== due) return undefined;
  const digits = { start: at, end: at + match[1]!.length };
  return { style: 'digit', ordinal: due, text: match[0], digits, end: at + match[0].length };
}

/** End of a Markdown `## ` prefix at the head of `text`, or 0. */
export function hashPrefix(text: string): number {
  return HASH.exec(text)?.[0].length ?? 0;
}
