import { additionFor } from '../config/decisions.ts';
import type { IgnoreEntry } from '../config/ignore-file.ts';
import { createIgnoreLoader } from '../config/ignores.ts';
import type { ReadFile } from '../config/locate.ts';
import type { ConfigProblem } from '../config/problem.ts';
import type { Silence } from '../engine/silence.ts';
import type { Files } from './host.ts';

/** What was decided to be kept quiet, for each document. */
export interface Silences {
  /** The same list until `forget`. */
  readonly of: (uri: string) => Promise<readonly Silence[]>;
  /** Of a file on disk, with the mistakes of the file that holds the decisions. */
  readonly ofFile: (file: string) => Promise<{
    readonly silences: readonly Silence[];
    readonly problems: readonly ConfigProblem[];
  }>;
  /** What is to be appended to which file to add decisions; undefined for a document that is in no folder. */
  readonly addition: (
    uri: string,
    ...entries: readonly Omit<IgnoreEntry, 'file'>[]
  ) => Promise<Addition | undefined>;
  readonly forget: () => void;
}

/** Text for the end of a file. */
export interface Addition {
  readonly uri: string;
  /** The file as it is; undefined where it is to be made. */
  readonly before: string | undefined;
  readonly newText: string;
}

const NONE: readonly Silence[] = [];

/** Makes the reader; `readFile` is the one of configuration files. */
export function createSilences(
  ruleIds: readonly string[],
  { pathOf, uriOf }: Pick<Files, 'pathOf' | 'uriOf'>,
  readFile: ReadFile,
): Silences {
  const loader = createIgnoreLoader(ruleIds, readFile);

  return {
    async of(uri) {
      const draft = pathOf(uri);
      return draft === undefined ? NONE : ((await loader.silencesFor(draft)).silences ?? NONE);
    },
    async ofFile(file) {
      const { silences = NONE, problems = [] } = await loader.silencesFor(file);
      return { silences, problems };
    },
    async addition(uri, ...entries) {
      const draft = pathOf(uri);
      if (draft === undefined) return undefined;
      const addition = await additionFor(draft, entries, loader, readFile);
      return addition && { uri: uriOf(addition.file), before: addition.before, newText: addition.newText };
    },
    forget: loader.forget,
  };
}
