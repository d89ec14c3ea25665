import type { Keyword, KeywordMethod, Tagged } from './words.ts';

/** What the worker is given at its start. */
export interface WorkerStart {
  /** Answers to those who wait. */
  readonly answers: import('node:worker_threads').MessagePort;
  /** One number, raised and signalled after each such answer. */
  readonly signal: Int32Array;
}

/** What the worker is asked. `slot` names an instance of nodejieba with a user dictionary of its own. */
export type Question =
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly slot: string;
      /** Text of a user dictionary that was found sound. */
      readonly userWords: string;
      readonly words: readonly string[];
    }
  | { readonly kind: 'close'; readonly slot: string }
  | { readonly kind: 'add'; readonly slot: string; readonly word: string; readonly tag: string }
  | {
      readonly kind: 'keywords';
      readonly id: number;
      readonly slot: string;
      readonly text: string;
      readonly count: number;
      readonly method: KeywordMethod;
    }
  | WaitingQuestion;

/** Questions that the asking thread waits for. */
export type WaitingQuestion =
  | {
      readonly kind: 'cut';
      readonly id: number;
      readonly slot: string;
      readonly text: string;
      readonly model: boolean;
    }
  | { readonly kind: 'tag'; readonly id: number; readonly slot: string; readonly text: string };

/** An answer that comes as a message of its own. */
export interface Reply {
  readonly id: number;
  /** What is missing, a Chinese clause; absent where all went well. */
  readonly missing?: string;
  readonly keywords?: readonly Keyword[];
}

/** An answer to who waits: `tags` is empty after `cut`; undefined where the slot is not open. */
export interface Answer {
  readonly id: number;
  readonly tagged: Tagged | undefined;
}
