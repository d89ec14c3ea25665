import { archiveIn, type ConfigLoader } from '../config/loader.ts';
import type { ConfigProblem } from '../config/problem.ts';
import { isRate } from '../config/rate.ts';
import type { ReadDictionary } from '../config/segmenter.ts';
import type { RuleSettings } from '../engine/types.ts';
import { READING_RATE } from '../facts/aloud/duration.ts';
import { PLAIN, type Segmenter, type SegmenterSettings, type Segmenters } from '../words/segmenters.ts';
import { type EditorSettings, editorKeys } from './editor-settings.ts';
import { createSharing } from './sharing.ts';

/** Where the settings of a document come from. */
export interface SettingsSources {
  /** The section `hegao` of the editor's settings for a document or folder. Does not fail. */
  readonly editorSection: (scopeUri: string) => Promise<unknown>;
  readonly readSection: (section: unknown) => EditorSettings;
  /** The configuration files over what holds without them. */
  readonly createLoader: (defaults: RuleSettings, segmenter: SegmenterSettings) => ConfigLoader;
  /** The folder from which a path in the editor's settings counts. */
  readonly folderOf: (scopeUri: string) => string | undefined;
  /** A team's dictionary by its path as the editor's settings have it. */
  readonly readDictionary: (written: string, folder: string | undefined) => Promise<ReadDictionary>;
  readonly segmenters: Segmenters;
  /** Where a document stands for the search of configuration files; undefined where there is nothing to search. */
  readonly pathOf: (uri: string) => string | undefined;
  /** Called with the mistakes that count for a document, whenever its settings were read. */
  readonly report: (uri: string, problems: readonly ConfigProblem[]) => void;
  /** Called with mistakes in the editor's settings. */
  readonly tell: (mistake: string) => void;
}

/** What holds for a file on disk. */
export interface FileSettings {
  readonly settings: RuleSettings;
  /** Its configuration leaves it out. */
  readonly ignored: boolean;
  readonly problems: readonly ConfigProblem[];
}

/** The settings by which each document is checked: defaults < editor < nearest configuration file. */
export interface Settings {
  /** Of an open document: the same object until `forget`, and after it too where nothing has changed. */
  readonly of: (uri: string) => Promise<RuleSettings>;
  /** Of a file below a workspace folder. */
  readonly ofFile: (file: string, folderUri: string) => Promise<FileSettings>;
  /** Full path of the folder of the archive that an open document is compared with. */
  readonly archiveOf: (uri: string) => Promise<string | undefined>;
  /** Characters a minute at which an open document is read aloud: its configuration file, or the editor's settings. */
  readonly rateOf: (uri: string) => Promise<number>;
  /** The same for many files below one workspace folder; the editor is asked once. */
  readonly filesOf: (folderUri: string) => Promise<(file: string) => Promise<FileSettings>>;
  /** How words are cut under settings that `of` or `ofFile` gave. */
  readonly segmenterOf: (settings: RuleSettings) => Segmenter;
  /** The section `hegao` of the editor's settings, with the keys that are not about rules. */
  readonly editorSection: SettingsSources['editorSection'];
  /** Forgets a document that was closed. */
  readonly closed: (uri: string) => void;
  /** Forgets what was read, after the editor's settings or a configuration file changed. */
  readonly forget: () => void;
}

/** What the editor's settings come to. */
interface Base {
  readonly settings: RuleSettings;
  readonly loader: ConfigLoader;
  readonly problems: readonly ConfigProblem[];
}

/** A draft that its configuration leaves out: no rule runs. */
const NOTHING: RuleSettings = {};

/** Makes the settings. Where a configuration file has mistakes the editor's settings stand alone. */
export function createSettings(sources: SettingsSources): Settings {
  let known = new Map<string, Promise<RuleSettings>>();
  let bases = new Map<string, Promise<Base>>();
  const { share, segmenterOf, age } = createSharing();
  const { segmenters, tell } = sources;

  const baseFor = async (scopeUri: string): Promise<Base> => {
    const section = editorKeys(await sources.editorSection(scopeUri));
    const folder = sources.folderOf(scopeUri);
    const key = JSON.stringify([section, folder]);
    const base = bases.get(key) ?? readBase(section, folder);
    bases.set(key, base);
    return base;
  };

  const readBase = async (section: unknown, folder: string | undefined): Promise<Base> => {
    const { settings, segmenter: wish, mistakes } = sources.readSection(section);
    for (const mistake of mistakes) tell(mistake);
    const path = wish.dictionary?.path ?? '';
    const read = path === '' ? undefined : await sources.readDictionary(path, folder);
    if (read && 'failure' in read) tell(`编辑器设置 hegao.segmenter.dictionary 有误：${read.failure}`);
    const segmenter = {
      ...(read && 'dictionary' in read ? { dictionary: read.dictionary } : {}),
      words: wish.words ?? PLAIN.words,
    };
    return {
      settings: share(settings, segmenters.of(segmenter)),
      loader: sources.createLoader(settings, segmenter),
      problems: read && 'problems' in read ? read.problems : [],
    };
  };

  const read = async (file: string | undefined, scopeUri: string): Promise<FileSettings> =>
    readWith(await baseFor(scopeUri), file);

  const readWith = async (
    { settings, loader, problems }: Base,
    file: string | undefined,
  ): Promise<FileSettings> => {
    if (file === undefined) return { settings, ignored: false, problems };
    const settled = await loader.settingsFor(file);
    if (settled.problems) return { settings, ignored: false, problems: [...problems, ...settled.problems] };
    const own = share(settled.settings, segmenters.of(settled.segmenter));
    return { settings: own, ignored: settled.ignored, problems };
  };

  const readOpen = async (uri: string): Promise<RuleSettings> => {
    const readFor = known;
    const { settings, ignored, problems } = await read(sources.pathOf(uri), uri);
    if (readFor === known && known.has(uri)) sources.report(uri, problems);
    return ignored ? NOTHING : settings;
  };

  return {
    of(uri) {
      const settings = known.get(uri) ?? readOpen(uri);
      known.set(uri, settings);
      return settings;
    },
    ofFile: read,
    async archiveOf(uri) {
      const file = sources.pathOf(uri);
      const folder = sources.folderOf(uri);
      const { loader } = await baseFor(uri);
      const settled = file === undefined ? undefined : await loader.settingsFor(file);
      if (settled && !settled.problems && settled.archive !== undefined) return settled.archive;
      return folder === undefined ? undefined : archiveIn(folder);
    },
    async rateOf(uri) {
      const file = sources.pathOf(uri);
      const { loader } = await baseFor(uri);
      const settled = file === undefined ? undefined : await loader.settingsFor(file);
      return settled?.problems === undefined && settled?.rate !== undefined
        ? settled.rate
        : rateIn(await sources.editorSection(uri));
    },
    async filesOf(folderUri) {
      const base = await baseFor(folderUri);
      return (file) => readWith(base, file);
    },
    editorSection: sources.editorSection,
    segmenterOf: (settings) => segmenterOf(settings) ?? segmenters.of(PLAIN),
    closed(uri) {
      known.delete(uri);
    },
    forget() {
      known = new Map();
      bases = new Map();
      age();
    },
  };
}

/** `speech.charactersPerMinute` of the editor's section; the usual rate where it says none that can be. */
function rateIn(section: unknown): number {
  const rate = (section as { speech?: { charactersPerMinute?: unknown } } | null)?.speech
    ?.charactersPerMinute;
  return isRate(rate) ? rate : READING_RATE;
}
