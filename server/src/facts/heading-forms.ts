import { addTo } from '../draft/lists.ts';
import type { Heading, Paragraph, Speech } from '../draft/types.ts';

/** Headings of one level that are not written as most of that level are. */
export interface OddForms {
  readonly usual: Heading;
  readonly odd: readonly Heading[];
}

/**
 * The levels of a speech in which the number is written in two ways: (一) beside （一）, 1、 beside 1. What most are
 * written like is usual; where no form prevails, what the standard has (GB/T 9704-2012 7.3.3).
 */
export function mixedMarkers(speech: Speech): readonly OddForms[] {
  return levels(speech).flatMap((level) => {
    const forms = byForm(level, ({ marker }) => markerForm(marker.text));
    if (forms.length < 2) return [];
    const most = forms[0]!.length;
    const usual = forms.find((form) => form.length === most && isStandard(form[0]!)) ?? forms[0]!;
    return [{ usual: usual[0]!, odd: inOrder(forms.filter((form) => form !== usual).flat()) }];
  });
}

/** 一、 （一） 1. （1） ① 第一部分. */
function isStandard({ marker: { style, text } }: Heading): boolean {
  const form = markerForm(text);
  if (style === 'han') return form === '、';
  if (style === 'digit') return form === '.';
  return form === '（）' || style === 'part' || style === 'circle';
}

/** Siblings that stand alone and end now with a full stop, now without. */
export function mixedEndings(
  speech: Speech,
  runs: readonly (readonly Heading[])[],
  source: string,
): readonly OddForms[] {
  const ending = (heading: Heading): string => (source[heading.span.end] === '。' ? '。' : '');
  return runs.flatMap((run) =>
    minority(
      run.filter((heading) => standsAlone(heading, speech.paragraphs)),
      ending,
    ),
  );
}

/** Headings without text or subheading below although most of their siblings, two at least, have some. */
export function emptyHeadings(speech: Speech, runs: readonly (readonly Heading[])[]): readonly Heading[] {
  const hasText = textBelow(speech);
  return runs.flatMap((run) => {
    const empty = run.filter((heading) => !hasText.has(heading));
    return run.length >= 3 && empty.length * 3 <= run.length ? empty : [];
  });
}

function levels(speech: Speech): Heading[][] {
  const byStyle = new Map<string, Heading[]>();
  for (const heading of speech.headings) {
    addTo(byStyle, heading.marker.style, heading);
  }
  return [...byStyle.values()];
}

/** The way of writing a number with the number taken out: `（）`, `()`, `.`, `、`. */
function markerForm(text: string): string {
  return text.replace(/[一二三四五六七八九十百零\d①-⑳]+/, '').replace('．', '.');
}

function minority(level: readonly Heading[], formOf: (heading: Heading) => string): OddForms[] {
  const [usual, ...others] = byForm(level, formOf);
  const odd = inOrder(others.flat());
  return usual && odd.length > 0 && odd.length < usual.length ? [{ usual: usual[0]!, odd }] : [];
}

/** The headings of each form, the most frequent form first. */
function byForm(level: readonly Heading[], formOf: (heading: Heading) => string): readonly Heading[][] {
  const forms = new Map<string, Heading[]>();
  for (const heading of level) {
    const form = formOf(heading);
    addTo(forms, form, heading);
  }
  return [...forms.values()].sort((a, b) => b.length - a.length);
}

function inOrder(headings: readonly Heading[]): readonly Heading[] {
  return [...headings].sort((a, b) => a.span.start - b.span.start);
}

function standsAlone(heading: Heading, paragraphs: readonly Paragraph[]): boolean {
  const { span } = paragraphs[heading.paragraph]!;
  return !heading.glued && span.end - heading.span.end <= 1;
}

/** Headings with a run-in body, a paragraph or a subheading of their own. */
function textBelow(speech: Speech): ReadonlySet<Heading> {
  const found = new Set<Heading>();
  speech.headings.forEach((heading, i) => {
    const next = speech.headings[i + 1];
    const until = next ? next.paragraph : speech.paragraphs.length;
    const paragraphs = until - heading.paragraph - (next?.glued ? 0 : 1);
    if (!standsAlone(heading, speech.paragraphs) || paragraphs > 0 || next?.parent === i) found.add(heading);
  });
  return found;
}
