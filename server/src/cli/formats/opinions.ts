import { describePlace } from '../../draft/place.ts';
import type { FileResult } from '../collect.ts';
import { printable } from '../width.ts';
import { type ShownFinding, showFindings } from './findings.ts';

/** One row of a 核稿意见表; what was made of it（采纳情况）is for the writer to fill in. */
export interface Opinion {
  /** `第3行（一、第1段）`, after the file's name in a table of several files. */
  readonly place: string;
  /** The words in question; `（此处）` where something is missing between two characters. */
  readonly original: string;
  readonly problem: string;
  readonly advice: string;
}

/** Heads of the columns of a 核稿意见表. */
export const OPINION_COLUMNS = ['序号', '位置', '原文', '问题', '建议', '采纳情况'] as const;

const LONGEST = 60;

/** The findings of a file as opinions, in order. */
export function opinionsOf(result: FileResult): readonly Opinion[] {
  const { draft } = result;
  if (!draft) return [];
  return showFindings(result).map((shown) => {
    const { problem, advice } = partsOf(shown);
    const { start } = shown.finding.span;
    return {
      place: `第${shown.range.start.line}行（${printable(describePlace(draft, start))}）`,
      original: shown.text === '' ? '（此处）' : shortened(printable(shown.text)),
      problem,
      advice,
    };
  });
}

/** Messages say what is wrong and then, after 请, what to do; fixes follow in brackets. */
function partsOf({ finding: { message, fixes } }: ShownFinding): {
  readonly problem: string;
  readonly advice: string;
} {
  const said = printable(message);
  const at = Math.max(...['，请', '。请', '；请'].map((sign) => said.lastIndexOf(sign)));
  const problem = at > 0 ? `${said.slice(0, at)}。` : said;
  const asked = at > 0 ? said.slice(at + 1) : '请核。';
  const titles = fixes.map(({ title }) => printable(title)).join('；');
  return { problem, advice: titles === '' ? asked : `${asked}（可：${titles}）` };
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}
