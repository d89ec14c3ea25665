import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { plain } from '../plainText.ts';
import { type CheckWorkspaceResult, checkWorkspaceRequest } from '../protocol/index.ts';
import type { ReviewList } from '../review/list.ts';
import { openFile } from '../review/places.ts';
import type { Session } from '../session.ts';
import type { WorkspaceFindings } from '../workspaceFindings.ts';

/** For callers other than the user: hear of the progress, cancel. */
export interface CheckPlaceholdersOptions {
  readonly token?: vscode.CancellationToken;
  readonly onProgress?: (message: string | undefined, percentage: number | undefined) => void;
}

export interface CheckPlaceholdersOutcome {
  readonly state: 'done' | 'cancelled' | 'unavailable';
  /** Files with something to fill in, and how many places in all; open files count too. */
  readonly files: number;
  readonly places: number;
}

const NOTHING = { files: 0, places: 0 } as const;
const NO_FOLDER = '请先打开存放讲话稿的文件夹。';
const NO_DISK =
  '打开的文件夹不在本机或远程主机的磁盘上，此处只能检查已打开的文件。请用网页版打开，或先把文件夹存到磁盘上。';

/** 检查占位符: the whole workspace, the same files as `hegao placeholders .`, with progress and a way to cancel. */
export async function checkPlaceholders(
  session: Session,
  { findings, list }: { readonly findings: WorkspaceFindings; readonly list: ReviewList },
  options: CheckPlaceholdersOptions = {},
): Promise<CheckPlaceholdersOutcome> {
  const opened = vscode.workspace.workspaceFolders ?? [];
  const folders = opened.filter((folder) => session.reads(folder.uri));
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(opened.length === 0 ? NO_FOLDER : NO_DISK);
    return { state: 'unavailable', ...NOTHING };
  }
  const client = await session.client();
  if (client === undefined) return { state: 'unavailable', ...NOTHING };

  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: '检查占位符', cancellable: true },
    (progress, token) =>
      request(
        client,
        folders.map((folder) => folder.uri.toString()),
        progress,
        token,
        options,
      ),
  );
  if (result === undefined) return { state: 'cancelled', ...NOTHING };

  const converted = await Promise.all(
    result.files.map(
      async (file) =>
        [
          client.protocol2CodeConverter.asUri(file.uri),
          await client.protocol2CodeConverter.asDiagnostics(file.diagnostics),
        ] as const,
    ),
  );
  findings.replace(converted);
  list.replaceChecked(
    result.files.map(({ uri, speeches }) =>
      openFile(client, client.protocol2CodeConverter.asUri(uri), null, speeches),
    ),
  );
  const withFindings = result.files.filter((file) => file.diagnostics.length > 0);
  const outcome = {
    state: 'done',
    files: withFindings.length,
    places: withFindings.reduce((sum, file) => sum + file.diagnostics.length, 0),
  } as const;
  report(outcome, result.failures);
  return outcome;
}

/** The server's answer; undefined when cancelled. */
async function request(
  client: BaseLanguageClient,
  folders: readonly string[],
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  userToken: vscode.CancellationToken,
  options: CheckPlaceholdersOptions,
): Promise<CheckWorkspaceResult | undefined> {
  const source = new vscode.CancellationTokenSource();
  const cancel = () => source.cancel();
  const workDoneToken = `hegao-check-${crypto.randomUUID()}`;
  let done = 0;
  const disposables = [
    source,
    userToken.onCancellationRequested(cancel),
    ...(options.token === undefined ? [] : [options.token.onCancellationRequested(cancel)]),
    client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      const percentage = value.kind === 'end' ? undefined : value.percentage;
      const increment = percentage === undefined ? 0 : Math.max(0, percentage - done);
      done += increment;
      progress.report({ ...(value.message === undefined ? {} : { message: value.message }), increment });
      options.onProgress?.(value.message, percentage);
    }),
  ];
  if (options.token?.isCancellationRequested) cancel();
  try {
    const result = await client.sendRequest(checkWorkspaceRequest, { folders, workDoneToken }, source.token);
    return source.token.isCancellationRequested ? undefined : result;
  } catch (error) {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    vscode.Disposable.from(...disposables).dispose();
  }
}

function report(outcome: CheckPlaceholdersOutcome, failures: readonly string[]): void {
  const summary =
    outcome.places === 0
      ? '没有发现待补之处。'
      : `${outcome.files}个文件中还有${outcome.places}处待补或待删，已列在“问题”面板，待补之处另见待补清单。`;
  const show = failures.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const failed =
    failures.length > 0 ? `另有${failures.length}项未能检查：${failures.slice(0, 5).join('；')}` : '';
  void show(plain(summary + failed), ...(outcome.places === 0 ? [] : ['打开问题面板'])).then((choice) => {
    if (choice !== undefined) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}
