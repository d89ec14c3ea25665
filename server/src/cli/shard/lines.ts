import type { PlacedEntry } from '../../config/ignore-file.ts';
import type { DraftKind, Mark } from '../../draft/types.ts';
import type { Failure, RuleSettings } from '../../engine/types.ts';
import type { Summarised } from '../../engine/workspace.ts';
import type { WordPiece } from '../../word/types.ts';
import type { SegmenterSettings } from '../../words/segmenters.ts';
import type { Core } from '../run/types.ts';
import type { Part, RunFacts } from './record.ts';

/** The layout of a shard's report: one JSON object a line, the head first, the tail last. */
export const LAYOUT = 1;

/** The first line. */
export interface Head {
  readonly hegao: 'shard';
  readonly layout: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly part: Part;
}

/** By what the drafts of the lines that name its number are checked. */
export interface GroundLine {
  readonly ground: number;
  readonly settings: RuleSettings;
  readonly segmenter: SegmenterSettings;
  /** From the working directory. */
  readonly archive?: string | undefined;
}

/** One file; `at` is its place among all files of the run. */
export type FileLine = { readonly at: number; readonly path: string } & (
  | { readonly failures: readonly Failure[] }
  | {
      readonly by: number;
      readonly kind: DraftKind;
      readonly text: string;
      readonly named?: boolean | undefined;
      readonly word?: WordLine;
      readonly core: Core;
      readonly summaries: Summarised['summaries'];
      readonly silences: readonly PlacedEntry[];
      /** From the working directory. */
      readonly decidedIn?: string | undefined;
    }
);

/** What a Word file says beyond its text. */
export interface WordLine {
  readonly marks: readonly Mark[];
  readonly starts: readonly number[];
  readonly pieces: readonly WordPiece[];
}

/** The last line: what the run was, and how many files stand above. */
export interface Tail {
  readonly run: RunFacts;
  readonly files: number;
}
