import type { Span } from '../../draft/span.ts';
import { readNames } from '../../facts/aloud/names.ts';
import type { ParagraphFacts } from '../../facts/facts.ts';

/** A stretch longer than this may be broken: at the size of a reading copy it would not fit into a line. */
const LONGEST = 14;

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
/** A number with what belongs to it: 2025年1月5日, 15%—20%, 66.7亿元, -7.9%. */
const NUMBERS = new RegExp(
  [
    String.raw`\d{2,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?!\d)`,
    String.raw`\d{1,2}月\d{1,2}日`,
    String.raw`[-－−+]?(?:${NUMBER})(?:[-－−–—~～至/:：∶×.·](?:${NUMBER}))*(?:[%％‰℃㎡㎥]|个?百分点|[万亿千百十]*[多余]?[\u4e00-\u9fffA-Za-z²³/]{0,2})`,
  ].join('|'),
  'g',
);
/** Chinese figures with their unit: 百分之五, 二〇二五年. */
const HAN_NUMBERS =
  /(?:百分之)?[〇零一二三四五六七八九十百千万亿两]{2,}(?:点[〇零一二三四五六七八九]+)?[年月日个名家项元吨亩倍成]?/g;

/**
 * Stretches that are not to be broken over two lines, in order and apart: figures with their units, names, blanks.
 * A figure is kept whole whatever its length; the others join what they touch as long as it fits into a line.
 */
export function keptSpans({ text, figures, placeholders }: ParagraphFacts): readonly Span[] {
  const joints = new Uint8Array(text.length + 1);
  const join = ({ start, end }: Span): void => {
    if (end - start > 1) joints.fill(1, start + 1, end);
  };
  for (const span of spansOf(text, NUMBERS)) join(span);
  for (const span of [
    ...figures.map((figure) => figure.span),
    ...placeholders.map(({ span }) => withUnit(text, span)),
    ...spansOf(text, HAN_NUMBERS),
    ...readNames(text),
  ]) {
    if (fits(joints, span)) join(span);
  }
  return runs(joints);
}

/** Whether a stretch with all that it touches is short enough for a line. */
function fits(joints: Uint8Array, { start, end }: Span): boolean {
  let [from, to] = [start, end];
  while (joints[from] === 1 && to - from <= LONGEST) from--;
  while (joints[to] === 1 && to - from <= LONGEST) to++;
  return to - from <= LONGEST;
}

/** Stretches whose characters hang together; `joints[i]` says it of the characters before and at `i`. */
function runs(joints: Uint8Array): readonly Span[] {
  const found: Span[] = [];
  for (let at = joints.indexOf(1); at > 0; at = joints.indexOf(1, at)) {
    const end = joints.indexOf(0, at);
    found.push({ start: at - 1, end });
    at = end;
  }
  return found;
}

/** A blank with the unit after it: ____亿元. */
function withUnit(text: string, { start, end }: Span): Span {
  const unit = /^[万亿千百]*(?:个?百分点|[元%％人户家个项吨亩年月日])/.exec(text.slice(end, end + 8));
  return { start, end: end + (unit?.[0].length ?? 0) };
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
  }));
}
