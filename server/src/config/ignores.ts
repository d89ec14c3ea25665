import { addTo } from '../draft/lists.ts';
import { below, inFolder, parentOf } from '../files/paths.ts';
import { IGNORE_NAME, type PlacedEntry, readIgnoreEntries } from './ignore-file.ts';
import type { ReadFile } from './locate.ts';
import { type ConfigProblem, problemAt } from './problem.ts';

/** What was decided for one draft. The list is the same object until `forget`. */
export type Ignored =
  | { readonly silences: readonly PlacedEntry[]; readonly file?: string; readonly problems?: never }
  | { readonly problems: readonly ConfigProblem[]; readonly silences?: never; readonly file?: never };

export interface IgnoreLoader {
  /** The decisions for a draft by its full path, from the nearest file upward. Nothing is thrown. */
  readonly silencesFor: (draft: string) => Promise<Ignored>;
  /** Forgets what was read, after a file was made, changed or removed. */
  readonly forget: () => void;
}

type Loaded =
  | { readonly file: string; readonly byDraft: ReadonlyMap<string, readonly PlacedEntry[]> }
  | { readonly problems: readonly ConfigProblem[] };

const NONE: { readonly silences: readonly PlacedEntry[] } = { silences: [] };

/** Finds, reads and checks `.hegao-ignore.yaml`, and remembers it by folder. */
export function createIgnoreLoader(ruleIds: readonly string[], readFile: ReadFile): IgnoreLoader {
  const byFolder = new Map<string, Promise<Loaded | undefined>>();

  function ofFolder(folder: string): Promise<Loaded | undefined> {
    const known = byFolder.get(folder);
    if (known) return known;
    const loaded = findIn(folder);
    byFolder.set(folder, loaded);
    return loaded;
  }

  async function findIn(folder: string): Promise<Loaded | undefined> {
    const file = inFolder(folder, IGNORE_NAME);
    const parent = parentOf(folder);
    try {
      const text = await readFile(file);
      if (text !== undefined) return await read(file, text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { problems: [{ file, line: 1, column: 1, message: `文件无法读取：${reason}。` }] };
    }
    return parent === folder ? undefined : ofFolder(parent);
  }

  async function read(file: string, text: string): Promise<Loaded> {
    const problem = problemAt(file, text);
    const { parseYaml } = await import('./parse-yaml.ts');
    const parsed = parseYaml(text);
    const { entries, mistakes } = parsed.mistakes
      ? { entries: [], mistakes: parsed.mistakes }
      : readIgnoreEntries(parsed.root, text, ruleIds);
    if (mistakes.length > 0) return { problems: mistakes.map((m) => problem(m.start, m.end, m.message)) };
    const byDraft = new Map<string, PlacedEntry[]>();
    for (const entry of entries) {
      const name = entry.file.normalize();
      addTo(byDraft, name, entry);
    }
    return { file, byDraft };
  }

  return {
    async silencesFor(draft) {
      const loaded = await ofFolder(parentOf(draft));
      if (!loaded) return NONE;
      if ('problems' in loaded) return loaded;
      const { file, byDraft } = loaded;
      const name = below(parentOf(file), draft)?.normalize();
      const own = name === undefined ? undefined : byDraft.get(name);
      return { file, silences: own ?? NONE.silences };
    },
    forget: () => byFolder.clear(),
  };
}
