import { chineseOrdinal } from '../../draft/numerals.ts';
import type { Span } from '../../draft/span.ts';
import type { Paragraph, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { MASK } from '../placeholders/alphabet.ts';
import { judgePromises } from '../promises/judge.ts';
import { listAfter } from '../promises/lists.ts';
import type { Masked } from './context.ts';
import { byParagraph } from './sightings.ts';

/** The number of items that a masked count announces. */
export interface Counted {
  /** With its measure word: 三点. */
  readonly text: string;
  /** The items in the source. */
  readonly items: readonly Span[];
}

const COUNT = new RegExp(`^${MASK}{1,2}(?:点|项|个|条|大|方面|件|句话?)`);
const SIGNS = new RegExp(`^(?:${MASK})+`);
const INTRODUCED = /^[^，。；：！？、“”（）]{0,12}[：:]/;
/** Counts that no speech announces, of one and two signs: what is found instead is what there is. */
const STAND_INS = ['九', '十九'] as const;

/**
 * For masked counts, `讲x点意见`, the number of parts, items of a series or of a list that surely belong to them. The
 * masks are read as numbers and weighed as any announcement is.
 */
export function countValues(
  speech: Speech,
  all: readonly Masked[],
  memory: FactMemory,
): ReadonlyMap<Masked, Counted> {
  const wanted = all.filter(
    ({ placeholder }) => placeholder.kind === 'number' && COUNT.test(placeholder.text),
  );
  const found = new Map<Masked, Counted>();
  if (wanted.length === 0) return found;
  const masks = byParagraph(wanted);
  const paragraphs = speech.paragraphs.map((paragraph, i) => {
    const masked = masks.get(i);
    return masked ? withStandIns(paragraph, masked) : paragraph;
  });
  const byPlace = new Map(wanted.map((one) => [one.paragraph.toSource(one.placeholder.span).start, one]));
  for (const { digits, found: candidate } of judgePromises({ ...speech, paragraphs }, memory)) {
    const masked = byPlace.get(digits.start);
    if (masked && candidate?.sure && candidate.least === candidate.most)
      found.set(
        masked,
        counted(
          masked,
          candidate.items.map(({ span }) => span),
        ),
      );
  }
  for (const masked of wanted) {
    const items = found.has(masked) ? undefined : listBehind(masked);
    if (items) found.set(masked, counted(masked, items));
  }
  return found;
}

function counted({ placeholder }: Masked, items: readonly Span[]): Counted {
  const number = items.length === 2 ? '两' : chineseOrdinal(items.length);
  return { text: placeholder.text.replace(SIGNS, number), items };
}

/** The items of the list that a colon introduces: `x项指标：甲、乙、丙`. */
function listBehind({ paragraph, placeholder, after }: Masked): readonly Span[] | undefined {
  const lead = INTRODUCED.exec(after);
  const list = lead ? listAfter(paragraph.text, placeholder.span.end + lead[0].length) : undefined;
  if (!list?.sure || list.least !== list.most || list.items.length < 2) return undefined;
  return list.items.map((item) => paragraph.toSource(item));
}

/** The paragraph with numbers of the same length in place of its masks, given in order; offsets stay. */
function withStandIns(paragraph: Paragraph, masked: readonly Masked[]): Paragraph {
  const parts: string[] = [];
  let end = 0;
  for (const { placeholder } of masked) {
    const { start } = placeholder.span;
    const signs = SIGNS.exec(placeholder.text)![0].length;
    parts.push(paragraph.text.slice(end, start), STAND_INS[signs - 1]!);
    end = start + signs;
  }
  const text = parts.join('') + paragraph.text.slice(end);
  return { ...paragraph, text };
}
