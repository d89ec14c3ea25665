import { lazyFacts } from './lazy.ts';
import { hashPrefix, readJoinedMarker, readMarker } from './markers.ts';
import { lineResidue } from './residue.ts';
import { further, NOTHING, type SoFar } from './so-far.ts';
import { isFrontLine, isSalutation, isTitleLine } from './speeches.ts';
import type { Marker, Residue } from './types.ts';

/** A number that may or may not stand at the head of a text. */
export interface Opening {
  readonly marker: Marker | undefined;
}

/** What a line or a paragraph looks like, seen without its neighbours; spans are offsets in `text`. */
export interface TextForm {
  /** Without outer spaces. */
  readonly text: string;
  /** End of a Markdown `## ` prefix, or 0. */
  readonly prefix: number;
  /** The number at its head. */
  readonly opening: Opening;
  /** The number behind the prefix. */
  readonly heading: Opening;
  /** The number of a title that begins with a number. */
  readonly joined: Opening;
  readonly salutation: boolean;
  readonly titleLine: boolean;
  readonly frontLine: boolean;
  /** A sentence ends in it. */
  readonly stops: boolean;
  /** Residue on it, were it a line. */
  readonly residue: readonly Residue[];
  /** Where （一） and its like stand. */
  readonly numbers: readonly number[];
  readonly quotes: Quotes;
  /** What is known of a paragraph of which it is the first line. */
  readonly alone: SoFar;
}

/** What a paragraph does to a quotation that runs over several. */
export interface Quotes {
  /** It opens one and does not close it. */
  readonly opened: boolean;
  /** It closes one that it has not opened. */
  readonly closed: boolean;
}

/** Remembers the forms of texts, so that a version of a draft reads only what the one before it has not. */
export interface TextForms {
  readonly of: (text: string) => TextForm;
}

const NUMBERS = /[（(][一二三四五六七八九十]{1,3}[）)]/g;

const textForm = lazyFacts<TextForm, { readonly text: string }>({
  prefix: ({ text }) => hashPrefix(text),
  opening: ({ text }) => ({ marker: readMarker(text) }),
  heading: ({ text, prefix, opening }) => (prefix === 0 ? opening : { marker: readMarker(text, prefix) }),
  joined: ({ text }) => ({ marker: readJoinedMarker(text) }),
  salutation: ({ text }) => isSalutation(text),
  titleLine: ({ text }) => isTitleLine(text),
  frontLine: ({ text }) => isFrontLine(text),
  stops: ({ text }) => /[。；！？]/.test(text),
  residue: ({ text }) => lineResidue(text, 0),
  numbers: ({ text }) => Array.from(text.matchAll(NUMBERS), ({ index }) => index),
  quotes: ({ text }) => readQuotes(text),
  alone: ({ text }) => further(NOTHING, text),
});

/**
 * Makes an empty memory that keeps at least the `capacity` (in characters) most recently used texts: two generations,
 * the older one dropped when the younger is full.
 */
export function createTextForms(capacity = 1_000_000): TextForms {
  let young = new Map<string, TextForm>();
  let old = new Map<string, TextForm>();
  let size = 0;
  return {
    of(text) {
      const known = young.get(text);
      if (known) return known;
      const form = old.get(text) ?? textForm({ text: ownCopy(text) });
      if (size > capacity) {
        old = young;
        young = new Map();
        size = 0;
      }
      young.set(form.text, form);
      size += text.length;
      return form;
    },
  };
}

/** The same text, and no longer a window on the whole draft that it was cut from, which it would keep alive. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

function readQuotes(text: string): Quotes {
  const open = text.indexOf('“');
  const close = text.indexOf('”');
  return {
    opened: text.lastIndexOf('“') > text.lastIndexOf('”'),
    closed: close >= 0 && !(open >= 0 && open < close),
  };
}
