import { isChinese, isDigit } from './characters.ts';

/** Marks that stand side by side where one is due; offsets are in the paragraph's text. */
export interface RepeatedMarks {
  /** `doubled`: twice the same; `mixed`: different ones; `ellipsis`: dots in place of ……; `both-sides`: 。”。 */
  readonly kind: 'doubled' | 'mixed' | 'ellipsis' | 'both-sides';
  readonly start: number;
  readonly text: string;
  /** What is to stand there. */
  readonly due: string;
}

const SIDE_BY_SIDE = /[，。、；：,;]{2}|[，。、；：,;][！？]|[！？][，。、；：,;]|\.{3}|．{3}|。[”’]。/;
const RUNS = /[，。、；：！？,;]{2,}|\.{3,}|．{3,}|。[”’]。/g;
/** Of different marks side by side the one that divides most is kept. */
const STRENGTH = '？！。；：，、';
const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；' };

/**
 * Doubled marks of a paragraph (GB/T 15834-2011 4: no clause knows ，， or 。，). ！！ ？？ ？！ are lawful (4.2.3.3, 4.3.3.3), as are …… and ——.
 */
export function readRepeatedMarks(text: string): readonly RepeatedMarks[] {
  if (!SIDE_BY_SIDE.test(text)) return [];
  return [...text.matchAll(RUNS)].flatMap(({ 0: run, index }) => {
    const repeated = judge(run);
    return repeated && isInChinese(text, index, run.length) ? [{ ...repeated, start: index, text: run }] : [];
  });
}

function judge(run: string): Pick<RepeatedMarks, 'kind' | 'due'> | undefined {
  if (/^[！？]+$/.test(run)) return undefined;
  if (/^(?:\.{3,}|．{3,}|。{3,})$/.test(run)) return { kind: 'ellipsis', due: '……' };
  if (run.includes('”') || run.includes('’')) return { kind: 'both-sides', due: run.slice(0, 2) };
  const marks = [...run].map((mark) => FULL[mark] ?? mark);
  const strongest = [...STRENGTH].find((mark) => marks.includes(mark))!;
  return {
    kind: new Set(run).size === 1 ? 'doubled' : 'mixed',
    due: run.includes(strongest) ? strongest : run[0]!,
  };
}

function isInChinese(text: string, start: number, length: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(start + length);
  return (
    !(isDigit(before) && isDigit(after)) &&
    (isChinese(before) || isChinese(after) || isChinese(text.charCodeAt(start)))
  );
}
