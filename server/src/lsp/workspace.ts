import path from 'node:path';
import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../engine/check.ts';
import type { RuleSettings } from '../engine/types.ts';
import { findFiles } from '../files/find.ts';
import { readText } from '../files/read.ts';
import { toDiagnostic } from './convert.ts';
import { nextTurn, throwIfCancelled } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import type { CheckWorkspaceResult } from './protocol.ts';
import type { Settings } from './settings.ts';
import { filePath, fileUri } from './uris.ts';

/** What checking files on disk takes. */
export interface WorkspaceCheck {
  /** A checker of its own, so that many files do not crowd out what is remembered of the open ones. */
  readonly checker: Checker;
  readonly settings: Settings;
  readonly openDocuments: () => readonly TextDocument[];
  readonly features: ClientFeatures;
  readonly progress: WorkDoneProgressReporter;
}

/** A file to check. */
interface Target {
  readonly file: string;
  readonly folderUri: string;
}

/**
 * Checks all drafts below folders for what is still to be filled in or deleted: the files of
 * `hegao placeholders FOLDER`, an open one as it stands in the editor.
 */
export async function checkWorkspace(
  folders: readonly string[],
  token: CancellationToken,
  { checker, settings, openDocuments, features, progress }: WorkspaceCheck,
): Promise<CheckWorkspaceResult> {
  progress.begin('检查占位符', 0, undefined, true);
  try {
    const failures = new Set<string>();
    const targets = await findTargets(folders, failures);
    const open = new Map(openDocuments().map((document) => [filePath(document.uri), document]));
    const only = createFilter();
    const files: { uri: string; diagnostics: ReturnType<typeof toDiagnostic>[] }[] = [];
    let percentage = 0;
    for (const [index, { file, folderUri }] of targets.entries()) {
      await nextTurn();
      throwIfCancelled(token);
      const done = Math.floor((index / targets.length) * 100);
      if (done > percentage) {
        progress.report(done, `${index}／${targets.length}`);
        percentage = done;
      }
      const own = await settings.ofFile(file, folderUri);
      for (const { file: config, line, message } of own.problems) {
        failures.add(`${config} 第${line}行：${message}`);
      }
      if (own.ignored) continue;
      const document = open.get(file) ?? documentOf(file, failures);
      if (!document) continue;
      const draft = checker.read(document.getText(), isMarkdown(document, file) ? 'markdown' : 'text');
      const result = checker.check(draft, only(own.settings));
      for (const { message } of result.failures) failures.add(`${file}：${message}`);
      files.push({
        uri: document.uri,
        diagnostics: result.findings.map((finding) => toDiagnostic(document, finding, features)),
      });
    }
    return { files, failures: [...failures] };
  } finally {
    progress.done();
  }
}

async function findTargets(folders: readonly string[], failures: Set<string>): Promise<readonly Target[]> {
  const targets = new Map<string, Target>();
  for (const folderUri of folders) {
    const folder = filePath(folderUri);
    if (folder === undefined) {
      failures.add(`${folderUri}：不是本机文件夹，未检查`);
      continue;
    }
    for (const found of await findFiles(['.'], folder)) {
      const file = path.resolve(folder, found.path);
      if (found.failure !== undefined) failures.add(`${file}：${found.failure}`);
      else if (!targets.has(file)) targets.set(file, { file, folderUri });
    }
  }
  return [...targets.values()];
}

function documentOf(file: string, failures: Set<string>): TextDocument | undefined {
  const read = readText(file);
  if ('text' in read) return TextDocument.create(fileUri(file), '', 0, read.text);
  failures.add(`${file}：${read.failure}`);
  return undefined;
}

function isMarkdown({ languageId }: TextDocument, file: string): boolean {
  return languageId === '' ? /\.md$/i.test(file) : languageId === 'markdown';
}

/** Keeps the rules for what is still to be filled in or deleted, at the levels of the settings. */
function createFilter(): (settings: RuleSettings) => RuleSettings {
  const filtered = new WeakMap<RuleSettings, RuleSettings>();
  return (settings) => {
    const known =
      filtered.get(settings) ??
      Object.fromEntries(Object.entries(settings).filter(([id]) => /^(?:placeholder|leftover)-/.test(id)));
    filtered.set(settings, known);
    return known;
  };
}
