import type { Span } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import {
  describeDuration,
  type SectionTime,
  type SpeechTime,
  secondsOf,
  timeSpeeches,
} from '../facts/aloud/duration.ts';
import { createFactMemory, type FactMemory } from '../facts/facts.ts';
import { readNamed } from './collect.ts';
import { EXIT, type Shell } from './io.ts';
import { toJson } from './json.ts';
import { speechTitle } from './outline.ts';
import { createPlaces } from './places.ts';
import { rateFor } from './rate.ts';
import { printable, printableLine, textWidth as width } from './width.ts';

export interface DurationOptions {
  readonly format: 'text' | 'json';
  readonly rate?: string;
  readonly stdinFilename?: string;
}

/** How long a stretch takes to read. */
export interface ShownTime {
  readonly syllables: number;
  readonly seconds: number;
  readonly duration: string;
}

interface ShownSection extends ShownTime {
  readonly name: string;
  readonly level: number;
  readonly offset: Span;
  readonly line: number;
}

/** The time that a speech takes, whole and by section. */
export interface ShownReading extends ShownTime {
  readonly sections: readonly ShownSection[];
}

/** The same with the speech that it is. */
export interface ShownSpeechTime extends ShownReading {
  readonly title: string;
  readonly offset: Span;
}

/** `hegao duration`: how long a draft takes to read aloud, by section. Settles with the exit code. */
export async function duration(file: string, options: DurationOptions, shell: Shell): Promise<number> {
  const rate = await rateFor(file, options.rate, shell);
  if (rate === undefined) return EXIT.failed;
  const named = await readNamed(file, options.stdinFilename, shell);
  if (named === undefined) return EXIT.failed;
  const speeches = showDuration(named.draft, createFactMemory(), rate);
  shell.out.write(
    options.format === 'json'
      ? `${toJson({ charactersPerMinute: rate, ...totalOf(speeches, rate), speeches }, 2)}\n`
      : asText(named.name, speeches, rate),
  );
  return EXIT.clean;
}

/** The times of a draft, as they are shown. */
export function showDuration(draft: Draft, memory: FactMemory, rate: number): readonly ShownSpeechTime[] {
  const places = createPlaces(draft.text);
  const times = timeSpeeches(draft, memory);
  return draft.speeches.map((speech, index) => {
    const { syllables, span, sections } = times[index] as SpeechTime;
    return {
      title: speechTitle(speech, memory.ofSpeech(speech).parts),
      offset: span,
      ...shown(syllables, rate),
      sections: sections.map((section) => ({
        name: section.name,
        level: section.level,
        offset: section.span,
        line: places.position(section.span.start).line,
        ...shown(section.syllables, rate),
      })),
    };
  });
}

function shown(syllables: number, rate: number): ShownTime {
  return {
    syllables,
    seconds: secondsOf(syllables, rate),
    duration: describeDuration(syllables, rate),
  };
}

function totalOf(speeches: readonly ShownTime[], rate: number): ShownTime {
  return shown(
    speeches.reduce((sum, { syllables }) => sum + syllables, 0),
    rate,
  );
}

function asText(name: string, speeches: readonly ShownSpeechTime[], rate: number): string {
  const total = totalOf(speeches, rate);
  const lines = [`${printableLine(name)}  ${sayTime(total)}（每分钟${rate}字，数字按念法算）`];
  speeches.forEach(({ title, sections, ...time }, i) => {
    if (speeches.length > 1) {
      lines.push('', `第${i + 1}篇 ${title === '' ? '（无标题）' : printable(title)}  ${sayTime(time)}`);
    }
    const names = sections.map((section) => sectionName(section));
    const widest = Math.min(NAME_WIDTH, Math.max(0, ...names.map(width)));
    sections.forEach((section, at) => {
      const name = names[at]!;
      lines.push(`${name}${' '.repeat(Math.max(0, widest - width(name)))}  ${sayTime(section)}`);
    });
  });
  return `${lines.join('\n')}\n`;
}

const NAME_WIDTH = 48;

function sectionName({ name, level }: Pick<SectionTime, 'name' | 'level'>): string {
  return `${'  '.repeat(level)}${printableLine(name)}`;
}

/** `约6分30秒，1300字`. */
export function sayTime({ syllables, duration: said }: ShownTime): string {
  return syllables === 0 ? '没有要念的字' : `${said}，${syllables}字`;
}
