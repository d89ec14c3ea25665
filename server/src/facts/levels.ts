import { addTo } from '../draft/lists.ts';
import { rankOf } from '../draft/markers.ts';
import type { Heading, MarkerStyle, Speech } from '../draft/types.ts';

/** A heading that leaves out the level which its siblings' families use. */
export interface LevelSkip {
  /** skip: the level is used elsewhere; climb: it comes after, under the same parent. */
  readonly kind: 'skip' | 'climb';
  readonly heading: Heading;
  readonly missing: MarkerStyle;
  /** A heading of the level that is left out here and used there. */
  readonly example: Heading;
  /** All headings of the skipping list where they may take the style of the example; else none. */
  readonly list: readonly Heading[];
}

/**
 * Headings directly under a parent where a level between the two styles stands elsewhere in the speech: over the same
 * style, under most parents of the same style, or further down under the same parent
 * (practice: 一、 then 1. without （一） is accepted habit when the whole speech does so).
 */
export function levelSkips(speech: Speech): LevelSkip[] {
  const { headings } = speech;
  const families = childrenOf(speech);
  const between = new Map<string, Heading>();
  for (const heading of headings) {
    const parent = headings[heading.parent];
    const grand = parent && headings[parent.parent];
    if (grand) between.set(`${grand.marker.style} ${heading.marker.style}`, parent);
  }
  const skips: LevelSkip[] = [...inverted(speech)];
  for (const [parent, children] of families) {
    const { style } = headings[parent]!.marker;
    const heading = children.find(({ marker }) => rankOf(marker.style) - rankOf(style) >= 2);
    if (!heading) continue;
    const own = heading.marker.style;
    const climbed = children.find(({ marker }) => rankOf(marker.style) < rankOf(own));
    const usual = usualChild(speech, families, style, own);
    const example = between.get(`${style} ${own}`) ?? usual ?? climbed;
    if (!example || (example === climbed && leadsIn(speech, heading))) continue;
    const alike = children.every((child) => child.marker.style === own);
    const plain = alike && children.every((child) => !families.has(headings.indexOf(child)));
    const kind = example === climbed ? 'climb' : 'skip';
    skips.push({ kind, heading, missing: example.marker.style, example, list: plain ? children : [] });
  }
  return skips;
}

/** （一）（二） with nothing above them, and after them 一、. */
function inverted(speech: Speech): readonly LevelSkip[] {
  const [heading] = speech.headings;
  if (heading?.marker.style !== 'han-paren' || heading.marker.ordinal !== 1 || leadsIn(speech, heading))
    return [];
  const example = speech.headings.find(({ marker }) => rankOf(marker.style) < rankOf('han-paren'));
  if (example?.marker.style !== 'han' || example.marker.ordinal !== 1) return [];
  return [{ kind: 'climb', heading, missing: 'han', example, list: [] }];
}

/** The headings right below each heading, by its index. */
function childrenOf({ headings }: Speech): ReadonlyMap<number, readonly Heading[]> {
  const families = new Map<number, Heading[]>();
  for (const heading of headings) {
    if (heading.parent < 0) continue;
    addTo(families, heading.parent, heading);
  }
  return families;
}

/** A child of the style between the two that most parents of a style have, two at least. */
function usualChild(
  { headings }: Speech,
  families: ReadonlyMap<number, readonly Heading[]>,
  style: MarkerStyle,
  below: MarkerStyle,
): Heading | undefined {
  const firsts = [...families].flatMap(([parent, [first]]) =>
    headings[parent]!.marker.style === style ? [first!] : [],
  );
  const middle = firsts.filter(({ marker }) => rankOf(marker.style) < rankOf(below));
  return middle.length >= 2 && middle.length * 2 > firsts.length ? middle[0] : undefined;
}

/** The list is announced by the sentence before it: it belongs to that, and to no level. */
function leadsIn({ paragraphs }: Speech, { paragraph }: Heading): boolean {
  const before = paragraphs[paragraph - 1];
  return before?.role !== 'salutation' && /[：:]$/.test(before?.text ?? '');
}
