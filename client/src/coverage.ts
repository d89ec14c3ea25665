import * as vscode from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

export const SPEECH_LANGUAGE = 'hegao-speech';

/** Schemes of documents a person edits. Others (git, output, search results …) show copies of them. */
const EDITED_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata'];

/** The languages checked now: speeches always, others as `hegao.languages` says. */
export function checkedLanguages(): readonly string[] {
  const configured = vscode.workspace.getConfiguration('hegao').get<unknown>('languages');
  const others = Array.isArray(configured) ? configured.filter((item) => typeof item === 'string') : [];
  return [...new Set([SPEECH_LANGUAGE, ...others])];
}

/** The documents checked now, as the server and VS Code want it said. Virtual workspaces add their scheme. */
export function documentSelector(): TextDocumentFilter[] {
  const schemes = new Set(EDITED_SCHEMES);
  for (const folder of vscode.workspace.workspaceFolders ?? []) schemes.add(folder.uri.scheme);
  return checkedLanguages().flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
}

/** Whether the server checks this document while it is open. */
export function isCovered(document: vscode.TextDocument): boolean {
  return documentSelector().some(
    (filter) => filter.language === document.languageId && filter.scheme === document.uri.scheme,
  );
}
