import * as vscode from 'vscode';
import { closeAll, workspaceUri } from './helpers.ts';

/** A folder of the test workspace. */
export interface OwnFolder {
  /** Path of a file in it, from the workspace. */
  readonly path: (name: string) => string;
  readonly write: (name: string, text: string) => Promise<vscode.Uri>;
  readonly read: (name: string) => Promise<string>;
  /** Names of the files in it, sorted. */
  readonly names: () => Promise<readonly string[]>;
}

/**
 * Gives each test of a suite a folder that goes when the test ends. Each has its own: VS Code may still know the text of a
 * file that was there a moment ago.
 */
export function ownFolder(title: string): OwnFolder {
  let count = 0;
  const path = (name: string): string => `${title}${count}/${name}`;
  const here = (): vscode.Uri => workspaceUri(`${title}${count}`);
  beforeEach(() => {
    count++;
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(here(), { recursive: true });
  });
  return {
    path,
    async write(name, text) {
      const uri = workspaceUri(path(name));
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      return uri;
    },
    read: async (name) =>
      new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(path(name)))),
    async names() {
      const entries = await vscode.workspace.fs.readDirectory(here());
      return entries.map(([name]) => name).sort();
    },
  };
}
