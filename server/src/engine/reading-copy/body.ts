import type { Draft, Heading, Paragraph, Speech } from '../../draft/types.ts';
import { describeDuration, OPENING, timeSpeeches } from '../../facts/aloud/duration.ts';
import { createReadingsReader, type ReadingsReader } from '../../facts/aloud/readings.ts';
import type { FactMemory } from '../../facts/facts.ts';
import { escapeXml } from '../escape.ts';
import { inlineHtml } from './inline.ts';
import type { ReadingCopyOptions } from './types.ts';

/** A stretch of tables, whose rows are not read as sentences. */
const TABLE_ROW = /^\s*[|｜]|[|｜\t].*[|｜\t]/;
const DEEPEST_HEADING = 4;

/**
 * The speeches of a draft as HTML, paragraph by paragraph; the text of its elements, without `rt` and `.reading`, is the
 * text of the draft. What is not part of the speech (page numbers, words of web pages) is left out.
 */
export function readingCopyBody(draft: Draft, memory: FactMemory, options: ReadingCopyOptions): string {
  const times = options.rate === undefined ? [] : timeSpeeches(draft, memory);
  const readings: ReadingsReader = options.pinyin === 'off' ? () => [] : createReadingsReader();
  return draft.speeches
    .map((speech, index) => {
      const { rate } = options;
      const sections = times[index]?.sections ?? [];
      const said = (syllables: number): string =>
        rate === undefined ? '' : describeDuration(syllables, rate);
      const headings = sections.filter(({ name }) => name !== OPENING);
      const timeAt = new Map(headings.map(({ span, syllables }) => [span.start, said(syllables)]));
      const whole = said(times[index]?.syllables ?? 0);
      return speechHtml(speech, memory, options, readings, timeAt, whole);
    })
    .join('\n');
}

function speechHtml(
  speech: Speech,
  memory: FactMemory,
  { pinyin, sectionPages }: ReadingCopyOptions,
  readings: ReadingsReader,
  timeAt: ReadonlyMap<number, string>,
  whole: string,
): string {
  let timed = whole === '';
  const headingOf = new Map(speech.headings.toReversed().map((heading) => [heading.paragraph, heading]));
  const paragraphs = speech.paragraphs.map((paragraph, index) => {
    const { tag, name, level } = elementOf(speech, paragraph, headingOf.get(index));
    const first = !timed && paragraph.role !== 'title' && paragraph.role !== 'byline';
    timed ||= first;
    const time = first ? `全篇${whole}` : timeAt.get(paragraph.span.start);
    const classes = [name, sectionPages && level === 1 && 'new-page'].filter(Boolean).join(' ');
    const attributes = `${classes === '' ? '' : ` class="${classes}"`}${time === undefined ? '' : ` data-time="${escapeXml(time)}"`}`;
    const inner = inlineHtml(memory.of(paragraph.text), readings(paragraph.text), pinyin);
    return `<${tag}${attributes}>${inner}</${tag}>`;
  });
  return `<article>\n${paragraphs.join('\n')}\n</article>`;
}

interface Element {
  readonly tag: string;
  readonly name: string;
  /** Of a heading, from 1; 0 for the rest. */
  readonly level: number;
}

function elementOf(speech: Speech, { role, text, span }: Paragraph, heading: Heading | undefined): Element {
  if (role === 'title') return { tag: 'h1', name: '', level: 0 };
  if (role === 'byline' || role === 'salutation') return { tag: 'p', name: role, level: 0 };
  if (TABLE_ROW.test(text)) return { tag: 'p', name: 'row', level: 0 };
  if (heading?.span.start !== span.start) return { tag: 'p', name: '', level: 0 };
  let level = 1;
  for (let at = heading.parent; at >= 0; at = speech.headings[at]!.parent) level++;
  // A heading with its text run in is a paragraph; alone it is a heading.
  const alone = heading.span.end >= span.end - 1;
  return alone
    ? { tag: `h${Math.min(DEEPEST_HEADING, level + 1)}`, name: '', level }
    : { tag: 'p', name: '', level };
}

/** The title of a reading copy: that of its first speech. */
export function readingCopyTitle(draft: Draft): string {
  const [first] = draft.speeches;
  return first && first.title !== '' ? first.title : '念稿';
}
