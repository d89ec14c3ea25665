import { describePlace, headingPath } from '../draft/place.ts';
import { readDraft } from '../draft/read.ts';
import { type Span, slice } from '../draft/span.ts';
import type { Draft, Heading, Paragraph, Speech } from '../draft/types.ts';
import { createFactMemory, type ParagraphFacts } from '../facts/facts.ts';
import { kindOf, readFound } from './collect.ts';
import { EXIT, type Shell, say } from './io.ts';
import { createPlaces } from './places.ts';
import { printable } from './width.ts';

export interface InspectOptions {
  readonly format: 'text' | 'json';
  readonly stdinFilename?: string;
}

/** A thing that was understood: where it stands in the source, and its text as written. */
interface Item {
  readonly offset: Span;
  readonly text: string;
}

interface InspectedHeading extends Item {
  readonly marker: string;
  readonly style: string;
  readonly ordinal: number;
  /** 1 for the outermost. */
  readonly level: number;
  /** Markers from the outermost heading down. */
  readonly path: string;
  readonly title: string;
}

interface InspectedSpeech {
  readonly title: string;
  readonly offset: Span;
  readonly headings: readonly InspectedHeading[];
  readonly series: readonly Item[];
  readonly promises: readonly Item[];
  readonly placeholders: readonly (Item & { readonly kind: string })[];
  readonly figures: readonly Item[];
  readonly dates: readonly Item[];
  readonly phrases: readonly Item[];
}

/** `hegao inspect`: what was understood of one draft. Settles with the exit code. */
export async function inspect(file: string, options: InspectOptions, shell: Shell): Promise<number> {
  const name = file === '-' ? (options.stdinFilename ?? '-') : file;
  const decoded = await readFound({ path: file }, shell);
  if ('failure' in decoded) {
    await say(shell, `${name}：${decoded.failure}。`);
    return EXIT.failed;
  }
  const draft = readDraft(decoded.text, kindOf(name));
  const facts = createFactMemory();
  const speeches = draft.speeches.map((speech) => inspectSpeech(draft, speech, facts.of));
  shell.out.write(
    options.format === 'json'
      ? `${JSON.stringify({ speeches }, undefined, 2)}\n`
      : outline(draft, speeches, name),
  );
  return EXIT.clean;
}

function inspectSpeech(
  draft: Draft,
  speech: Speech,
  factsOf: (text: string) => ParagraphFacts,
): InspectedSpeech {
  const { paragraphs, headings, title, span } = speech;
  const all = <Fact extends { readonly span: Span }>(facts: (of: ParagraphFacts) => readonly Fact[]) =>
    paragraphs.flatMap((paragraph) =>
      facts(factsOf(paragraph.text)).map((fact) => located(draft, paragraph, fact)),
    );
  return {
    title,
    offset: span,
    headings: headings.map((heading) => inspectHeading(draft, speech, heading)),
    series: all((facts) => facts.series),
    promises: all((facts) => facts.promises),
    placeholders: all((facts) => facts.placeholders),
    figures: [],
    dates: [],
    phrases: [],
  };
}

/** A paragraph's fact with its place and wording in the source. */
function located<Fact extends { readonly span: Span }>(
  draft: Draft,
  paragraph: Paragraph,
  { span, ...rest }: Fact,
): Omit<Fact, 'span'> & Item {
  const offset = paragraph.toSource(span);
  return { ...rest, offset, text: slice(draft.text, offset) };
}

function inspectHeading(draft: Draft, speech: Speech, heading: Heading): InspectedHeading {
  const { marker, span, title } = heading;
  let level = 1;
  for (let at = heading.parent; at >= 0; at = speech.headings[at]!.parent) level++;
  return {
    text: slice(draft.text, span),
    offset: span,
    marker: marker.text,
    style: marker.style,
    ordinal: marker.ordinal,
    level,
    path: headingPath(speech, heading),
    title,
  };
}

function outline(draft: Draft, speeches: readonly InspectedSpeech[], name: string): string {
  const places = createPlaces(draft.text);
  const at = ({ offset }: Item): string => {
    const { line, column } = places.position(offset.start);
    return `${line}:${column}`;
  };
  const lines = [printable(name)];
  speeches.forEach((speech, i) => {
    const { headings, placeholders, series, promises } = speech;
    lines.push('', `第${i + 1}篇 ${speech.title === '' ? '（无标题）' : printable(speech.title)}`);
    lines.push(...headings.map((h) => `${'  '.repeat(h.level)}${h.marker}${printable(h.title)}  ${at(h)}`));
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
  });
  return `${lines.join('\n')}\n`;
}
