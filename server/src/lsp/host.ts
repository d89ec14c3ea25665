import type { Draft } from '../draft/types.ts';
import type { Archive } from '../facts/passages/finder.ts';
import type { Decoded, Undecodable } from '../files/decoding.ts';
import type { JiebaWorker } from '../words/jieba-worker.ts';
import type { LoadedWords } from '../words/words.ts';
import type { ExportWordResult } from './protocol/index.ts';

/** What the server stands on: a disk under Node, nothing but its client in a browser. */
export interface Host {
  readonly files: Files;
  /** Resolves once `loadWords` can answer; checks wait for it. Does not fail. */
  readonly ready: () => Promise<void>;
  /** A cutter over the compiled dictionary, another one at each call: words may be added to one and not to the other. */
  readonly loadWords: () => LoadedWords;
  /** What cuts by a team's own dictionary; called once. Absent where there is no such engine. */
  readonly createJieba?: () => JiebaWorker;
  /** A Word file with one table, as base64, or why there is none in Chinese. Absent where no such file can be made. */
  readonly wordTable?: (
    title: string,
    columns: readonly string[],
    rows: readonly (readonly string[])[],
  ) => Promise<{ readonly content: string } | { readonly failure: string }>;
  /** The archive of earlier speeches in a folder as it is now; undefined where there is none. Absent without a disk. @throws a Chinese reason */
  readonly openArchive?: (folder: string) => Archive | undefined;
  /** Lets go of the archives that were opened: nothing is compared with them for the time being. */
  readonly closeArchives?: () => void;
  /** Writes a draft as a Word file. Absent without a disk. */
  readonly exportWord?: (draft: Draft, wish: WordWish) => Promise<ExportWordResult>;
}

/** Full paths: of the draft, where it has one, and of the file to write; a profile by its name or its full path. */
export interface WordWish {
  readonly from: string | undefined;
  readonly to: string;
  readonly profile: string;
}

/** Files by full path, which is what `pathOf` makes of a URI. */
export interface Files {
  /** Undefined where the host cannot read: documents never saved, other schemes. */
  readonly pathOf: (uri: string) => string | undefined;
  readonly uriOf: (path: string) => string;
  /** The path that a file has without links; the path itself where it leads nowhere. Absent where there are no links. */
  readonly realPath?: (path: string) => string;
  /** A path as the user knows it. */
  readonly show: (path: string) => string;
  /** The text of a file; undefined where there is none. */
  readonly read: (path: string) => MaybePromise<Decoded | Undecodable | undefined>;
  /** The bytes of a file, undefined where there is none; absent where only texts are to be had. @throws a Chinese reason */
  readonly readBytes?: (path: string) => MaybePromise<Uint8Array | undefined>;
  /** The drafts below a folder, as `hegao placeholders FOLDER` finds them, and what could not be looked into. */
  readonly findDrafts: (folder: string) => Promise<readonly FoundDraft[]>;
}

export interface FoundDraft {
  readonly path: string;
  /** One Chinese phrase that can follow the path and a colon. */
  readonly failure?: string;
}

type MaybePromise<T> = T | Promise<T>;
