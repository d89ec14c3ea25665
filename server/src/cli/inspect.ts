import { describePlace } from '../draft/place.ts';
import { type Span, slice } from '../draft/span.ts';
import type { Draft, Paragraph, Speech } from '../draft/types.ts';
import { READING_RATE } from '../facts/aloud/duration.ts';
import type { DateKind, DateMention, SpokenDate } from '../facts/dates/types.ts';
import { createFactMemory, type FactMemory, type ParagraphFacts } from '../facts/facts.ts';
import type { PartName } from '../facts/parts/types.ts';
import type { SpeechKind } from '../lexicon/kinds.ts';
import { readNamed } from './collect.ts';
import { type ShownReading, type ShownSpeechTime, sayTime, showDuration } from './duration.ts';
import { createWordSource, describeFigure, type ShownFigure, showFigure } from './figures.ts';
import { EXIT, type Shell } from './io.ts';
import { toJson } from './json.ts';
import { type ShownHeading, showHeading, speechTitle } from './outline.ts';
import { createPlaces, type Places } from './places.ts';
import { configuredRate } from './rate.ts';
import { createPhraseReader } from './show-phrases.ts';
import { everyNode, type ShownNode, showTree } from './tree.ts';
import { printable, printableLine } from './width.ts';

export interface InspectOptions {
  readonly format: 'text' | 'json';
  readonly stdinFilename?: string;
}

/** A thing that was understood: where it stands in the source, and its text as written. */
interface Item {
  readonly offset: Span;
  readonly text: string;
}

interface InspectedSpeech {
  readonly title: string;
  /** How long it takes to read aloud at the usual rate, or that of the configuration. */
  readonly reading: ShownReading;
  readonly offset: Span;
  /** What kind of speech it is, where title or opening leave no doubt. */
  readonly kind: SpeechKind | null;
  readonly parts: readonly (Item & { readonly part: PartName })[];
  readonly headings: readonly ShownHeading[];
  /** Headings, series, —— items and field labels as they nest. */
  readonly tree: readonly ShownNode[];
  readonly series: readonly (Item & { readonly ordinal: number })[];
  readonly promises: readonly (Item & { readonly count: number })[];
  readonly placeholders: readonly (Item & { readonly kind: string })[];
  readonly figures: readonly ShownFigure[];
  readonly dates: readonly (Item & ShownDate)[];
  /** The day the speech is given on, and how it is known. */
  readonly spoken: (Omit<SpokenDate, 'span'> & { readonly offset: Span }) | null;
  /** Set phrases and parallel frames, fixed wording included. */
  readonly phrases: readonly (Item & { readonly phrase: string; readonly group: string })[];
}

/** A date expression: what it says, and the year or span of years it stands for where that is known. */
type ShownDate = {
  readonly [Name in 'year' | 'month' | 'day' | 'endYear' | 'endMonth']: number | undefined;
} & { readonly kind: DateKind; readonly resolved: string | undefined };

/** `hegao inspect`: what was understood of one draft. Settles with the exit code. */
export async function inspect(file: string, options: InspectOptions, shell: Shell): Promise<number> {
  const named = await readNamed(file, options.stdinFilename, shell);
  if (named === undefined) return EXIT.failed;
  const { name, draft } = named;
  const facts = createFactMemory(createWordSource());
  const places = createPlaces(draft.text);
  const rate = (await configuredRate(file, shell)).rate ?? READING_RATE;
  const readings = showDuration(draft, facts, rate);
  const speeches = draft.speeches.map((speech, index) => ({
    ...inspectSpeech(draft, speech, facts, places),
    reading: readingOf(readings[index]!),
  }));
  shell.out.write(
    options.format === 'json' ? `${toJson({ speeches }, 2)}\n` : outline(draft, speeches, name, places),
  );
  return EXIT.clean;
}

function readingOf({ title, offset, ...reading }: ShownSpeechTime): ShownReading {
  return reading;
}

function inspectSpeech(
  draft: Draft,
  speech: Speech,
  facts: FactMemory,
  places: Places,
): Omit<InspectedSpeech, 'reading'> {
  const { paragraphs, headings, span } = speech;
  const { parts: read, tree, dates, figures } = facts.ofSpeech(speech);
  const { spoken } = dates;
  const phrasesOf = createPhraseReader();
  const all = <Found extends Item>(items: (of: ParagraphFacts, at: Locate) => readonly Found[]) =>
    paragraphs.flatMap((paragraph) => items(facts.of(paragraph.text), locate(draft, paragraph)));
  return {
    title: speechTitle(speech, read),
    offset: span,
    kind: read.kind ?? null,
    parts: read.parts.map(({ name, span }) => ({
      part: name,
      offset: span,
      text: slice(draft.text, span),
    })),
    headings: headings.map((heading) => showHeading(draft, speech, heading)),
    tree: showTree(draft.text, tree, places),
    series: all(({ series }, at) => series.map(({ ordinal, span }) => ({ ...at(span), ordinal }))),
    promises: all(({ promises }, at) => promises.map(({ count, span }) => ({ ...at(span), count }))),
    placeholders: all(({ placeholders }, at) =>
      placeholders.map(({ span, ...placeholder }) => ({ ...placeholder, ...at(span) })),
    ),
    figures: figures.map((figure) => showFigure(draft, figure)),
    dates: all(({ dates }, at) =>
      dates.mentions.map((mention) => ({ ...at(mention.span), ...showDate(mention, spoken?.year) })),
    ),
    spoken: spoken ? showSpoken(spoken) : null,
    phrases: all((of, at) =>
      phrasesOf(of).map(({ phrase, group, span }) => ({ phrase, ...at(span), group })),
    ),
  };
}

function showDate(mention: DateMention, spoken: number | undefined): ShownDate {
  const { kind, year, month, day, endYear, endMonth, offset } = mention;
  const resolved =
    mention.resolved ?? (offset === undefined || spoken === undefined ? undefined : String(spoken + offset));
  return { kind, year, month, day, endYear, endMonth, resolved };
}

function showSpoken({ span, ...date }: SpokenDate): InspectedSpeech['spoken'] {
  return { ...date, offset: span };
}

type Locate = (span: Span) => Item;

/** Turns a span of a paragraph's text into its place and wording in the source. */
function locate(draft: Draft, paragraph: Paragraph): Locate {
  return (span) => {
    const offset = paragraph.toSource(span);
    return { offset, text: slice(draft.text, offset) };
  };
}

const PART_NAMES: Readonly<Record<PartName, string>> = {
  title: '标题',
  subtitle: '副题',
  speaker: '讲话人',
  date: '日期',
  salutation: '称谓',
  opening: '开头',
  body: '主体',
  closing: '结尾',
};

function outline(draft: Draft, speeches: readonly InspectedSpeech[], name: string, places: Places): string {
  const at = ({ offset }: Item): string => {
    const { line, column } = places.position(offset.start);
    return `${line}:${column}`;
  };
  const lines = [printableLine(name)];
  speeches.forEach((speech, i) => {
    const { kind, parts, tree, placeholders, series, promises, figures, reading } = speech;
    lines.push('', `第${i + 1}篇 ${speech.title === '' ? '（无标题）' : printable(speech.title)}`);
    if (kind) lines.push(`  文种：${kind}`);
    lines.push(
      ...parts.map((part) => `  ${PART_NAMES[part.part]} ${at(part)} “${shortened(printable(part.text))}”`),
    );
    if (reading.syllables > 0) lines.push(`  念稿：${sayTime(reading)}`);
    const nodes = everyNode(tree);
    if (nodes.length > 0) lines.push(`  层次（${counted(nodes)}）`);
    for (const node of nodes) lines.push(`${'  '.repeat(node.level)}${printable(node.name)}  ${at(node)}`);
    for (const [label, items] of [
      ['待补', placeholders],
      ['预告', promises],
      ['序列', series],
    ] as const) {
      if (items.length === 0) continue;
      lines.push(`  ${label}（${items.length}处）`);
      for (const item of items) {
        const place = printable(describePlace(draft, item.offset.start));
        lines.push(`    ${at(item)} “${printable(item.text)}”（${place}）`);
      }
    }
    if (figures.length > 0) lines.push(`  数据（${figures.length}处）`);
    for (const figure of figures) lines.push(`    ${at(figure)} ${printable(describeFigure(figure))}`);
  });
  return `${lines.join('\n')}\n`;
}

/** `3个标题、5个分项`: what a list of nodes holds, without what it has none of. */
function counted(nodes: readonly ShownNode[]): string {
  const headings = nodes.filter(({ kind }) => kind === 'heading').length;
  const items = nodes.length - headings;
  return [headings > 0 && `${headings}个标题`, items > 0 && `${items}个分项`].filter(Boolean).join('、');
}

const SHOWN = 24;

/** The head of a long part; the whole of a short one. */
function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
