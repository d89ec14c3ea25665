import { type Preset, presetSettings } from '../engine/presets.ts';
import type { Level, Rule, RuleSettings } from '../engine/types.ts';
import { baseName, below, parentOf } from '../files/paths.ts';
import { PLAIN, type SegmenterSettings } from '../words/segmenters.ts';
import { configFilesIn, type ReadFile } from './locate.ts';
import type { Parsed } from './node.ts';
import { type ConfigProblem, problemAt } from './problem.ts';
import { type ReadBytes, readDictionary, resolveIn, type SegmenterWish } from './segmenter.ts';
import type { ConfigContent } from './validate.ts';

/** What holds for one draft. The settings object is the same one for all drafts of a configuration file. */
export type Settled =
  | {
      readonly settings: RuleSettings;
      /** How words are cut: the same object for all drafts of a configuration file. */
      readonly segmenter: SegmenterSettings;
      /** The configuration file leaves this draft out. */
      readonly ignored: boolean;
      /** The configuration file, if any. */
      readonly file?: string;
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
  /** `false`: no file is read; a full path: this file for every draft. */
  readonly file?: string | false;
}

/** One configuration file as read. */
type Loaded =
  | {
      readonly settings: RuleSettings;
      readonly segmenter: SegmenterSettings;
      readonly ignores: (draft: string) => boolean;
      readonly file?: string;
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
  const none: Loaded = {
    settings: withLevels(base, layers.levels),
    segmenter: baseSegmenter,
    ignores: () => false,
  };
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
    const parent = parentOf(folder);
    return parent === folder ? none : ofFolder(parent);
  }

  function ofFile(file: string): Promise<Loaded> {
    const known = byFile.get(file);
    if (known) return known;
    const loaded = load(file);
    byFile.set(file, loaded);
    return loaded;
  }

  async function load(file: string): Promise<Loaded> {
    let text: string | undefined;
    try {
      text = await readFile(file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { problems: [{ file, line: 1, column: 1, message: `配置文件无法读取：${reason}。` }] };
    }
    if (text === undefined) {
      return { problems: [{ file, line: 1, column: 1, message: '没有这个配置文件。' }] };
    }
    const problem = problemAt(file, text);
    const parsed = await parse(file, text);
    if (parsed.mistakes) {
      return { problems: parsed.mistakes.map((m) => problem(m.start, m.end, m.message)) };
    }
    const { validate } = await import('./validate.ts');
    const { content, mistakes } = validate(parsed.root, rules);
    if (mistakes.length > 0) return { problems: mistakes.map((m) => problem(m.start, m.end, m.message)) };
    const segmenter = await segmenterOf(content.segmenter, file, problem);
    if ('problems' in segmenter) return segmenter;
    return {
      file,
      settings: settingsOf(content),
      segmenter,
      ignores: await ignoring(file, content.ignore),
    };
  }

  /** The file's wishes over what holds without it; the dictionary is read and checked here. */
  async function segmenterOf(
    { dictionary, words }: SegmenterWish,
    file: string,
    problem: ReturnType<typeof problemAt>,
  ): Promise<SegmenterSettings | { readonly problems: readonly ConfigProblem[] }> {
    if (!dictionary && !words) return baseSegmenter;
    const own = { ...baseSegmenter, ...(words ? { words } : {}) };
    if (!dictionary) return own;
    if (dictionary.path === '') return { words: own.words };
    const read = await readDictionary(resolveIn(parentOf(file), dictionary.path), readBytes);
    if ('dictionary' in read) return { ...own, dictionary: read.dictionary };
    const { start, end } = dictionary.node;
    return 'problems' in read ? read : { problems: [problem(start, end, read.failure)] };
  }

  function settingsOf({ preset, rules: wishes }: ConfigContent): RuleSettings {
    const under = preset && !layers.preset ? presetSettings(rules, preset) : base;
    const entries = Object.entries(under).map(([id, setting]) => [id, { ...setting, ...wishes.get(id) }]);
    return withLevels(Object.fromEntries(entries), layers.levels);
  }

  return {
    async settingsFor(draft) {
      if (layers.file === false)
        return { settings: none.settings, segmenter: none.segmenter, ignored: false };
      const loaded = await (layers.file === undefined ? ofFolder(parentOf(draft)) : ofFile(layers.file));
      if ('problems' in loaded) return loaded;
      const { settings, segmenter, file, ignores } = loaded;
      return { settings, segmenter, ignored: ignores(draft), ...(file === undefined ? {} : { file }) };
    },
    forget() {
      byFile.clear();
      byFolder.clear();
    },
  };
}

async function parse(file: string, text: string): Promise<Parsed> {
  if (/\.ya?ml$/i.test(file)) return (await import('./parse-yaml.ts')).parseYaml(text);
  return (await import('./parse-json.ts')).parseJson(text, /\.jsonc$/i.test(file));
}

function withLevels(settings: RuleSettings, levels: ConfigLayers['levels']): RuleSettings {
  if (!levels) return settings;
  return Object.fromEntries(
    Object.entries(settings).map(([id, setting]) => [id, { ...setting, level: levels[id] ?? setting.level }]),
  );
}

/** Tells which drafts a file leaves out; patterns are those of `.gitignore`, from the file's folder down. */
async function ignoring(file: string, patterns: readonly string[]): Promise<(draft: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: ignore } = await import('ignore');
  const matcher = ignore().add([...patterns]);
  const folder = parentOf(file);
  return (draft) => {
    const name = below(folder, draft);
    return name !== undefined && ignore.isPathValid(name) && matcher.ignores(name);
  };
}
