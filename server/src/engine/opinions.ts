import { splitLines } from '../draft/lines.ts';
import { describePlace } from '../draft/place.ts';
import { slice } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import type { Finding } from './types.ts';

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

/** The findings of a draft, sorted by place, as opinions. */
export function opinionsOf(draft: Draft, findings: readonly Finding[]): readonly Opinion[] {
  const lines = splitLines(draft.text);
  let line = 0;
  return findings.map((finding) => {
    const { start } = finding.span;
    while (line > 0 && lines[line]!.start > start) line--;
    while (line + 1 < lines.length && lines[line + 1]!.start <= start) line++;
    const text = slice(draft.text, finding.span);
    return {
      place: `第${line + 1}行（${describePlace(draft, start)}）`,
      original: text === '' ? '（此处）' : shortened(text),
      ...partsOf(finding),
    };
  });
}

/** Messages say what is wrong and then, after 请, what to do; fixes follow in brackets. */
function partsOf({ message, fixes }: Finding): Pick<Opinion, 'problem' | 'advice'> {
  const at = Math.max(...['，请', '。请', '；请'].map((sign) => message.lastIndexOf(sign)));
  const problem = at > 0 ? `${message.slice(0, at)}。` : message;
  const asked = at > 0 ? message.slice(at + 1) : '请核。';
  const titles = fixes.map(({ title }) => title).join('；');
  return { problem, advice: titles === '' ? asked : `${asked}（可：${titles}）` };
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}
