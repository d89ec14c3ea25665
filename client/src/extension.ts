import * as vscode from 'vscode';
import { checkCurrentFile } from './commands/checkCurrentFile.ts';
import { type CheckPlaceholdersOptions, checkPlaceholders } from './commands/checkPlaceholders.ts';
import { nextPlaceholder } from './commands/nextPlaceholder.ts';
import { previousPlaceholder } from './commands/previousPlaceholder.ts';
import { renumber } from './commands/renumber.ts';
import { createSession, type Session } from './session.ts';
import { createStatusBar, type StatusBar } from './statusBar.ts';
import { createWorkspaceFindings } from './workspaceFindings.ts';

/** What other extensions, and the tests, can see of this one. */
export interface HegaoApi {
  readonly session: Session;
  readonly statusBar: StatusBar;
}

/** Called by VS Code; the language server itself starts with the first document that is to be checked. */
export function activate(context: vscode.ExtensionContext): HegaoApi {
  const session = createSession(context);
  const findings = createWorkspaceFindings();
  const statusBar = createStatusBar(session);
  context.subscriptions.push(
    { dispose: () => session.stop() },
    findings,
    statusBar,
    session.onDidStart(() => findings.dropCovered()),
    vscode.commands.registerCommand('hegao.checkPlaceholders', (options?: CheckPlaceholdersOptions) =>
      checkPlaceholders(session, findings, options),
    ),
    vscode.commands.registerCommand('hegao.checkCurrentFile', checkCurrentFile),
    vscode.commands.registerCommand('hegao.nextPlaceholder', () => nextPlaceholder(session)),
    vscode.commands.registerCommand('hegao.previousPlaceholder', () => previousPlaceholder(session)),
    vscode.commands.registerCommand('hegao.renumber', () => renumber(session)),
  );
  return { session, statusBar };
}
