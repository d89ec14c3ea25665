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
  return [...glued, ...bodies, ...labelGlue(speech, source)].sort((a, b) => a.span.start - b.span.start);
}

function headingGlue(heading: Heading, source: string): Glue {
  const { start, end } = heading.markerSpan;
  const seam = spacesBefore(source, start);
  return { kind: 'heading', span: { start: Math.max(0, seam.start - 2), end }, seam, heading };
}

/** A heading whose body is run in although all of its siblings, two at least, stand alone. */
function bodyGlue(run: readonly Heading[], paragraphs: readonly Paragraph[], source: string): Glue[] {
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
function labelGlue(speech: Speech, source: string): Glue[] {
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
