import { entryToAppend, IGNORE_NAME, type IgnoreEntry } from '../config/ignore-file.ts';
import { createIgnoreLoader } from '../config/ignores.ts';
import { configFilesIn, type ReadFile } from '../config/locate.ts';
import type { ConfigProblem } from '../config/problem.ts';
import type { Silence } from '../engine/silence.ts';
import { below, inFolder, parentOf } from '../files/paths.ts';
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

  /** Where a decision goes: the nearest such file, beside the nearest configuration, or beside the draft. */
  const placeFor = async (draft: string): Promise<string> => {
    const { file } = await loader.silencesFor(draft);
    if (file !== undefined) return file;
    for (let folder = parentOf(draft); ; folder = parentOf(folder)) {
      if ((await configFilesIn(folder, readFile)).length > 0) return inFolder(folder, IGNORE_NAME);
      if (parentOf(folder) === folder) return inFolder(parentOf(draft), IGNORE_NAME);
    }
  };

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
      if (draft === undefined || (await loader.silencesFor(draft)).problems) return undefined;
      const place = await placeFor(draft);
      const file = below(parentOf(place), draft);
      if (file === undefined) return undefined;
      const before = await readFile(place);
      let newText = '';
      for (const { rule, text, context, reason } of entries) {
        const own = {
          rule,
          file,
          ...(text ? { text } : {}),
          ...(context ? { context } : {}),
          ...(reason ? { reason } : {}),
        };
        newText += entryToAppend(newText === '' ? before : (before ?? '') + newText, own);
      }
      return { uri: uriOf(place), before, newText };
    },
    forget: loader.forget,
  };
}
