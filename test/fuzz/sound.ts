import type { Span } from '../../server/src/draft/span.ts';
import type { Edit, Finding } from '../../server/src/engine/types.ts';

/** Characters on both sides of a place that tell whether it lies within one that a reader sees as one. */
const AROUND = 40;

/** Tells whether an offset of a text is a place between two characters as a reader sees them. */
export type IsBetween = (text: string, at: number) => boolean;

/** Makes the judge: grapheme clusters as Unicode has them (UAX 29), looked for around the place only. */
export function createIsBetween(): IsBetween {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return (text, at) => {
    if (at <= 0 || at >= text.length) return at === 0 || at === text.length;
    const from = Math.max(0, at - AROUND);
    const window = text.slice(from, at + AROUND);
    return segmenter.segment(window).containing(at - from)?.index === at - from;
  };
}

/** What is wrong with the places of a finding; empty where they all are sound. */
export function faultsOf(text: string, finding: Finding, isBetween: IsBetween): readonly string[] {
  const { ruleId, span, related, fixes } = finding;
  const own = spanFault(text, span, isBetween);
  return [
    ...(own ? [`${ruleId}: ${own}`] : []),
    ...related.flatMap((one) => {
      const fault = one.path === undefined ? spanFault(text, one.span, isBetween) : undefined;
      return fault ? [`${ruleId}, related: ${fault}`] : [];
    }),
    ...fixes.flatMap(({ edits }) =>
      editFaults(text, edits, isBetween).map((fault) => `${ruleId}, fix: ${fault}`),
    ),
  ];
}

/** What is wrong with a span of a text, or undefined. */
export function spanFault(text: string, { start, end }: Span, isBetween: IsBetween): string | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length)
    return `${start}–${end} is no part of a text of ${text.length}`;
  if (!isBetween(text, start)) return `${start}–${end} begins within a character`;
  if (!isBetween(text, end)) return `${start}–${end} ends within a character`;
  return undefined;
}

function editFaults(text: string, edits: readonly Edit[], isBetween: IsBetween): readonly string[] {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  const wrong = spans.flatMap((span) => spanFault(text, span, isBetween) ?? []);
  const overlap = spans.some(({ start }, i) => i > 0 && start < spans[i - 1]!.end);
  return overlap ? [...wrong, 'edits overlap'] : wrong;
}
