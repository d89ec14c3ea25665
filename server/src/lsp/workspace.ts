import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createFactMemory } from '../facts/facts.ts';
import { toDiagnostic } from './convert.ts';
import { throwIfCancelled } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { createFileCheck, type FileCheck, type Target } from './file-check.ts';
import type { Files } from './host.ts';
import { openSpeeches } from './open-items.ts';
import type { CheckedFile, CheckWorkspaceResult } from './protocol/index.ts';
import { nextTurn } from './turn.ts';

/** What checking files that are not open takes; the checker is its own, so that many files do not crowd out the open ones. */
export interface WorkspaceCheck extends FileCheck {
  readonly openDocuments: () => readonly TextDocument[];
  readonly features: ClientFeatures;
  readonly progress: WorkDoneProgressReporter;
}

/**
 * Checks all drafts below folders for what is still to be filled in or deleted: the files of
 * `hegao placeholders FOLDER`, an open one as it stands in the editor.
 */
export async function checkWorkspace(
  folders: readonly string[],
  token: CancellationToken,
  { openDocuments, features, progress, ...check }: WorkspaceCheck,
): Promise<CheckWorkspaceResult> {
  progress.begin('检查占位符', 0, undefined, true);
  try {
    const host = check.files;
    const failures = new Set<string>();
    const targets = await findTargets(folders, host, failures);
    const open = new Map(openDocuments().map((document) => [host.pathOf(document.uri), document]));
    const checkFile = createFileCheck(check);
    const memory = createFactMemory();
    const files: CheckedFile[] = [];
    let percentage = 0;
    for (const [index, target] of targets.entries()) {
      await nextTurn();
      throwIfCancelled(token);
      const done = Math.floor((index / targets.length) * 100);
      if (done > percentage) {
        progress.report(done, `${index}／${targets.length}`);
        percentage = done;
      }
      const document = open.get(target.file);
      const checked = await checkFile({ ...target, document }, (sentence) => failures.add(sentence));
      if (!checked) continue;
      files.push({
        uri: checked.document.uri,
        diagnostics: checked.findings.map((finding) => toDiagnostic(checked.document, finding, features)),
        speeches: openSpeeches(checked, memory),
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
