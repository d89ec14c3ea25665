import { createHash } from 'node:crypto';
import type { PlacedEntry } from '../../config/ignore-file.ts';
import type { DraftKind } from '../../draft/types.ts';
import type { Rule } from '../../engine/types.ts';
import type { Ground } from '../run/types.ts';
import type { EarlierDraft } from '../since.ts';

/** Names what a check depends on; equal names, equal results. */
export interface Keys {
  /** By what drafts are checked: rules that run, settings with all that their files hold, cutting of words. */
  readonly ofGround: (ground: Ground) => string;
  /** A draft by its bytes, kind, ground and decisions. */
  readonly ofDraft: (draft: KeyedDraft) => string;
}

/** What the name of a draft is made of. */
export interface KeyedDraft {
  readonly bytes: Uint8Array;
  readonly kind: DraftKind;
  readonly ground: Ground;
  readonly silences: readonly PlacedEntry[];
  readonly earlier?: EarlierDraft | undefined;
}

/** Makes keys for a program and the rules that run. Keys are 64 hexadecimal digits. */
export function createKeys(program: string, active: readonly Rule[]): Keys {
  const known = new WeakMap<Ground, string>();
  const ids = active.map(({ meta }) => meta.id);
  const ofGround = (ground: Ground): string => {
    const { settings, segmenter } = ground;
    const key =
      known.get(ground) ?? digest([program, ids, settings, segmenter.dictionary?.text, segmenter.words]);
    known.set(ground, key);
    return key;
  };
  return {
    ofGround,
    ofDraft({ bytes, kind, ground, silences, earlier }) {
      const before = earlier && plainOf(earlier);
      const hash = createHash('sha256').update(JSON.stringify([ofGround(ground), kind, silences, before]));
      return hash.update(bytes).digest('hex');
    },
  };
}

/** An earlier draft as a value that JSON tells from every other. */
export function plainOf({ text, kind, extras }: EarlierDraft): readonly unknown[] {
  return [text, kind, extras.marks ?? [], [...(extras.starts ?? [])]];
}

/** A digest of plain values. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
