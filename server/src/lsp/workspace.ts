import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../engine/check.ts';
import { quiet } from '../engine/quiet.ts';
import type { RuleSettings } from '../engine/types.ts';
import { toDiagnostic } from './convert.ts';
import { throwIfCancelled } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import type { Files } from './host.ts';
import type { CheckWorkspaceResult } from './protocol.ts';
import type { Settings } from './settings.ts';
import type { Silences } from './silences.ts';
import { nextTurn } from './turn.ts';

/** What checking files that are not open takes. */
export interface WorkspaceCheck {
  readonly files: Files;
  /** A checker of its own, so that many files do not crowd out what is remembered of the open ones. */
  readonly checker: Checker;
  readonly settings: Settings;
  readonly silences: Pick<Silences, 'ofFile'>;
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
  { files: host, checker, settings, silences, openDocuments, features, progress }: WorkspaceCheck,
): Promise<CheckWorkspaceResult> {
  progress.begin('检查占位符', 0, undefined, true);
  try {
    const failures = new Set<string>();
    const targets = await findTargets(folders, host, failures);
    const open = new Map(openDocuments().map((document) => [host.pathOf(document.uri), document]));
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
      const decided = await silences.ofFile(file);
      for (const { file: config, line, message } of [...own.problems, ...decided.problems]) {
        failures.add(`${host.show(config)} 第${line}行：${message}`);
      }
      if (own.ignored) continue;
      const document = open.get(file) ?? (await documentOf(file, host, failures));
      if (!document) continue;
      const draft = checker.read(document.getText(), isMarkdown(document, file) ? 'markdown' : 'text');
      const result = checker.check(draft, only(own.settings));
      for (const { message } of result.failures) failures.add(`${host.show(file)}：${message}`);
      const { findings } = quiet(result.findings, draft, decided.silences);
      files.push({
        uri: document.uri,
        diagnostics: findings.map((finding) => toDiagnostic(document, finding, features)),
      });
    }
    return { files, failures: [...failures] };
  } finally {
    progress.done();
  }
}

async function findTargets(
  folders: readonly string[],
  { pathOf, findDrafts, show }: Files,
  failures: Set<string>,
): Promise<readonly Target[]> {
  const targets = new Map<string, Target>();
  for (const folderUri of folders) {
    const folder = pathOf(folderUri);
    if (folder === undefined) {
      failures.add(`${folderUri}：不是本机文件夹，未检查`);
      continue;
    }
    for (const { path: file, failure } of await findDrafts(folder)) {
      if (failure !== undefined) failures.add(`${show(file)}：${failure}`);
      else if (!targets.has(file)) targets.set(file, { file, folderUri });
    }
  }
  return [...targets.values()];
}

async function documentOf(
  file: string,
  { read, show, uriOf }: Files,
  failures: Set<string>,
): Promise<TextDocument | undefined> {
  const found = (await read(file)) ?? { failure: '没有这个文件或文件夹' };
  if ('text' in found) return TextDocument.create(uriOf(file), '', 0, found.text);
  failures.add(`${show(file)}：${found.failure}`);
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
