import { firstWhere } from './halving.ts';
import { chineseOrdinal } from './numerals.ts';
import type { Draft, Heading, Speech } from './types.ts';

/** The speech that holds `offset` (source), by halving; undefined in a draft without text. */
export function speechAt(draft: Draft, offset: number): Speech | undefined {
  return draft.speeches[
    Math.max(
      0,
      indexBefore(draft.speeches, (s) => s.span.start, offset),
    )
  ];
}

/** Where an editor would say `offset` is: `第二篇《…》二、（三）第2段`, `标题`, `开头第1段`. */
export function describePlace(draft: Draft, offset: number): string {
  const speech = speechAt(draft, offset);
  if (!speech) return '';
  const name = draft.speeches.length > 1 ? speechName(draft, speech) : '';
  const index = Math.max(
    0,
    indexBefore(speech.paragraphs, (p) => p.span.start, offset),
  );
  const paragraph = speech.paragraphs[index];
  if (!paragraph) return name;
  if (paragraph.role === 'title' || paragraph.role === 'byline') return `${name}标题`;
  if (paragraph.role === 'salutation') return `${name}称谓`;
  const heading = lastBefore(speech.headings, (h) => h.markerSpan.start, offset);
  if (!heading) return `${name}开头第${index - bodyStart(speech) + 1}段`;
  const path = headingPath(speech, heading);
  const inHeading = heading.paragraph === index && offset < heading.span.end;
  if (inHeading) return `${name}${path}标题`;
  const runIn =
    heading.paragraph === index ||
    speech.paragraphs[heading.paragraph]!.text.length > heading.span.end - heading.span.start + 1;
  const number = index - heading.paragraph + (runIn ? 1 : 0);
  return `${name}${path}第${number}段`;
}

function speechName(draft: Draft, speech: Speech): string {
  const number = indexBefore(draft.speeches, (s) => s.span.start, speech.span.start) + 1;
  const title = speech.title.length > 16 ? `${speech.title.slice(0, 16)}…` : speech.title;
  return `第${number < 1000 ? chineseOrdinal(number) : number}篇${title === '' ? '' : `《${title}》`}`;
}

function bodyStart(speech: Speech): number {
  return Math.max(
    0,
    speech.paragraphs.findIndex((p) => p.role === 'body'),
  );
}

/** The markers from the outermost heading down: `二、（三）`. */
export function headingPath(speech: Speech, heading: Heading): string {
  const parts: string[] = [];
  for (let at: Heading | undefined = heading; at; at = speech.headings[at.parent])
    parts.unshift(at.marker.text);
  return parts.join('');
}

/** Index of the last item that starts at or before `offset`, by halving; -1 when none does. */
function indexBefore<T>(items: readonly T[], startOf: (item: T) => number, offset: number): number {
  return firstWhere(items.length, (at) => startOf(items[at]!) > offset) - 1;
}

function lastBefore<T>(items: readonly T[], startOf: (item: T) => number, offset: number): T | undefined {
  return items[indexBefore(items, startOf, offset)];
}
