import type { Connection, Range } from 'vscode-languageserver';
import { isClassified } from '../draft/classified.ts';
import { makeReadingCopy, readingCopyPage } from '../engine/reading-copy/page.ts';
import { PINYIN, type ReadingCopyOptions, SIZES } from '../engine/reading-copy/types.ts';
import {
  describeDuration,
  READING_RATE,
  secondsOf,
  syllablesBetween,
  timeSpeeches,
} from '../facts/aloud/duration.ts';
import { toRange } from './convert.ts';
import type { FigureReading } from './figures/reading.ts';
import { durationParams, readingCopyParams } from './params.ts';
import {
  type DurationResult,
  durationRequest,
  type ReadingCopyResult,
  type ReadingTime,
  readingCopyRequest,
} from './protocol/index.ts';
import type { Settings } from './settings.ts';

/** Answers what is asked about reading a draft aloud. `read` gives the newest version of an open document; undefined where it is not open. */
export function serveAloud(
  connection: Connection,
  read: (uri: string) => Promise<FigureReading | undefined>,
  settings: Pick<Settings, 'rateOf' | 'editorSection'>,
): void {
  connection.onRequest(durationRequest, async (params) => {
    const { uri, range } = durationParams(params);
    const reading = await read(uri);
    return reading ? durationOf(reading, await settings.rateOf(uri), range) : NOT_OPEN;
  });
  connection.onRequest(readingCopyRequest, async (params) => {
    const { uri } = readingCopyParams(params);
    const reading = await read(uri);
    if (!reading) return { ...NO_COPY, message: '这份文稿没有打开，不能生成念稿。' };
    const options = copyOptions(await settings.editorSection(uri), await settings.rateOf(uri));
    return copyOf(reading, options);
  });
}

const NOTHING: ReadingTime = { characters: 0, seconds: 0, text: '' };
const NOT_OPEN: DurationResult = { version: null, rate: READING_RATE, whole: NOTHING, sections: [] };
const NO_COPY: ReadingCopyResult = { version: null, title: '', style: '', body: '', page: '' };

function durationOf(
  { document, draft, memory }: FigureReading,
  rate: number,
  range: Range | undefined,
): DurationResult {
  const time = (syllables: number): ReadingTime => ({
    characters: syllables,
    seconds: secondsOf(syllables, rate),
    text: describeDuration(syllables, rate),
  });
  const speeches = timeSpeeches(draft, memory);
  const selected = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return {
    version: document.version,
    rate,
    whole: time(speeches.reduce((sum, { syllables }) => sum + syllables, 0)),
    ...(selected ? { selected: time(syllablesBetween(draft, selected, memory)) } : {}),
    sections: speeches.flatMap(({ sections }) =>
      sections.map(({ name, level, span, syllables }) => ({
        name,
        level,
        range: toRange(document, span),
        ...time(syllables),
      })),
    ),
  };
}

function copyOf({ document, draft, memory }: FigureReading, options: ReadingCopyOptions): ReadingCopyResult {
  const { version } = document;
  if (isClassified(draft.text)) {
    return { ...NO_COPY, version, message: '稿子标有密级，不生成念稿；请在涉密机器上处理。' };
  }
  const copy = makeReadingCopy(draft, memory, options);
  return { version, ...copy, page: readingCopyPage(copy) };
}

/** `speech` of the editor's settings; what cannot be is as if it were not there. */
function copyOptions(section: unknown, rate: number): ReadingCopyOptions {
  const speech = (section as { speech?: unknown } | null)?.speech;
  const given = typeof speech === 'object' && speech !== null ? (speech as Record<string, unknown>) : {};
  const { pinyin, fontSize, times, sectionPages } = given;
  const fits = typeof fontSize === 'number' && fontSize >= SIZES.lowest && fontSize <= SIZES.highest;
  return {
    pinyin: PINYIN.find((name) => name === pinyin) ?? 'ruby',
    size: fits ? fontSize : SIZES.usual,
    rate: times === true ? rate : undefined,
    sectionPages: sectionPages === true,
  };
}
