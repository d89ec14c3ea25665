import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The web address from which the workbench, this suite and what the runner prepared for it come. */
export function origin(): string {
  const extension = vscode.extensions.getExtension('hegao.hegao');
  assert.ok(extension, 'the extension hegao.hegao is not installed');
  return extension.extensionUri.with({ path: '', query: '', fragment: '' }).toString(true).replace(/\/$/, '');
}
