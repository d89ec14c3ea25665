import type { PlaceholderKind } from '../placeholders/form.ts';
import { gapsOf } from './wildcard.ts';

/** A figure and nothing else, without a unit. */
const BARE = /^[-－+＋]?[\d０-９一二三四五六七八九十百千零〇两几.．,，·～~—-]+$/;

/** A placeholder's text around its mask. */
interface Frame {
  readonly before: string;
  readonly after: string;
}

/**
 * What stands in place of each of `others` once `given` is filled in for `text`, all being placeholders of one thing.
 * Both the masked part alone and the whole are understood: 临江 and 临江市 for `XX市`, 6.5 and 6.5% for `xx.x%`; what is
 * not masked stays (either makes 临江市委 of `XX市委`). A figure with a unit of its own replaces the whole.
 */
export function fillMasks(
  kind: PlaceholderKind,
  text: string,
  given: string,
  others: readonly string[],
): readonly string[] {
  const frame = frameOf(kind, text);
  const part = frame && partOf(kind, frame, given);
  return others.map((other) => {
    const own = part === undefined ? undefined : frameOf(kind, other);
    return own ? own.before + part + own.after : given;
  });
}

/** The text before and behind the mask; undefined where there are several masks. */
function frameOf(kind: PlaceholderKind, text: string): Frame | undefined {
  const gaps = gapsOf({ kind, span: { start: 0, end: text.length }, text });
  const apart = gaps.slice(1).some(({ start }, i) => text.slice(gaps[i]!.end, start).trim() !== '');
  return apart ? undefined : { before: text.slice(0, gaps[0]!.start), after: text.slice(gaps.at(-1)!.end) };
}

/** The part of `given` that stands for the mask; undefined where it replaces the whole. */
function partOf(kind: PlaceholderKind, { before, after }: Frame, given: string): string | undefined {
  const head = given.length > before.length && given.startsWith(before) ? before.length : 0;
  const tail = saidAgain(given.slice(head), after);
  const partial = kind === 'name' || kind === 'word' || BARE.test(given) || tail > 0 || after === '';
  return partial ? given.slice(head, given.length - tail) : undefined;
}

/** How much at the end of `given` is the beginning of what stands after the mask: 1 for 临江市 and `市委`. */
function saidAgain(given: string, after: string): number {
  for (let length = Math.min(after.length, given.length - 1); length > 0; length--)
    if (given.endsWith(after.slice(0, length))) return length;
  return 0;
}
