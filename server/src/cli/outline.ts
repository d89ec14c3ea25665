import { headingPath } from '../draft/place.ts';
import { type Span, slice } from '../draft/span.ts';
import type { Draft, Heading, Speech } from '../draft/types.ts';
import { createFactMemory } from '../facts/facts.ts';
import type { SpeechParts } from '../facts/parts/types.ts';
import { readNamed } from './collect.ts';
import { EXIT, type Shell } from './io.ts';
import { toJson } from './json.ts';
import { createPlaces } from './places.ts';
import { everyNode, type ShownNode, showTree } from './tree.ts';
import { printable, printableLine } from './width.ts';

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

interface SpeechTree {
  readonly title: string;
  readonly offset: Span;
  readonly line: number;
  readonly tree: readonly ShownNode[];
}

/** `hegao outline`: the headings, series, —— items and field labels of one draft as they nest. Settles with the exit code. */
export async function outline(file: string, options: OutlineOptions, shell: Shell): Promise<number> {
  const named = await readNamed(file, options.stdinFilename, shell);
  if (named === undefined) return EXIT.failed;
  const { name, draft } = named;
  const facts = createFactMemory();
  const places = createPlaces(draft.text);
  const speeches = draft.speeches.map((speech): SpeechTree => {
    const { parts, tree } = facts.ofSpeech(speech);
    const start = speech.paragraphs[0]?.span.start ?? speech.span.start;
    return {
      title: speechTitle(speech, parts),
      offset: speech.span,
      line: places.position(start).line,
      tree: showTree(draft.text, tree, places),
    };
  });
  shell.out.write(FORMATS[options.format](speeches, name));
  return EXIT.clean;
}

const FORMATS: Readonly<
  Record<OutlineOptions['format'], (speeches: readonly SpeechTree[], name: string) => string>
> = {
  text: asText,
  json: (speeches) => `${toJson({ speeches }, 2)}\n`,
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

function asText(speeches: readonly SpeechTree[], name: string): string {
  const lines = [printableLine(name)];
  const listed = speeches.map(({ tree }) => everyNode(tree));
  const last = speeches.reduce((most, { line }, i) => Math.max(most, line, listed[i]!.at(-1)?.line ?? 0), 0);
  const number = (line: number): string => String(line).padStart(String(last).length);
  speeches.forEach(({ title, line }, i) => {
    lines.push('', `${number(line)}  第${i + 1}篇 ${title === '' ? '（无标题）' : printable(title)}`);
    if (listed[i]!.length === 0) lines.push(`${' '.repeat(number(line).length)}    ${NOTHING}`);
    for (const { kind, level, name, path, line } of listed[i]!) {
      const place = kind === 'heading' && level > 1 ? `  〔${printable(path)}〕` : '';
      lines.push(`${number(line)}  ${'  '.repeat(level)}${printable(name)}${place}`);
    }
  });
  return `${lines.join('\n')}\n`;
}

const NOTHING = '（没有标题和分项）';

function asMarkdown(speeches: readonly SpeechTree[]): string {
  const blocks = speeches.map(({ title, tree }) => {
    const items = everyNode(tree).map(
      ({ level, name, line }) => `${'  '.repeat(level - 1)}- ${escaped(name)}（第${line}行）`,
    );
    const list = items.length > 0 ? items.join('\n') : NOTHING;
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
