import { type Candidate, MOST_PLACES, type PassageFinder, type Standing } from './finder.ts';
import { type Passages, readPassages } from './read.ts';
import type { StoredDraft } from './stored.ts';

/** Knows drafts that are held in memory. */
export interface MemoryFinder extends PassageFinder {
  readonly put: (path: string, draft: StoredDraft) => void;
  readonly remove: (path: string) => void;
  readonly drafts: () => ReadonlyMap<string, StoredDraft>;
  /** The paragraphs of a draft that it holds, in order. */
  readonly paragraphsOf: (path: string) => readonly Known[];
}

/** A paragraph with its fingerprints; what else is needed to compare it is read when somebody asks, and held weakly. */
export interface Known extends Standing {
  readonly hashes: Uint32Array;
  readonly passages: Passages;
}

/** Makes an empty finder. Fingerprints are taken when it is first asked; `read` may remember them by text. */
export function createMemoryFinder(read: (text: string) => Passages = readPassages): MemoryFinder {
  const held = new Map<string, StoredDraft>();
  const indexed = new Map<string, readonly Known[]>();
  // Most fingerprints are of one paragraph alone, and there are hundreds of thousands of them: no list for one, and
  // signed numbers, which stand in the table itself.
  const byHash = new Map<number, Known | Known[]>();

  function remove(path: string): void {
    held.delete(path);
    for (const known of indexed.get(path) ?? []) {
      for (const hash of known.hashes) {
        const left = placesOf(byHash.get(hash | 0)).filter((other) => other !== known);
        if (left.length > 0) byHash.set(hash | 0, left);
        else byHash.delete(hash | 0);
      }
    }
    indexed.delete(path);
  }

  function index(path: string, draft: StoredDraft): readonly Known[] {
    const all = draft.speeches.flatMap(({ paragraphs }, speech) =>
      paragraphs.map(({ text }, paragraph) => knownAs({ path, draft, speech, paragraph }, text, read)),
    );
    for (const known of all) {
      for (const hash of new Set(known.hashes)) {
        const others = byHash.get(hash | 0);
        if (others === undefined) byHash.set(hash | 0, known);
        else byHash.set(hash | 0, inserted(others, known));
      }
    }
    indexed.set(path, all);
    return all;
  }

  return {
    put(path, draft) {
      remove(path);
      held.set(path, draft);
    },
    remove,
    drafts: () => held,
    paragraphsOf(path) {
      const draft = held.get(path);
      return indexed.get(path) ?? (draft ? index(path, draft) : []);
    },
    like({ hashes }, counts = ALL) {
      for (const [path, draft] of held) if (!indexed.has(path)) index(path, draft);
      const found = new Map<Known, Set<number>>();
      for (const hash of hashes) {
        let places = 0;
        for (const known of placesOf(byHash.get(hash | 0))) {
          if (!counts(known)) continue;
          if (++places > MOST_PLACES) break;
          const common = found.get(known);
          if (common) common.add(hash);
          else found.set(known, new Set([hash]));
        }
      }
      return [...found].map(([known, common]) => candidate(known, common)).sort(mostFirst);
    },
  };
}

function knownAs(standing: Standing, text: string, read: (text: string) => Passages): Known {
  let held: WeakRef<Passages> | undefined;
  return {
    ...standing,
    hashes: read(text).prints.hashes,
    get passages() {
      const passages = held?.deref() ?? read(text);
      if (held?.deref() !== passages) held = new WeakRef(passages);
      return passages;
    },
  };
}

function candidate(known: Known, common: ReadonlySet<number>): Candidate {
  const { path, draft, speech, paragraph } = known;
  return {
    path,
    draft,
    speech,
    paragraph,
    common,
    get passages() {
      return known.passages;
    },
  };
}

const ALL = (): boolean => true;

const NOWHERE: readonly Known[] = [];

/** One, several or no paragraphs as a list. */
function placesOf(places: Known | Known[] | undefined): readonly Known[] {
  if (places === undefined) return NOWHERE;
  return Array.isArray(places) ? places : [places];
}

/** Puts a paragraph where it belongs in the order of paths, speeches and paragraphs. */
function inserted(others: Known | Known[], known: Known): Known[] {
  const places = Array.isArray(others) ? others : [others];
  let at = places.length;
  while (at > 0 && byPlace(places[at - 1]!, known) > 0) at--;
  places.splice(at, 0, known);
  return places;
}

function byPlace(a: Standing, b: Standing): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.speech - b.speech || a.paragraph - b.paragraph;
}

/** The order in which candidates are looked at; it does not depend on the order in which drafts came. */
export function mostFirst(a: Candidate, b: Candidate): number {
  return b.common.size - a.common.size || byPlace(a, b);
}
