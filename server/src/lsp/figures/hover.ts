import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { describePlace } from '../../draft/place.ts';
import { slice } from '../../draft/span.ts';
import { figureAt, haveSameValue, mentionsOf } from '../../engine/figures/mentions.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import { toRange } from '../convert.ts';
import type { ClientFeatures } from '../features.ts';
import { markdownText } from '../markdown.ts';
import { type LedgerLookup, ledgerWords } from './ledger.ts';
import { type FigurePlace, type FigureReading, placeOf } from './reading.ts';
import { basisWords, kindWords } from './words.ts';

/** No more mentions than a small window shows. */
const MOST_SHOWN = 12;

/** What a figure says in words, where else it stands, and what the table of figures has; null where there is none. */
export function figureHover(
  reading: FigureReading,
  position: Position,
  inLedger: LedgerLookup,
  { markdownHover }: Pick<ClientFeatures, 'markdownHover'>,
): Hover | null {
  const place = placeOf(reading, position);
  const one = place && figureAt(place.figures, place.offset);
  if (!one) return null;
  const lines = [...keyLines(one), ...mentionLines(reading, place, one), ...ledgerLines(one, inLedger)];
  const value = markdownHover
    ? lines.map(([line, depth]) => `${'  '.repeat(depth)}- ${markdownText(line)}`).join('\n')
    : lines.map(([line, depth]) => `${'  '.repeat(depth)}${line}`).join('\n');
  return {
    contents: { kind: markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: toRange(reading.document, one.span),
  };
}

/** The findings at a position first, then the figure. */
export function joinHovers(first: Hover | null, second: Hover | null): Hover | null {
  if (!first || !second) return first ?? second;
  const [a, b] = [first.contents, second.contents];
  if (typeof a !== 'object' || typeof b !== 'object' || !('kind' in a && 'kind' in b)) return first;
  const between = a.kind === MarkupKind.Markdown ? '\n\n---\n\n' : '\n\n';
  return { ...first, contents: { kind: a.kind, value: a.value + between + b.value } };
}

/** A line and how far it is set in. */
type Line = readonly [text: string, depth: number];

function keyLines(one: SpeechFigure): readonly Line[] {
  const { figure, scope, period } = one;
  if (one.key === undefined)
    return [[`“${figure.text}”：${kindWords(one)}，说的是什么指标没有把握，不与别处核对`, 0]];
  const basis = basisWords(figure);
  return [
    [`指标：${figure.indicator}`, 0],
    [`范围：${scope === '' ? '未写明（本单位）' : scope}`, 0],
    [`时期：${period.name === '' ? '未写明' : period.name}`, 0],
    [`类别：${kindWords(one)}`, 0],
    ...(basis === '' ? [] : [[`口径：${basis}`, 0] as const]),
  ];
}

function mentionLines(
  { draft }: FigureReading,
  { figures }: FigurePlace,
  one: SpeechFigure,
): readonly Line[] {
  const mentions = mentionsOf(figures, one);
  if (mentions.length < 2) return [];
  const shown = mentions.slice(0, MOST_SHOWN).map((mention): Line => {
    const note = mention === one ? '（本处）' : differs(mention, one) ? '（数值不同）' : '';
    return [`${describePlace(draft, mention.span.start)}：${slice(draft.text, mention.span)}${note}`, 1];
  });
  const rest = mentions.length - shown.length;
  return [
    [`本篇同一数据共${mentions.length}处`, 0],
    ...shown,
    ...(rest > 0 ? [[`另有${rest}处`, 1] as const] : []),
  ];
}

function differs(a: SpeechFigure, b: SpeechFigure): boolean {
  const exact = [a, b].every(({ figure }) => figure.value !== undefined && figure.approximation === 'exact');
  return exact && !haveSameValue(a, b);
}

function ledgerLines(one: SpeechFigure, inLedger: LedgerLookup): readonly Line[] {
  const match = inLedger(one);
  return match ? [[`口径表：${ledgerWords(match.row)}，${match.agrees ? '一致' : '不一致，请核'}`, 0]] : [];
}
