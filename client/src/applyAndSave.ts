import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  ClientCapabilities,
  FeatureState,
  WorkspaceEdit,
} from 'vscode-languageclient';

/** The command that the server's quick fixes name; the underscore keeps it out of lists: it is not for people. */
export const APPLY_AND_SAVE = '_hegao.applyAndSave';

/** Tells the server that this client has the command, and the list of what is left to fill in. */
export const applyAndSaveFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.experimental = {
      ...(capabilities.experimental as object),
      hegao: { applyAndSave: true, review: true, reuse: true },
    };
  },
  initialize: (): void => {},
  getState: (): FeatureState => ({ kind: 'static' }),
  clear: (): void => {},
};

/**
 * Applies an edit of the server and saves the files that it changed, so that a decision counts at once. A file with
 * other unsaved changes is left open for the user to save. False when the edit could not be applied.
 */
export async function applyAndSave(
  client: BaseLanguageClient | undefined,
  edit: WorkspaceEdit,
): Promise<boolean> {
  if (client === undefined) return false;
  const own = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  const uris = own.entries().map(([uri]) => uri);
  const isDirty = (uri: vscode.Uri) =>
    vscode.workspace.textDocuments.some((d) => d.isDirty && d.uri.toString() === uri.toString());
  const dirty = new Set(uris.filter(isDirty).map(String));
  if (!(await vscode.workspace.applyEdit(own))) return false;
  for (const uri of uris.filter((changed) => !dirty.has(changed.toString()))) {
    await (await vscode.workspace.openTextDocument(uri)).save();
  }
  return true;
}
