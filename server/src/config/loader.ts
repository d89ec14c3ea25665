import { type Preset, presetSettings } from '../engine/presets.ts';
import type { Level, Rule, RuleSettings } from '../engine/types.ts';
import { baseName, below, inFolder, parentOf } from '../files/paths.ts';
import { PLAIN, type SegmenterSettings } from '../words/segmenters.ts';
import { type Reach, readChain } from './chain.ts';
import { applyWishes, type Layer } from './layers.ts';
import { configFilesIn, MISNAMED, type ReadFile } from './locate.ts';
import type { ConfigProblem } from './problem.ts';
import type { ReadBytes } from './segmenter.ts';

/** What holds for one draft. The settings object is the same one for all drafts that the same overrides of a file name. */
export type Settled =
  | {
      readonly settings: RuleSettings;
      /** How words are cut: the same object for all drafts of a configuration file. */
      readonly segmenter: SegmenterSettings;
      /** The configuration file leaves this draft out. */
      readonly ignored: boolean;
      /** The configuration file, if any. */
      readonly file?: string;
      /** Full path of the folder of the archive that the configuration names; there may be none in it yet. */
      readonly archive?: string;
      /** Characters a minute at which the draft is read aloud, where the configuration says it. */
      readonly rate?: number;
      readonly problems?: never;
    }
  | {
      readonly problems: readonly ConfigProblem[];
      readonly settings?: never;
      readonly segmenter?: never;
    };

export interface ConfigLoader {
  /** The settings for a draft by its full path. Files are read once; nothing is thrown. */
  readonly settingsFor: (draft: string) => Promise<Settled>;
  /** Forgets what was read, after a configuration file was made, changed or removed. */
  readonly forget: () => void;
}

/** What stands below and above configuration files. */
export interface ConfigLayers {
  /** Where no file says otherwise; the preset `hegao:draft` unless given. */
  readonly defaults?: RuleSettings;
  /** How words are cut where no file says otherwise. */
  readonly segmenter?: SegmenterSettings;
  /** Reads a team's dictionary; without it the text of the file as `readFile` gives it. */
  readonly readBytes?: ReadBytes;
  /** Stands for `extends` of every file. */
  readonly preset?: Preset;
  /** Stronger than every file. */
  readonly levels?: Readonly<Record<string, Level>>;
  readonly reach?: Reach | undefined;
  /** `false`: no file is read; a full path: this file for every draft. */
  readonly file?: string | false;
}

/** One configuration file as read, with all that it extends. */
type Loaded =
  | {
      /** For a draft by its full path: the same object for all drafts that the same overrides name. */
      readonly settingsOf: (draft: string) => RuleSettings;
      readonly segmenter: SegmenterSettings;
      readonly ignores: (draft: string) => boolean;
      readonly file?: string;
      readonly archive?: string;
      readonly rate?: number;
    }
  | { readonly problems: readonly ConfigProblem[] };

/** Finds, reads and checks configuration files, and remembers them by file. */
export function createConfigLoader(
  rules: readonly Rule[],
  readFile: ReadFile,
  layers: ConfigLayers = {},
): ConfigLoader {
  const byFile = new Map<string, Promise<Loaded>>();
  const byFolder = new Map<string, Promise<Loaded>>();
  const base = layers.preset
    ? presetSettings(rules, layers.preset)
    : (layers.defaults ?? presetSettings(rules));
  const baseSegmenter = layers.segmenter ?? PLAIN;
  const unread = withLevels(base, layers.levels);
  const none: Loaded = { settingsOf: () => unread, segmenter: baseSegmenter, ignores: () => false };
  const readBytes: ReadBytes =
    layers.readBytes ??
    (async (file) => {
      const text = await readFile(file);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    });

  function ofFolder(folder: string): Promise<Loaded> {
    const known = byFolder.get(folder);
    if (known) return known;
    const loaded = findIn(folder);
    byFolder.set(folder, loaded);
    return loaded;
  }

  async function findIn(folder: string): Promise<Loaded> {
    const [file, second] = await configFilesIn(folder, readFile);
    if (file && second) {
      const names = `${baseName(file)}、${baseName(second)}`;
      const message = `同一文件夹里有两个配置文件（${names}），请只留一个。`;
      return { problems: [{ file: second, line: 1, column: 1, message }] };
    }
    if (file) return ofFile(file);
    const misnamed = inFolder(folder, MISNAMED);
    if (await isThere(misnamed)) {
      const message = `配置文件不叫“${MISNAMED}”，请改名为 .hegao.yaml。`;
      return { problems: [{ file: misnamed, line: 1, column: 1, message }] };
    }
    const parent = parentOf(folder);
    return parent === folder ? none : ofFolder(parent);
  }

  async function isThere(file: string): Promise<boolean> {
    try {
      return (await readFile(file)) !== undefined;
    } catch {
      return true;
    }
  }

  function ofFile(file: string): Promise<Loaded> {
    const known = byFile.get(file);
    if (known) return known;
    const loaded = load(file);
    byFile.set(file, loaded);
    return loaded;
  }

  async function load(file: string): Promise<Loaded> {
    const chain = await readChain(file, { rules, readFile, readBytes, reach: layers.reach });
    if ('problems' in chain) return chain;
    const kept = chain.layers.filter(({ preset }) => !(preset && layers.preset));
    const named = await Promise.all(kept.map(({ files }) => (files ? matching(file, files) : ALWAYS)));
    const remembered = new Map<string, RuleSettings>();
    const { dictionary = baseSegmenter.dictionary, words = baseSegmenter.words } = chain.segmenter;
    return {
      file,
      settingsOf(draft) {
        const applies = named.map((matches) => matches(draft));
        const key = applies.map(Number).join('');
        const settings = remembered.get(key) ?? settled(kept.filter((_, i) => applies[i]));
        remembered.set(key, settings);
        return settings;
      },
      segmenter: { words, ...(dictionary ? { dictionary } : {}) },
      ignores: await matching(file, chain.ignore),
      archive: chain.archive ?? archiveIn(parentOf(file)),
      ...(chain.rate === undefined ? {} : { rate: chain.rate }),
    };
  }

  function settled(applying: readonly Layer[]): RuleSettings {
    const wishes = applying.map((layer) => layer.wishes);
    return withLevels(applyWishes(base, wishes), layers.levels);
  }

  return {
    async settingsFor(draft) {
      if (layers.file === false) return { settings: unread, segmenter: none.segmenter, ignored: false };
      const loaded = await (layers.file === undefined ? ofFolder(parentOf(draft)) : ofFile(layers.file));
      if ('problems' in loaded) return loaded;
      const { settingsOf, segmenter, file, ignores, archive, rate } = loaded;
      const settings = settingsOf(draft);
      return {
        settings,
        segmenter,
        ignored: ignores(draft),
        ...(file === undefined ? {} : { file }),
        ...(archive === undefined ? {} : { archive }),
        ...(rate === undefined ? {} : { rate }),
      };
    },
    forget() {
      byFile.clear();
      byFolder.clear();
    },
  };
}

/** Where the archive stands unless a configuration says otherwise: beside it, or in the working directory. */
export function archiveIn(folder: string): string {
  return inFolder(inFolder(folder, '.hegao'), 'archive');
}

const ALWAYS = (): boolean => true;

function withLevels(settings: RuleSettings, levels: ConfigLayers['levels']): RuleSettings {
  if (!levels) return settings;
  return Object.fromEntries(
    Object.entries(settings).map(([id, setting]) => [id, { ...setting, level: levels[id] ?? setting.level }]),
  );
}

/** Tells which drafts patterns name; they are those of `.gitignore`, from the file's folder down. */
async function matching(file: string, patterns: readonly string[]): Promise<(draft: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: ignore } = await import('ignore');
  const matcher = ignore().add([...patterns]);
  const folder = parentOf(file);
  return (draft) => {
    const name = below(folder, draft);
    return name !== undefined && ignore.isPathValid(name) && matcher.ignores(name);
  };
}
