import type { Form } from './form.ts';

const DASH = '[-—–－─]';
const PAGE = '\\d{1,3}';

/** Lines that hold a page number and nothing else. */
export const PAGE_LINES: readonly Form[] = (
  [
    [`^${DASH}{1,2} ?[\\d０-９]{1,3} ?${DASH}{1,2}$`, '— 3 —'],
    [`^[·•・] ?${PAGE} ?[·•・]$`, '·3·'],
    [`^第 ?${PAGE} ?页(?:[ ，,/]*共 ?${PAGE} ?页)?$`, '第 3 页 共 10 页'],
    [`^Page ${PAGE}(?: ?(?:/|of) ?${PAGE})?$`, 'Page 3 of 12'],
    [`^${PAGE} of ${PAGE}$`, '3 of 12'],
  ] as const
).map(([pattern, example]) => ({ reason: 'page-number', pattern: new RegExp(pattern, 'i'), example }));

/** `8 / 12`: without the spaces it is a fraction, and no page comes after the last. */
export const PAGE_OF_PAGES: Form = {
  reason: 'page-number',
  pattern: /^(\d{1,3})[ 　]+[/／][ 　]+(\d{1,3})$/,
  accept: ([, page, pages]) => Number(page) >= 1 && Number(page) <= Number(pages),
  example: '8 / 12',
};

/** Page numbers that are stuck to the text around them. */
export const PAGES_INSIDE: readonly Form[] = [
  {
    reason: 'page-number',
    pattern: /(?<![\d\w.%％‰）)—–-])(-\d{1,3}-)(?![\d\w—–-])/g,
    example: '要加快项目建设，〖-5-〗推动产业升级。',
  },
  {
    reason: 'page-number',
    pattern: /(?:^|(?<=[。！？；”])) ?([—–─] \d{1,3} [—–─])(?=\s|$|[\u4e00-\u9fff])/g,
    example: '要狠抓落实。〖— 5 —〗各级各部门要高度重视。',
  },
];

const BARE = /^\d{1,3}$/;
const CLOSED = /[。！？；：…”’』」》〉）)\]】!?;:]$/;
/** A sentence, or the part of one: a title or a cell of a table holds no comma. */
const SENTENCE = /[，。、；]/;
/** After these the number is the sentence's own figure. */
const AWAITS_FIGURE =
  /(?:[第约近超达为共计至到长降增减有于率占前过满]|完成|实现|总值|收入|投资|面积|数量|人数|[（(\d.．])$/;
/** Before these too; masks and figures go on the same way. */
const COUNTED =
  /^(?:[%％‰个家名项件人户所条处元万亿千百十余多届次位倍吨亩公月日号度点]|平方|年(?!底|初|度|轻))/;
const SHORTEST_LINE = 12;
/** Lines within which a second bare number makes both the numbers of a list or the cells of a table. */
const LIST_REACH = 4;

/**
 * Whether line `at` of `lines` (without outer spaces) is a page number without any sign: a number alone that breaks a
 * sentence in two, an empty line on either side allowed. The figure of a broken sentence, the numbers of a list and the
 * cells of a table are none.
 */
export function isBarePage(lines: readonly string[], at: number): boolean {
  if (lines[at]!.length > 3 || !BARE.test(lines[at]!)) return false;
  const before = neighbour(lines, at, -1);
  const after = neighbour(lines, at, 1);
  if (before.length < SHORTEST_LINE || !SENTENCE.test(before)) return false;
  if (CLOSED.test(before) || AWAITS_FIGURE.test(before)) return false;
  if (!/^[\u4e00-\u9fff“《（]/.test(after) || COUNTED.test(after) || !SENTENCE.test(after)) return false;
  for (let i = Math.max(0, at - LIST_REACH); i <= at + LIST_REACH && i < lines.length; i++) {
    if (i !== at && BARE.test(lines[i]!)) return false;
  }
  return true;
}

/** The next line that is not empty, one empty line being skipped. */
function neighbour(lines: readonly string[], at: number, step: 1 | -1): string {
  return lines[at + step] || lines[at + 2 * step] || '';
}
