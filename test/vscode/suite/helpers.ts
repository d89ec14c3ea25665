import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { HegaoApi } from '../../../client/src/activate.ts';

/** How long a change may take before the test says what it saw last. Nothing waits this long when all is well. */
const PATIENCE_MS = 60_000;

/** What the extension shows of itself, once it is active. */
export async function api(): Promise<HegaoApi> {
  const extension = vscode.extensions.getExtension<HegaoApi>('hegao.hegao');
  assert.ok(extension, 'the extension hegao.hegao is not installed');
  return extension.activate();
}

/** Opens a new unsaved document in an editor. */
export async function openText(content: string, language = 'hegao-speech'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Opens a file of the test workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceUri(name));
  return vscode.window.showTextDocument(document, { preview: false });
}

export function workspaceUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests need a folder');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Closes every editor without saving. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The findings of this extension in a document. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'hegao');
}

/** Rule ids of the findings, in the order of the text. */
export function ruleIds(uri: vscode.Uri): string[] {
  return [...findings(uri)]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((diagnostic) =>
      String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code),
    );
}

/** Resolves as soon as the findings of a document are as wanted; looks again whenever VS Code reports a change. */
export function findingsOnce(
  uri: vscode.Uri,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually(
    (listener) => vscode.languages.onDidChangeDiagnostics(listener),
    () => (wanted(findings(uri)) ? findings(uri) : undefined),
    () => `findings: ${JSON.stringify(findings(uri).map((found) => [found.code, found.message]))}`,
  );
}

/** Resolves with what `look` sees, as soon as that is not undefined; looks now and after each event. */
export function eventually<T>(
  subscribe: (listener: () => void) => vscode.Disposable,
  look: () => T | undefined,
  describe: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(deadline);
      subscription.dispose();
      settle();
    };
    const check = (): void => {
      const seen = look();
      if (seen !== undefined) finish(() => resolve(seen));
    };
    const deadline = setTimeout(
      () => finish(() => reject(new Error(`still waiting; ${describe()}`))),
      PATIENCE_MS,
    );
    const subscription = subscribe(check);
    check();
  });
}

/** Where `text` stands first. */
export function positionOf({ document }: vscode.TextEditor, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `the document lacks ${text}`);
  return document.positionAt(offset);
}

/** Puts the cursor on the first place where `text` stands. */
export async function cursorAt(editor: vscode.TextEditor, text: string): Promise<void> {
  const position = positionOf(editor, text);
  const cursor = new vscode.Selection(position, position);
  if (editor.selection.isEqual(cursor)) return;
  await selecting(
    editor,
    (selection) => selection.isEqual(cursor),
    () => {
      editor.selection = cursor;
    },
  );
}

/** Does something that moves the selection, and waits until the workbench says that it is where it was wanted. */
export async function selecting(
  editor: vscode.TextEditor,
  wanted: (selection: vscode.Selection) => boolean,
  act: () => unknown,
): Promise<void> {
  let last: vscode.Selection | undefined;
  const moved = eventually(
    (listener) =>
      vscode.window.onDidChangeTextEditorSelection((event) => {
        if (event.textEditor === editor) [last] = event.selections;
        listener();
      }),
    () => (last !== undefined && wanted(last) ? true : undefined),
    () => `selected: ${last === undefined ? 'no change' : editor.document.getText(last)}`,
  );
  await act();
  await moved;
}

/** Replaces the first `text` of the document, as one edit. */
export async function replaceText(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const start = positionOf(editor, text);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + text.length);
  assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), by)));
}
