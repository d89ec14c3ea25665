import type { PlacedEntry } from '../../config/ignore-file.ts';
import type { Draft, DraftKind } from '../../draft/types.ts';
import type { Examination } from '../run/examine.ts';
import type { Ground } from '../run/types.ts';
import type { EarlierDraft } from '../since.ts';

/** What a thread is started with. */
export interface ThreadStart {
  readonly hegao: 'check';
  /** Rules that run. */
  readonly active: readonly string[];
  /** Full path of the folder of the cache, where there is one. */
  readonly cache?: string | undefined;
  /** Not 0 once nothing more is to be begun. */
  readonly halted: Int32Array;
}

/** To a thread: that it may end; by what drafts are checked, once; drafts. */
export type Order =
  | { readonly end: true }
  | { readonly ground: Ground; readonly number: number }
  | {
      readonly id: number;
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly kind: DraftKind;
      /** Number of the ground. */
      readonly number: number;
      readonly silences: readonly PlacedEntry[];
      readonly earlier?: EarlierDraft | undefined;
      readonly hasOthers: boolean;
      /** Under which the cache is to keep it. */
      readonly key?: string | undefined;
    };

/** From a thread: what came of one draft. */
export type Answer = { readonly id: number } & (
  | { readonly failure: string }
  /** To be examined by who asks. */
  | { readonly here: true }
  | (Omit<Examination, 'speeches'> & { readonly text: Draft['text'] })
);
