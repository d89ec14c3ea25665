import type { Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import { mapSaid } from '../columns.ts';
import type { FactMemory, ParagraphFacts } from '../facts.ts';
import { createMatcher } from '../terms/matcher.ts';

/** A short form that stands before the place that makes it known; spans are in the source. */
export interface EarlyShort {
  readonly short: string;
  readonly span: Span;
  /** Where 以下简称 stands. */
  readonly defined: Span;
}

interface DefinitionInText {
  readonly short: string;
  /** What is looked for: the short form, with its marks where it is not clear without them. */
  readonly wanted: string;
  /** The offset in its paragraph at which the full name begins. */
  readonly at: number;
  readonly within: Span;
}

interface Definition extends DefinitionInText {
  readonly paragraph: number;
  readonly span: Span;
}

const DEFINED = /(?:以下|下)(?:统称|简称)(?:为)?([“《])([^“”《》]{2,20})[”》]/g;
/** The full name before it, at most so long. */
const FULL = /[^，。；：！？\n]{2,60}(?=，?$)/;
const LONGEST_FULL = 60;
/** Without its marks a short form must be so long to be told from ordinary words. */
const CLEAR = 4;

/** Short forms used before their 以下简称; the title and what the full name holds do not count. One a short form. */
export function readEarlyShorts(speech: Speech, { said }: FactMemory): readonly EarlyShort[] {
  const definitions = mapSaid(
    speech,
    said(speech, definitionsIn),
    (one, { toSource }, paragraph): Definition => ({ ...one, paragraph, span: toSource(one.within) }),
  );
  if (definitions.length === 0) return [];
  const { paragraphs } = speech;
  const first = new Map<
    number,
    { readonly paragraph: number; readonly start: number; readonly end: number }
  >();
  const matcher = createMatcher([...new Set(definitions.map(({ wanted }) => wanted))]);
  const numbers = new Map(
    [...new Set(definitions.map(({ wanted }) => wanted))].map((wanted, i) => [wanted, i]),
  );
  paragraphs.forEach(({ text, role }, paragraph) => {
    if (role === 'title' || role === 'byline') return;
    matcher.scan(text, (number, start, end) => {
      if (!first.has(number)) first.set(number, { paragraph, start, end });
    });
  });
  return definitions.flatMap(({ short, wanted, paragraph, at, span: defined }) => {
    const place = first.get(numbers.get(wanted)!);
    if (!place || place.paragraph > paragraph || (place.paragraph === paragraph && place.start >= at))
      return [];
    return [{ short, span: paragraphs[place.paragraph]!.toSource(place), defined }];
  });
}

function definitionsIn({ text }: ParagraphFacts): readonly DefinitionInText[] {
  if (!text.includes('下简称') && !text.includes('下统称')) return [];
  return [...text.matchAll(DEFINED)].flatMap((match) => {
    const [whole, open, short = ''] = match;
    const from = Math.max(0, match.index - LONGEST_FULL);
    const full = FULL.exec(text.slice(from, match.index));
    if (!full) return [];
    const at = from + full.index;
    const marked = open === '《' ? `《${short}》` : `“${short}”`;
    const wanted = open === '“' && short.length >= CLEAR && !full[0].includes(short) ? short : marked;
    return [{ short, wanted, at, within: { start: at, end: match.index + whole.length } }];
  });
}
