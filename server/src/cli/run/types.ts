import type { PlacedEntry } from '../../config/ignore-file.ts';
import type { ConfigLayers } from '../../config/loader.ts';
import type { Draft, Extras } from '../../draft/types.ts';
import type { Comment } from '../../engine/comments.ts';
import type { Failure, Finding, Rule, RuleSettings } from '../../engine/types.ts';
import type { Summarised } from '../../engine/workspace.ts';
import type { WordReading } from '../../word/types.ts';
import type { SegmenterSettings } from '../../words/segmenters.ts';
import type { ShardRecord } from '../shard/record.ts';
import type { Silenced, Unused } from '../silenced.ts';
import type { Earlier } from '../since.ts';
import type { Watch } from './watch.ts';

/** One file as checked. Without `draft` it could not be read, or not be checked; `failures` says why. */
export interface FileResult {
  readonly path: string;
  /** Read anew where nobody has needed it for a while: many drafts are not kept in memory, their texts are. */
  readonly draft?: Draft;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  /** Text of another draft of the run, where a finding points into it. */
  readonly textOf?: (path: string) => string | undefined;
  /** What was decided to be kept quiet and is not among `findings`. */
  readonly silenced?: readonly Silenced[];
  /** Decisions and comments that keep nothing quiet any more. */
  readonly unused?: Unused;
  /** Opens a check of this draft alone with another text: same rules, same decisions. */
  readonly openCheck?: () => Promise<(text: string, extras?: Extras) => readonly Finding[]>;
  /** Where the text is from, if from a Word file. */
  readonly word?: WordReading;
  /** The user named this very file. */
  readonly named?: boolean;
  /** What shards carry; absent where the file was not checked. */
  readonly checked?: CheckedAlone;
}

/** What a check of one draft by itself gives: plain values that workers send, caches keep and shards carry. */
export interface Core {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  readonly silenced: readonly Silenced[];
  /** Lines of the decisions without effect, whose rules ran. */
  readonly unusedLines: readonly number[];
  readonly unusedComments: readonly Comment[];
  /** How many speeches the draft holds. */
  readonly speeches: number;
  /** Rules that gave a summary; undefined where none was asked for. */
  readonly summarised?: readonly string[];
}

/** By what a draft is checked: the same object for all drafts of which it holds. */
export interface Ground {
  readonly settings: RuleSettings;
  readonly segmenter: SegmenterSettings;
  /** Full path of the folder of the archive that the drafts are compared with. */
  readonly archive?: string | undefined;
}

/** One draft as checked by itself, and by what. */
export interface CheckedAlone {
  readonly core: Core;
  readonly ground: Ground;
  /** Decisions about the draft, and the file that holds them. */
  readonly silences: readonly PlacedEntry[];
  readonly decidedIn?: string | undefined;
  /** Rule id → summary, read when it is first asked for. */
  readonly summaries: () => Summarised['summaries'];
  /** Names draft and ground for a cache; absent where nothing may be kept of it. */
  readonly key?: string | undefined;
}

/** Which files are checked, and by what. */
export interface Selection {
  /** Names of the standard input for messages, configuration and format. */
  readonly stdinFilename?: string | undefined;
  readonly layers: ConfigLayers;
  /** All rules, for the configuration to be checked against. */
  readonly rules: readonly Rule[];
  /** Those of them that run. */
  readonly active: readonly Rule[];
  /** Full path of the folder of the archive, instead of what configurations say. */
  readonly archive?: string | undefined;
  /** The earlier version of a file, for the rules that look at what was changed. */
  readonly earlier?: Earlier | undefined;
  /** How the run goes about it; without it one file after the other, in this thread. */
  readonly run?: RunOptions | undefined;
}

/** What makes a run of many files fast, and what parts it. */
export interface RunOptions {
  /** Threads besides this one; `auto` by processors and size. */
  readonly workers: number | 'auto';
  /** Full path of the folder of the cache. */
  readonly cache?: string | undefined;
  /** The part of the files that is checked; what the run was is written into it. */
  readonly shard?: ShardRecord | undefined;
  /** Drafts are not compared: whoever merges the shards does it. */
  readonly alone?: boolean;
  readonly watch?: Watch;
}
