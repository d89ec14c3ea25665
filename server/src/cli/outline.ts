import { headingPath } from '../draft/place.ts';
import { type Span, slice } from '../draft/span.ts';
import type { Draft, Heading, Speech } from '../draft/types.ts';
import { createFactMemory } from '../facts/facts.ts';
import type { SpeechParts } from '../facts/parts/types.ts';
import { readNamed } from './collect.ts';
import { EXIT, type Shell } from './io.ts';
import { createPlaces, type Places } from './places.ts';
import { printable } from './width.ts';

export interface OutlineOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly stdinFilename?: string;
}

/** A heading as it is shown: where it stands, its number, its depth. */
export interface ShownHeading {
  readonly text: string;
  readonly offset: Span;
  readonly marker: string;
  readonly style: string;
  readonly ordinal: number;
  /** 1 for the outermost. */
  readonly level: number;
  /** Markers from the outermost heading down. */
  readonly path: string;
  readonly title: string;
}

interface Node extends ShownHeading {
  /** From 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly children: readonly Node[];
}

interface SpeechTree {
  readonly title: string;
  readonly offset: Span;
  readonly line: number;
  readonly headings: readonly Node[];
}

/** `hegao outline`: the tree of headings of one draft. Settles with the exit code. */
export async function outline(file: string, options: OutlineOptions, shell: Shell): Promise<number> {
  const named = await readNamed(file, options.stdinFilename, shell);
  if (named === undefined) return EXIT.failed;
  const { name, draft } = named;
  const facts = createFactMemory();
  const places = createPlaces(draft.text);
  const speeches = draft.speeches.map((speech) =>
    treeOf(draft, speech, speechTitle(speech, facts.ofSpeech(speech).parts), places),
  );
  shell.out.write(FORMATS[options.format](speeches, name));
  return EXIT.clean;
}

const FORMATS: Readonly<
  Record<OutlineOptions['format'], (speeches: readonly SpeechTree[], name: string) => string>
> = {
  text: asText,
  json: (speeches) => `${JSON.stringify({ speeches }, undefined, 2)}\n`,
  markdown: asMarkdown,
};

/** Title and subtitle without the speaker; empty when the speech has none. */
export function speechTitle({ title }: Speech, { parts }: SpeechParts): string {
  const named = parts.filter(({ name }) => name === 'title' || name === 'subtitle');
  return named.length > 0 ? named.map(({ text }) => text).join('') : title;
}

/** What is shown of one heading. */
export function showHeading(draft: Draft, speech: Speech, heading: Heading): ShownHeading {
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

function treeOf(draft: Draft, speech: Speech, title: string, places: Places): SpeechTree {
  const { headings, paragraphs, span } = speech;
  const below: Node[][] = headings.map(() => []);
  const top: Node[] = [];
  headings.forEach((heading, i) => {
    const place = places.position(heading.span.start);
    const node = { ...showHeading(draft, speech, heading), ...place, children: below[i]! };
    (heading.parent < 0 ? top : below[heading.parent]!).push(node);
  });
  const start = paragraphs[0]?.span.start ?? span.start;
  return { title, offset: span, line: places.position(start).line, headings: top };
}

function asText(speeches: readonly SpeechTree[], name: string): string {
  const lines = [printable(name)];
  const last = Math.max(0, ...speeches.map(lastLine));
  const number = (line: number): string => String(line).padStart(String(last).length);
  const add = ({ level, marker, title, path, line, children }: Node): void => {
    const place = level > 1 ? `  〔${path}〕` : '';
    lines.push(`${number(line)}  ${'  '.repeat(level)}${printable(marker + title)}${place}`);
    children.forEach(add);
  };
  speeches.forEach(({ title, line, headings }, i) => {
    lines.push('', `${number(line)}  第${i + 1}篇 ${title === '' ? '（无标题）' : printable(title)}`);
    if (headings.length === 0) lines.push(`${' '.repeat(number(line).length)}    （没有编号的标题）`);
    headings.forEach(add);
  });
  return `${lines.join('\n')}\n`;
}

function lastLine({ line, headings }: { readonly line: number; readonly headings: readonly Node[] }): number {
  const deepest = (nodes: readonly Node[]): number => {
    const last = nodes[nodes.length - 1];
    return last ? Math.max(last.line, deepest(last.children)) : 0;
  };
  return Math.max(line, deepest(headings));
}

function asMarkdown(speeches: readonly SpeechTree[]): string {
  const blocks = speeches.map(({ title, headings }) => {
    const items: string[] = [];
    const add = ({ level, marker, title, line, children }: Node): void => {
      items.push(`${'  '.repeat(level - 1)}- ${escaped(marker + title)}（第${line}行）`);
      children.forEach(add);
    };
    headings.forEach(add);
    const list = items.length > 0 ? items.join('\n') : '（没有编号的标题）';
    return `## ${title === '' ? '（无标题）' : escaped(title)}\n\n${list}\n`;
  });
  return blocks.join('\n');
}

/** Text that Markdown shows as it is: `1.` opens no list, `*` marks nothing. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
