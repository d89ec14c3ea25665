import type { Span } from '../draft/span.ts';
import type { Heading, Paragraph, Speech } from '../draft/types.ts';

/** A place where two things stand on one line that belong on two. */
export interface Glue {
  readonly kind: 'heading' | 'body' | 'label';
  /** The last thing before the seam and the first after it; source offsets. */
  readonly span: Span;
  /** What is replaced by a line end: spaces, or nothing. */
  readonly seam: Span;
  /** The glued heading as written, or the heading whose body is glued on. */
  readonly heading: Heading | undefined;
  /** What parts two such lines in this speech: a line end, with the blank lines and the indent that are usual here. */
  readonly lineEnd: string;
}

/** Seams of a speech (practice: editing and copying lose line ends). */
export function readGlue(
  speech: Speech,
  runs: readonly (readonly Heading[])[],
  source: string,
): readonly Glue[] {
  const glued = speech.headings
    .filter((heading) => heading.glued)
    .map((heading) => headingGlue(heading, source));
  const bodies = runs.flatMap((run) => bodyGlue(run, speech.paragraphs, source));
  const found = [...glued, ...bodies, ...labelGlue(speech, source)];
  if (found.length === 0) return [];
  const [overHeading, overBody] = [lineEnds(speech, source, true), lineEnds(speech, source, false)];
  return found
    .map((glue) => ({ ...glue, lineEnd: glue.kind === 'heading' ? overHeading : overBody }))
    .sort((a, b) => a.span.start - b.span.start);
}

type Seam = Omit<Glue, 'lineEnd'>;

/** What most often stands before a heading, or before a text; else before either; else a line end. */
function lineEnds({ paragraphs }: Speech, source: string, heading: boolean): string {
  const counts = new Map<string, number>();
  paragraphs.forEach(({ role, span }, i) => {
    const between = i > 0 ? source.slice(paragraphs[i - 1]!.span.end, span.start) : '';
    if (between.trim() !== '' || !/[\r\n]/.test(between)) return;
    const text = role === 'heading' || role === 'body';
    const weight = !text ? 0 : (role === 'heading') === heading ? paragraphs.length : 1;
    counts.set(between, (counts.get(between) ?? 0) + weight);
  });
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? '\n';
}

function headingGlue(heading: Heading, source: string): Seam {
  const { start, end } = heading.markerSpan;
  const seam = spacesBefore(source, start);
  return { kind: 'heading', span: { start: Math.max(0, seam.start - 2), end }, seam, heading };
}

/** A heading whose body is run in although all of its siblings, two at least, stand alone. */
function bodyGlue(run: readonly Heading[], paragraphs: readonly Paragraph[], source: string): Seam[] {
  const runIn = run.filter((heading) => hasBody(heading, paragraphs));
  if (runIn.length !== 1 || run.length < 3) return [];
  const [heading] = runIn;
  const { end } = heading!.span;
  const stop = /^[。！？]?/.exec(source.slice(end, end + 1))![0].length;
  const spaces = /^[ 　\t]*/.exec(source.slice(end + stop, end + stop + 20))![0].length;
  const seam = { start: end + stop, end: end + stop + spaces };
  return [
    {
      kind: 'body',
      span: { start: Math.max(heading!.span.start, end - 4), end: seam.end + 4 },
      seam,
      heading,
    },
  ];
}

function hasBody(heading: Heading, paragraphs: readonly Paragraph[]): boolean {
  return paragraphs[heading.paragraph]!.span.end - heading.span.end > 12;
}

/** A collection label with the text's first item on its line. */
function labelGlue(speech: Speech, source: string): Seam[] {
  return speech.residue
    .filter(({ reason, wholeLine }) => reason === 'collection-label' && !wholeLine)
    .map(({ span }) => {
      const seam = spacesBefore(source, span.end);
      return { kind: 'label', span: { start: span.start, end: span.end + 3 }, seam, heading: undefined };
    });
}

function spacesBefore(source: string, at: number): Span {
  let start = at;
  while (start > 0 && /[ 　\t]/.test(source[start - 1]!)) start--;
  return { start, end: at };
}
