import type { Connection } from 'vscode-languageserver';
import { rules } from '../rules/index.ts';
import { createSettingsChecker } from './checkers.ts';
import type { Host } from './host.ts';
import { checkWorkspaceParams } from './params.ts';
import { checkWorkspaceRequest } from './protocol/index.ts';
import { checkWorkspace, type WorkspaceCheck } from './workspace.ts';

/** What checking the files of a workspace needs of the server. */
export type WorkspaceHost = Omit<WorkspaceCheck, 'checker' | 'progress'> & Pick<Host, 'ready'>;

/** Answers 检查占位符 for the files of a workspace. */
export function serveWorkspace(connection: Connection, { ready, ...host }: WorkspaceHost): void {
  connection.onRequest(checkWorkspaceRequest, async (params, token) => {
    const { folders, workDoneToken } = checkWorkspaceParams(params);
    await ready();
    return checkWorkspace(folders, token, {
      ...host,
      checker: createSettingsChecker(rules, host.settings),
      progress: connection.window.attachWorkDoneProgress(workDoneToken),
    });
  });
}
