import type { Candidate } from '../facts/passages/finder.ts';
import { type Passages, readPassages } from '../facts/passages/read.ts';
import type { StoredDraft, StoredParagraph } from '../facts/passages/stored.ts';
import type { HeldEntry } from './format.ts';
import type { Segment } from './segment.ts';

/** Remembers the documents that were read last, and gives candidates that read theirs when they are looked at. */
export interface DocumentMemory {
  readonly candidate: (
    segment: Segment,
    document: number,
    paragraph: number,
    entry: HeldEntry,
    common: ReadonlySet<number>,
  ) => Candidate & { readonly entry: HeldEntry };
}

interface Document {
  readonly draft: StoredDraft;
  readonly passages: Map<StoredParagraph, Passages>;
}

/** Characters of documents that are held at most. */
const CAPACITY = 4_000_000;

/** Makes an empty memory. */
export function createDocumentMemory(): DocumentMemory {
  const held = new Map<HeldEntry, Document>();
  let size = 0;

  function read(segment: Segment, index: number, entry: HeldEntry): Document {
    const known = held.get(entry);
    if (known) {
      held.delete(entry);
      held.set(entry, known);
      return known;
    }
    const document = { draft: segment.draft(index), passages: new Map<StoredParagraph, Passages>() };
    held.set(entry, document);
    size += entry.characters;
    for (const [oldest] of held) {
      if (size <= CAPACITY || oldest === entry) break;
      held.delete(oldest);
      size -= oldest.characters;
    }
    return document;
  }

  return {
    candidate(segment, index, number, entry, common) {
      const document = () => read(segment, index, entry);
      const place = once(() => placeOf(document().draft, number));
      return {
        entry,
        path: entry.path,
        authority: entry.authority,
        common,
        get draft() {
          return document().draft;
        },
        get speech() {
          return place().speech;
        },
        get paragraph() {
          return place().paragraph;
        },
        get passages() {
          const { draft, passages } = document();
          const { speech, paragraph } = place();
          const stored = draft.speeches[speech]!.paragraphs[paragraph]!;
          const known = passages.get(stored) ?? readPassages(stored.text);
          passages.set(stored, known);
          return known;
        },
      };
    },
  };
}

/** The speech of a paragraph by its number in the document, and its number in the speech. */
function placeOf(
  { speeches }: StoredDraft,
  number: number,
): { readonly speech: number; readonly paragraph: number } {
  let paragraph = number;
  let speech = 0;
  while (paragraph >= speeches[speech]!.paragraphs.length) paragraph -= speeches[speech++]!.paragraphs.length;
  return { speech, paragraph };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
