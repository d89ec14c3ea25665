import { chineseOrdinal } from '../../draft/numerals.ts';
import type { Span } from '../../draft/span.ts';
import type { Related, Report } from '../../engine/types.ts';
import { compareFigures } from '../../facts/passages/figures.ts';
import type { Standing } from '../../facts/passages/finder.ts';
import type { Reused } from '../../facts/passages/reuse.ts';
import { type StoredSpeech, sourceSpan } from '../../facts/passages/stored.ts';
import { SHORTEST } from '../../facts/passages/winnow.ts';

/** Passages of neighbouring paragraphs that come from neighbouring paragraphs of one speech. */
export type Run = readonly Reused[];

/** Gathers what one speech shares into runs, so that a part taken over as a whole is said once. */
export function gatherRuns(reused: readonly Reused[]): readonly Run[] {
  const runs: Reused[][] = [];
  for (const one of reused) {
    const run = runs.find((other) => follows(other.at(-1)!, one));
    if (run) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function follows(before: Reused, after: Reused): boolean {
  const [from, to] = [before.source, after.source];
  return (
    after.paragraph === before.paragraph + 1 &&
    to.paragraph === from.paragraph + 1 &&
    to.path === from.path &&
    to.speech === from.speech
  );
}

/** What is said of a run in a speech of the draft at `path`. */
export function reuseReport(run: Run, speech: StoredSpeech, path: string): Report {
  const [first, last] = [run[0]!, run.at(-1)!];
  const spanOf = ({ shared }: Reused): Span => ({ start: shared[0]!.own.start, end: shared.at(-1)!.own.end });
  const ownSpan = (one: Reused): Span => sourceSpan(speech.paragraphs[one.paragraph]!, spanOf(one));
  const length = run.reduce((sum, one) => sum + charactersOf(one), 0);
  const figures = compareFigures(run);
  const source = describeSource(first.source, path, samePart(run));
  const share = Math.max(1, Math.round((length * 100) / Math.max(1, speech.length)));
  const what = run.length > 1 ? `以下${run.length}段` : '本段';
  const part = `（${length}字，约占本稿${share}%）`;
  const head = isWhole(run) ? `${what}与${source}基本相同${part}` : `${what}部分文字与${source}相同${part}`;
  return {
    messageId: figures.same > 0 ? 'same-figures' : figures.changed > 0 ? 'other-figures' : 'same-text',
    message: `${head}${advice(figures)}`,
    span: { start: ownSpan(first).start, end: ownSpan(last).end },
    related: run.map((one) => relatedTo(one, path)),
  };
}

/** Whether all of it stands in one part of the other speech. */
function samePart(run: Run): boolean {
  const parts = run.map(
    ({ source: { draft, speech, paragraph } }) => draft.speeches[speech]!.paragraphs[paragraph]!.part,
  );
  return parts.every((part) => part === parts[0]);
}

function advice({ same, changed }: { readonly same: number; readonly changed: number }): string {
  if (same > 0) {
    const others = changed > 0 ? `，另有${changed}个已改` : '';
    return `，其中${same}个数字未变${others}，请核实是否为旧数。`;
  }
  return changed > 0 ? `，仅数字不同（${changed}个），请核对其余表述是否仍然适用。` : '，请酌情改写或保留。';
}

/** Characters of the own text, spaces left out. */
function charactersOf({ own, shared }: Reused): number {
  return shared.reduce(
    (sum, { own: { start, end } }) => sum + own.normal.text.slice(start, end).replace(/\s/g, '').length,
    0,
  );
}

/** Whether at least four fifths of the own paragraphs are shared. */
function isWhole(run: Run): boolean {
  const all = run.reduce((sum, { own }) => sum + own.normal.codes.length, 0);
  const shared = run.reduce((sum, one) => sum + one.shared.reduce((n, { length }) => n + length, 0), 0);
  return shared * 5 >= all * 4 && all >= SHORTEST;
}

function relatedTo({ source, shared }: Reused, path: string): Related {
  const { draft, speech, paragraph } = source;
  const span = sourceSpan(draft.speeches[speech]!.paragraphs[paragraph]!, {
    start: shared[0]!.other.start,
    end: shared.at(-1)!.other.end,
  });
  const message = `${describeSource(source, path)}，此处相同`;
  return source.path === path ? { message, span } : { message, span, path: source.path };
}

/** `《…》（2024年）第三部分`; in the same file with the number of the speech. */
export function describeSource(
  { path, draft, speech, paragraph }: Standing,
  ownPath: string | undefined,
  withPart = true,
): string {
  const { title, year, paragraphs } = draft.speeches[speech]!;
  const part = withPart ? paragraphs[paragraph]!.part : 0;
  const number = path === ownPath ? `第${shownOrdinal(speech + 1)}篇` : '';
  const name =
    title === '' ? (number === '' ? `《${shortened(fileName(path))}》` : '') : `《${shortened(title)}》`;
  const when = year === undefined || title.includes(year) ? '' : `（${year}年）`;
  return `${number}${name}${when}${part === 0 ? '' : `第${shownOrdinal(part)}部分`}`;
}

function shownOrdinal(value: number): string {
  return value < 1000 ? chineseOrdinal(value) : String(value);
}

const LONGEST_TITLE = 26;

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
}

function fileName(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}
