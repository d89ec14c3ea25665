import type { Paragraph } from '../../draft/types.ts';

/** An address inside a speech: `同志们，`, `各位代表！`. */
const VOCATIVE =
  /^(?:尊敬的|亲爱的)?(?:各位[^，。！：:]{1,12}|同志们|同学们|朋友们|女士们|先生们|老师们|乡亲们|战友们|大家)[^。！：:；]{0,16}?[，！!：:,]/;
const VOCATIVE_ALONE = /^[^。，]{2,20}[！!：:]$/;
const FORMULA =
  /让我们|谢谢(?:大家|各位)?[！!。]|预祝|(?:^|[，。！])(?:最后，)?(?:衷心)?祝(?!贺)|散会|到此结束|汇报完毕|报告完毕|请予审议|批评指正|完毕[。！]|以上(?:报告|汇报|发言|是我)/;
const CALL = /让我们|奋斗|奋进|努力|贡献|篇章|希望大家/;

/** How many paragraphs from the end a closing may begin. */
const REACH = 5;

/** Indices of the paragraphs that close the speech, `[from, to)`; undefined where none does. */
export function findClosing(
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
): readonly [number, number] | undefined {
  for (let i = to - 1; i >= Math.max(from, to - REACH); i--) {
    if (closes(paragraphs[i]!) || isAlone(paragraphs[i - 1])) return [widen(paragraphs, from, i), to];
  }
  // Glossaries and lists of projects may follow a report: the last address that calls to action ends the speech.
  for (let i = to - 1; i >= Math.max(from, to >> 2); i--) {
    const { text } = paragraphs[i]!;
    if (/让我们|更加紧密地?团结在/.test(text) && (VOCATIVE.test(text) || isAlone(paragraphs[i - 1])))
      return [widen(paragraphs, from, i), i + 1];
  }
  return undefined;
}

function closes({ text, role }: Paragraph): boolean {
  if (role === 'heading') return false;
  return FORMULA.test(text) || (VOCATIVE.test(text) && (CALL.test(text) || text.length > 20));
}

/** Takes in the lines just above that belong to the closing: an address on its own line, an earlier part of it. */
function widen(paragraphs: readonly Paragraph[], from: number, at: number): number {
  let first = at;
  while (first > from) {
    const above = paragraphs[first - 1]!;
    const startsIt = VOCATIVE.test(paragraphs[first]!.text) || isAlone(paragraphs[first]);
    if (startsIt || !(isAlone(above) || closes(above))) break;
    first--;
  }
  return first;
}

function isAlone(paragraph: Paragraph | undefined): boolean {
  if (!paragraph || paragraph.role === 'heading') return false;
  return VOCATIVE_ALONE.test(paragraph.text) && VOCATIVE.test(paragraph.text);
}
