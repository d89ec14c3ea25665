import type { ConfigLoader } from '../config/loader.ts';
import type { ConfigProblem } from '../config/problem.ts';
import type { RuleOptions, RuleSettings } from '../engine/types.ts';
import { type EditorSettings, editorKeys } from './editor-settings.ts';
import { draftPath } from './uris.ts';

/** Where the settings of a document come from. */
export interface SettingsSources {
  /** The section `hegao` of the editor's settings for a document or folder. Does not fail. */
  readonly editorSection: (scopeUri: string) => Promise<unknown>;
  readonly readSection: (section: unknown) => EditorSettings;
  /** The configuration files over what holds without them. */
  readonly createLoader: (defaults: RuleSettings) => ConfigLoader;
  /** The folder in which a document without a path is taken to be. */
  readonly rootFolder: () => string | undefined;
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
  /** Forgets a document that was closed. */
  readonly closed: (uri: string) => void;
  /** Forgets what was read, after the editor's settings or a configuration file changed. */
  readonly forget: () => void;
}

interface Base {
  readonly settings: RuleSettings;
  readonly loader: ConfigLoader;
}

/** A draft that its configuration leaves out: no rule runs. */
const NOTHING: RuleSettings = {};

/** Makes the settings. Where a configuration file has mistakes the editor's settings stand alone. */
export function createSettings(sources: SettingsSources): Settings {
  let known = new Map<string, Promise<RuleSettings>>();
  let bases = new Map<string, Base>();
  const share = createSharing();

  const baseFor = async (scopeUri: string): Promise<Base> => {
    const section = editorKeys(await sources.editorSection(scopeUri));
    const key = JSON.stringify(section);
    const same = bases.get(key);
    if (same) return same;
    const { settings, mistakes } = sources.readSection(section);
    for (const mistake of mistakes) sources.tell(mistake);
    const base = { settings: share(settings), loader: sources.createLoader(settings) };
    bases.set(key, base);
    return base;
  };

  const read = async (file: string | undefined, scopeUri: string): Promise<FileSettings> => {
    const { settings, loader } = await baseFor(scopeUri);
    if (file === undefined) return { settings, ignored: false, problems: [] };
    const settled = await loader.settingsFor(file);
    if (settled.problems) return { settings, ignored: false, problems: settled.problems };
    return { settings: share(settled.settings), ignored: settled.ignored, problems: [] };
  };

  const readOpen = async (uri: string): Promise<RuleSettings> => {
    const readFor = known;
    const { settings, ignored, problems } = await read(draftPath(uri, sources.rootFolder()), uri);
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
    closed(uri) {
      known.delete(uri);
    },
    forget() {
      known = new Map();
      bases = new Map();
    },
  };
}

/**
 * Equal settings become one object, and equal options of a rule too: what the engine remembers of a
 * paragraph is kept by options object.
 */
function createSharing(): (settings: RuleSettings) => RuleSettings {
  const made = new WeakMap<RuleSettings, RuleSettings>();
  const shared = new Map<string, RuleSettings>();
  const options = new Map<string, RuleOptions>();
  const shareOptions = (id: string, own: RuleOptions): RuleOptions => {
    const key = JSON.stringify([id, own]);
    const same = options.get(key) ?? own;
    options.set(key, same);
    return same;
  };
  return (settings) => {
    const before = made.get(settings);
    if (before) return before;
    const key = JSON.stringify(settings);
    const same =
      shared.get(key) ??
      Object.fromEntries(
        Object.entries(settings).map(([id, setting]) => [
          id,
          { level: setting.level, options: shareOptions(id, setting.options) },
        ]),
      );
    shared.set(key, same);
    made.set(settings, same);
    return same;
  };
}
