import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { createConfigLoader } from '../config/loader.ts';
import { CONFIG_NAMES } from '../config/locate.ts';
import type { Rule } from '../engine/types.ts';
import { readConfigFile } from './config-file.ts';
import { readEditorSection } from './editor-settings.ts';
import type { ClientFeatures } from './features.ts';
import { createSettings, type Settings, type SettingsSources } from './settings.ts';
import { filePath, isConfigUri } from './uris.ts';

/** What the settings need to know of the rest of the server. */
export interface SettingsUser extends Pick<SettingsSources, 'report' | 'tell'> {
  readonly rules: readonly Rule[];
  /** Called after the editor's settings or a configuration file changed. */
  readonly changed: () => void;
}

/** Settings that come from this client and from the files around its documents, and hear of changes to both. */
export function connectSettings(
  connection: Connection,
  features: ClientFeatures,
  { initializationOptions, workspaceFolders, rootUri }: InitializeParams,
  { rules, report, tell, changed }: SettingsUser,
): Settings {
  // Clients that cannot be asked send their settings at the start, and again with each change.
  let sent: unknown = initializationOptions;
  let folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);

  const noted = (error: unknown) => connection.console.warn(`未能登记：${String(error)}`);
  connection.onInitialized(() => {
    const { client, workspace } = connection;
    if (features.watchesConfiguration) {
      client.register(DidChangeConfigurationNotification.type, { section: 'hegao' }).catch(noted);
    }
    if (features.watchesFiles) {
      const watchers = CONFIG_NAMES.map((name) => ({ globPattern: `**/${name}` }));
      client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(noted);
    }
    if (features.watchesFolders) {
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        changed();
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (!features.configuration) sent = (settings as { hegao?: unknown } | null)?.hegao ?? sent;
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isConfigUri(uri))) changed();
  });

  return createSettings({
    async editorSection(scopeUri) {
      if (!features.configuration) return sent;
      const section: unknown = await connection.workspace
        .getConfiguration({ scopeUri, section: 'hegao' })
        .catch(() => undefined);
      return section ?? sent;
    },
    readSection: (section) => readEditorSection(section, rules),
    createLoader: (defaults) => createConfigLoader(rules, readConfigFile, { defaults }),
    rootFolder: () => folders.map(filePath).find((folder) => folder !== undefined),
    report,
    tell,
  });
}
