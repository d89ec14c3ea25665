import { addTo } from '../../draft/lists.ts';
import type { Speech } from '../../draft/types.ts';
import type { Said } from '../columns.ts';
import type { FactMemory, ParagraphFacts } from '../facts.ts';
import type { SpeechParts } from '../parts/types.ts';
import { type Clock, resolvePeriod } from './periods.ts';
import { createSectionReader, type Section } from './sections.ts';
import { readTables } from './tables.ts';
import type { Figure, Period, SpeechFigure, Stance } from './types.ts';

const YEAR = /((?:19|20)\d{2})\s?年/;
/** A figure of a speech, wherever in it the paragraph stands. */
export type ResolvedFigure = Omit<SpeechFigure, 'paragraph' | 'span' | 'indicatorSpan'>;

/** The figures of a paragraph as its heading and its speech make them; the same object while these are the same. */
export interface FigureBlock {
  readonly figures: readonly ResolvedFigure[];
  /** How often each scope that may be the speech's own is named, in order of appearance. */
  readonly scopes: ReadonlyMap<string, number>;
}

/** A block at its place. */
export interface PlacedBlock {
  readonly block: FigureBlock;
  readonly paragraph: number;
  /** Index in the list of all of the first of its figures. */
  readonly first: number;
}

/** The figures of a speech by paragraphs, in the order of the source. */
export interface SpeechFigures {
  readonly blocks: readonly PlacedBlock[];
  /** One of them, by its block and its index there. */
  readonly at: (block: PlacedBlock, index: number) => SpeechFigure;
}

/** Reads the figures of speeches and remembers those of paragraphs. */
export type SpeechFigureReader = (
  speech: Speech,
  parts: SpeechParts,
  memory: FactMemory,
  impliedYear: () => number | undefined,
) => SpeechFigures;

/**
 * Makes a reader of the figures of a speech: periods without a name of their own take that of the heading, relative
 * words (今年) are resolved by the speech's date or title, or else by `impliedYear`; keys are made.
 */
export function createSpeechFigureReader(): SpeechFigureReader {
  const resolved = new WeakMap<readonly Figure[], Map<string, FigureBlock>>();
  const owned = new WeakMap<FigureBlock, Map<string, FigureBlock>>();
  const readSections = createSectionReader();
  return (speech, parts, memory, impliedYear) => {
    const year = yearOf(speech, parts) ?? impliedYear();
    const sectionAt = readSections(speech, memory, year);
    const blocks: Omit<PlacedBlock, 'first'>[] = [];
    for (const { index: paragraph, said: figures } of figuresOf(speech, memory)) {
      const { role } = speech.paragraphs[paragraph]!;
      if (role === 'title' || role === 'byline' || role === 'salutation') continue;
      const section = sectionAt(paragraph);
      const block = remembered(resolved, figures, section.key, () => resolve(figures, section, year));
      blocks.push({ block, paragraph });
    }
    const own = ownScope(blocks);
    if (own === undefined) return placed(speech, blocks);
    return placed(
      speech,
      blocks.map(({ block, paragraph }) => ({
        block: block.scopes.has(own) ? remembered(owned, block, own, () => withOwnScope(block, own)) : block,
        paragraph,
      })),
    );
  };
}

const figuresIn = ({ figures }: ParagraphFacts) => figures;

/** The figures of the paragraphs; those of a table's rows are read with its head. */
function figuresOf(speech: Speech, memory: FactMemory): readonly Said<readonly Figure[]>[] {
  const told = memory.said(speech, figuresIn);
  const inTables = figuresOfTables(speech, (text) => memory.of(text).figures);
  if (inTables.size === 0) return told;
  return [
    ...told.filter(({ index }) => !inTables.has(index)),
    ...Array.from(inTables, ([index, said]) => ({ index, said })),
  ].sort((a, b) => a.index - b.index);
}

function remembered<From extends object, T>(
  memory: WeakMap<From, Map<string, T>>,
  from: From,
  key: string,
  make: () => T,
): T {
  const known = memory.get(from) ?? new Map<string, T>();
  memory.set(from, known);
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

function resolve(figures: readonly Figure[], section: Section, year: number | undefined): FigureBlock {
  const clock: Clock = { year, section: Number(YEAR.exec(section.period)?.[1]) || undefined };
  const scopes = new Map<string, number>();
  const found = figures.map((figure): ResolvedFigure => {
    const period = periodOf(figure, section, clock);
    const stance = stanceOf(figure, period, section, year);
    const { scope } = figure;
    if (OWN_SCOPE.test(scope)) scopes.set(scope, (scopes.get(scope) ?? 0) + 1);
    const kind = stance === 'actual' ? figure.measure : stance;
    const read = { figure, period, scope, stance, kind };
    return { ...read, key: keyOf(read) };
  });
  return { figures: found, scopes };
}

function placed({ paragraphs }: Speech, blocks: readonly Omit<PlacedBlock, 'first'>[]): SpeechFigures {
  let next = 0;
  const standing = blocks.map(({ block, paragraph }) => {
    const first = next;
    next += block.figures.length;
    return { block, paragraph, first };
  });
  return {
    blocks: standing,
    at({ block, paragraph }, index) {
      const { figure, period, scope, stance, kind, key } = block.figures[index]!;
      const { toSource } = paragraphs[paragraph]!;
      const indicatorSpan = figure.indicatorSpan && toSource(figure.indicatorSpan);
      const span = toSource(figure.span);
      return { figure, paragraph, span, indicatorSpan, period, scope, stance, kind, key };
    },
  };
}

/** All figures of a speech with their places in the source. */
export function allFigures({ blocks, at }: SpeechFigures): readonly SpeechFigure[] {
  return blocks.flatMap((block) => block.block.figures.map((_, index) => at(block, index)));
}

/** Figures of tables by the index of the row. */
function figuresOfTables(
  { paragraphs }: Speech,
  figuresOf: (text: string) => readonly Figure[],
): ReadonlyMap<number, readonly Figure[]> {
  const rows = new Map<number, Figure[]>();
  if (!paragraphs.some(({ text }) => text.startsWith('|'))) return rows;
  for (const { paragraph, figure } of readTables(paragraphs, figuresOf)) {
    addTo(rows, paragraph, figure);
  }
  return rows;
}

function yearOf({ title, paragraphs }: Speech, { parts }: SpeechParts): number | undefined {
  const dated = parts
    .filter(({ name }) => name === 'date' || name === 'subtitle' || name === 'title')
    .map(({ text }) => text);
  const front = paragraphs
    .slice(0, 6)
    .filter(({ role, text }) => role === 'byline' || /^\d{4}年\d{1,2}月\d{1,2}日/.test(text));
  for (const text of [
    ...dated.filter((_, i) => parts[i]?.name === 'date'),
    ...front.map((p) => p.text.slice(0, 40)),
    title,
    ...dated,
  ]) {
    const year = YEAR.exec(text)?.[1];
    if (year) return Number(year);
  }
  return undefined;
}

function periodOf({ period }: Figure, section: Section, clock: Clock): Period {
  if (period.name !== '') return { ...period, name: resolvePeriod(period.name, clock) };
  if (section.period !== '') return { name: resolvePeriod(section.period, clock), source: 'heading' };
  return period;
}

function stanceOf(figure: Figure, period: Period, section: Section, year: number | undefined): Stance {
  if (figure.stance !== 'actual') return figure.stance;
  const own = Number(/^(?:19|20)\d{2}/.exec(period.name)?.[0]);
  if (year !== undefined && own > year) return 'target';
  const near = period.source === 'clause' || period.source === 'sentence';
  if (section.ahead === true && (near ? own === year : !(own < (year ?? 0)))) return 'target';
  return 'actual';
}

/** Growth against the same time of the year before is the rule; only other comparisons part keys. */
const USUAL = /^(?:同比|(?:比|较)(?:上年|去年)(?:同期)?)$/;

function keyOf({ figure, period, scope, stance }: Omit<ResolvedFigure, 'key'>): string | undefined {
  const { indicator, measure, unit, comparator, basis, whole } = figure;
  if (indicator === '') return undefined;
  const dimension = measure === 'growth' ? '' : `/${unit.canonical}`;
  const kind = `${stance === 'actual' ? '' : `${stance}:`}${measure}${dimension}`;
  const against = USUAL.test(comparator) ? '' : comparator;
  return [
    topicOf(indicator),
    scope,
    period.name,
    kind,
    whole === '' ? against : `${against}占${whole}`,
    basis,
  ].join('|');
}

/** What writers add to a name or leave out: 国债建设项目 and 国债项目建设任务 are one matter, 季末存栏 and 存栏 one figure. */
function topicOf(indicator: string): string {
  const short = indicator.replace(/建设|任务|工作|[季年期月]末/g, '');
  return short.length >= 3 ? short : indicator;
}

const OWN_SCOPE = /^全[市省县区州旗镇乡]$/;

/** The scope that is the speech's own (全市 in a city's speech); undefined where none is named. */
function ownScope(blocks: readonly Omit<PlacedBlock, 'first'>[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { block } of blocks)
    for (const [scope, count] of block.scopes) counts.set(scope, (counts.get(scope) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The speech's own scope goes without saying in keys. */
function withOwnScope(block: FigureBlock, own: string): FigureBlock {
  const figures = block.figures.map((found) =>
    found.scope === own ? { ...found, key: keyOf({ ...found, scope: '' }) } : found,
  );
  return { figures, scopes: block.scopes };
}
