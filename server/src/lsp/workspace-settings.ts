import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import type { Reach } from '../config/chain.ts';
import { IGNORE_NAME } from '../config/ignore-file.ts';
import { createConfigLoader } from '../config/loader.ts';
import { CONFIG_NAMES, isConfigFile } from '../config/locate.ts';
import type { Rule } from '../engine/types.ts';
import { DRAFT_EXTENSIONS, isDraftName } from '../files/drafts.ts';
import { below } from '../files/paths.ts';
import { createDictionaries } from './dictionaries.ts';
import { readEditorSection } from './editor-settings.ts';
import type { ClientFeatures } from './features.ts';
import type { WorkspaceFolders } from './folders.ts';
import type { Files } from './host.ts';
import { createSettings, type Settings, type SettingsSources } from './settings.ts';
import { createSilences, type Silences } from './silences.ts';
import { draftPath, isConfigUri } from './uris.ts';

/** What the settings need to know of the rest of the server. */
export interface SettingsUser extends Pick<SettingsSources, 'report' | 'tell' | 'segmenters'> {
  readonly rules: readonly Rule[];
  readonly files: Files;
  /** How far configuration files reach. */
  readonly reach?: Reach | undefined;
  readonly folders: WorkspaceFolders;
  /** Called after the editor's settings or a configuration file changed. */
  readonly changed: () => void;
  /** Called once the client may be asked for settings. */
  readonly started: () => void;
  /** Called with a draft that was made, changed or removed on disk. */
  readonly draftChanged: (uri: string) => void;
}

/** Settings that come from this client and from the files around its documents, and hear of changes to both. */
export function connectSettings(
  connection: Connection,
  features: ClientFeatures,
  { initializationOptions }: InitializeParams,
  { rules, files, reach, folders, segmenters, report, tell, changed, started, draftChanged }: SettingsUser,
): {
  readonly settings: Settings;
  readonly silences: Silences;
} {
  // Clients that cannot be asked send their settings at the start, and again with each change.
  let sent: unknown = initializationOptions;

  const dictionaries = createDictionaries(connection, features, files);

  const noted = (error: unknown) => connection.console.warn(`未能登记：${String(error)}`);
  connection.onInitialized(() => {
    const { client, workspace } = connection;
    if (features.watchesConfiguration) {
      client.register(DidChangeConfigurationNotification.type, { section: 'hegao' }).catch(noted);
    }
    if (features.watchesFiles) {
      const names = [...CONFIG_NAMES, IGNORE_NAME, `*.{${DRAFT_EXTENSIONS.join()}}`];
      const watchers = names.map((name) => ({ globPattern: `**/${name}` }));
      client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(noted);
    }
    if (features.watchesFolders) {
      workspace.onDidChangeWorkspaceFolders((event) => {
        folders.change(event);
        changed();
      });
    }
    started();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (!features.configuration) sent = (settings as { hegao?: unknown } | null)?.hegao ?? sent;
    changed();
  });
  connection.onDidChangeWatchedFiles((params) => {
    if (params.changes.some(({ uri }) => isConfigUri(files, uri)) || dictionaries.concerns(params)) changed();
    for (const { uri } of params.changes) if (isDraftName(files.pathOf(uri) ?? uri)) draftChanged(uri);
  });

  const rootFolder = () =>
    folders
      .uris()
      .map(files.pathOf)
      .find((folder) => folder !== undefined);
  const readConfig = async (file: string): Promise<string | undefined> => {
    const read = await files.read(file);
    if (read && !isConfigFile(file)) dictionaries.watch(file);
    if (read && 'failure' in read) throw new Error(read.failure);
    return read?.text;
  };

  const silences = createSilences(
    rules.map(({ meta }) => meta.id),
    files,
    readConfig,
  );
  const settings = createSettings({
    async editorSection(scopeUri) {
      if (!features.configuration) return sent;
      const section: unknown = await connection.workspace
        .getConfiguration({ scopeUri, section: 'hegao' })
        .catch(() => undefined);
      return section ?? sent;
    },
    readSection: (section) => readEditorSection(section, rules),
    createLoader: (defaults, segmenter) =>
      createConfigLoader(rules, readConfig, {
        defaults,
        segmenter,
        readBytes: dictionaries.readBytes,
        reach,
      }),
    readDictionary: dictionaries.read,
    folderOf(scopeUri) {
      const path = files.pathOf(scopeUri);
      const holds = (folder: string) => path !== undefined && below(folder, path) !== undefined;
      const paths = folders
        .uris()
        .map(files.pathOf)
        .filter((folder) => folder !== undefined);
      return paths.find((folder) => folder === path || holds(folder)) ?? rootFolder();
    },
    segmenters,
    pathOf: (uri) => draftPath(files, uri, rootFolder()),
    report(uri, problems) {
      const file = files.pathOf(uri);
      if (file === undefined) report(uri, problems);
      else void silences.ofFile(file).then((decided) => report(uri, [...problems, ...decided.problems]));
    },
    tell,
  });
  return { settings, silences };
}
