import { firstWhere } from '../../draft/halving.ts';
import { figureAt, type Normal, normalise, WILD } from './normal.ts';
import type { StoredDraft, StoredParagraph } from './stored.ts';

/** A document to quote from. */
export interface AuthorityDraft {
  readonly path: string;
  readonly draft: StoredDraft;
}

/** Where the words of a quotation stand, or nearly so. */
export interface Original {
  readonly path: string;
  readonly draft: StoredDraft;
  readonly speech: number;
  readonly paragraph: StoredParagraph;
  /** In the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Characters to change, add or take away; 0 where the quotation is right. */
  readonly distance: number;
}

/** Finds the originals of quotations. */
export interface Authority {
  /**
   * The nearest passage, where it differs in no more than 15 % of the quotation's normalised characters;
   * undefined where there is none or the quotation has fewer than 12 of them.
   */
  readonly originalOf: (quotation: string) => Original | undefined;
}

const LEAST = 12;
/** Of 12 characters with one change, of 14 with two, so many in a row are untouched: (14 − 2) / 3. */
const GRAM = 4;
const BUCKETS = 1 << 18;
/** A gram that stands in more places says nothing. */
const MOST_PLACES = 2000;
const MOST_TRIED = 8;

interface Page extends Pick<Original, 'path' | 'draft' | 'speech' | 'paragraph'> {
  readonly normal: Normal;
  /** Index of its first character among all. */
  readonly from: number;
}

/** Reads documents to quote from; linear in their length. */
export function createAuthority(drafts: Iterable<AuthorityDraft>): Authority {
  const pages = readPages(drafts);
  const total = pages.reduce((sum, { normal }) => sum + normal.codes.length, 0);
  const codes = new Uint16Array(total);
  for (const { normal, from } of pages) codes.set(normal.codes, from);
  const { heads, places } = indexGrams(codes);

  function placesOf(own: Uint16Array, at: number): Uint32Array {
    const bucket = bucketOf(own, at);
    return places.subarray(heads[bucket]!, heads[bucket + 1]!).filter((place) => same(own, at, codes, place));
  }

  /** Likely starts, those that most grams agree on first. */
  function likelyStarts({ codes: own }: Normal): readonly number[] {
    const votes = new Map<number, number>();
    for (let at = 0; at + GRAM <= own.length; at++) {
      const found = placesOf(own, at);
      if (found.length > MOST_PLACES) continue;
      for (const place of found) votes.set(place - at, (votes.get(place - at) ?? 0) + 1);
    }
    return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([start]) => start);
  }

  return {
    originalOf(quotation) {
      const own = normalise(quotation);
      const { length } = own.codes;
      const most = Math.floor(length * 0.15);
      if (length < LEAST) return undefined;
      let best: Original | undefined;
      for (const start of likelyStarts(own).slice(0, MOST_TRIED)) {
        const page = pageAt(pages, Math.max(0, start));
        if (!page) continue;
        const found = nearestIn(
          own,
          page,
          start - page.from,
          Math.min(most, (best?.distance ?? most + 1) - 1),
        );
        if (found) best = found;
        if (best?.distance === 0) break;
      }
      return best;
    },
  };
}

function readPages(drafts: Iterable<AuthorityDraft>): readonly Page[] {
  const pages: Page[] = [];
  let from = 0;
  for (const { path, draft } of drafts) {
    draft.speeches.forEach(({ paragraphs }, speech) => {
      for (const paragraph of paragraphs) {
        const normal = normalise(paragraph.text);
        pages.push({ path, draft, speech, paragraph, normal, from });
        from += normal.codes.length;
      }
    });
  }
  return pages;
}

/** Places of all grams, bucket after bucket; `heads` tells where each begins. */
function indexGrams(codes: Uint16Array): { readonly heads: Uint32Array; readonly places: Uint32Array } {
  const grams = Math.max(0, codes.length - GRAM + 1);
  const heads = new Uint32Array(BUCKETS + 1);
  for (let at = 0; at < grams; at++) {
    const next = bucketOf(codes, at) + 1;
    heads[next] = heads[next]! + 1;
  }
  for (let i = 1; i <= BUCKETS; i++) heads[i] = heads[i]! + heads[i - 1]!;
  const free = heads.slice();
  const places = new Uint32Array(grams);
  for (let at = 0; at < grams; at++) {
    const bucket = bucketOf(codes, at);
    places[free[bucket]!] = at;
    free[bucket] = free[bucket]! + 1;
  }
  return { heads, places };
}

function bucketOf(codes: Uint16Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + GRAM; i++) value = (Math.imul(value, 0x9e3779b1) + codes[i]!) | 0;
  return (Math.imul(value ^ (value >>> 15), 0x85ebca6b) >>> 14) & (BUCKETS - 1);
}

function same(a: Uint16Array, at: number, b: Uint16Array, there: number): boolean {
  for (let i = 0; i < GRAM; i++) if (a[at + i] !== b[there + i]) return false;
  return true;
}

function pageAt(pages: readonly Page[], place: number): Page | undefined {
  return pages[firstWhere(pages.length, (at) => pages[at]!.from > place) - 1];
}

/** The stretch of a page around a place that is nearest to the quotation; undefined where it takes more than `most` changes. */
function nearestIn(own: Normal, page: Page, around: number, most: number): Original | undefined {
  if (most < 0) return undefined;
  const { normal, path, draft, speech, paragraph } = page;
  const slack = Math.floor(own.codes.length * 0.15);
  const from = Math.max(0, around - slack);
  const to = Math.min(normal.codes.length, around + own.codes.length + slack);
  const { distance, start, end } = nearest(own, normal, from, to);
  if (distance > most || end <= start) return undefined;
  return {
    path,
    draft,
    speech,
    paragraph,
    distance,
    start: normal.starts[start]!,
    end: normal.ends[end - 1]!,
  };
}

/** Semi-global alignment (Sellers 1980): the whole quotation against any stretch of `other` from `from` to `to`. */
function nearest(
  own: Normal,
  other: Normal,
  from: number,
  to: number,
): { readonly distance: number; readonly start: number; readonly end: number } {
  let row = Array.from({ length: to - from + 1 }, (_, j) => ({ cost: 0, start: from + j }));
  for (let i = 0; i < own.codes.length; i++) {
    const next = [{ cost: i + 1, start: from }];
    for (let j = 1; j <= to - from; j++) {
      const diagonal = row[j - 1]!;
      const replaced = diagonal.cost + (isSame(own, i, other, from + j - 1) ? 0 : 1);
      let best = { cost: replaced, start: diagonal.start };
      if (row[j]!.cost + 1 < best.cost) best = { cost: row[j]!.cost + 1, start: row[j]!.start };
      if (next[j - 1]!.cost + 1 < best.cost)
        best = { cost: next[j - 1]!.cost + 1, start: next[j - 1]!.start };
      next.push(best);
    }
    row = next;
  }
  let end = 0;
  row.forEach(({ cost }, j) => {
    if (cost < row[end]!.cost) end = j;
  });
  return { distance: row[end]!.cost, start: row[end]!.start, end: from + end };
}

function isSame(own: Normal, at: number, other: Normal, there: number): boolean {
  if (own.codes[at] !== other.codes[there]) return false;
  return own.codes[at] !== WILD || figureAt(own, at) === figureAt(other, there);
}
