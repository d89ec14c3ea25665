import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, workspaceUri } from '../suite/helpers.ts';
import { origin } from './origin.ts';

/** What the runner prepared: the drafts as bytes, and what the desktop's command line finds in them. */
interface Fixtures {
  /** Base64 by path; all below one folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly report: {
    readonly files: readonly {
      readonly path: string;
      readonly findings: readonly CliFinding[];
      readonly failures: readonly unknown[];
    }[];
  };
}

interface CliFinding {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The parts of the protocol's diagnostics that both shells show. */
interface Diagnostic {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'];

describe('与桌面版一致', () => {
  let fixtures: Fixtures;

  before(async () => {
    fixtures = (await (await fetch(`${origin()}/fixtures.json`)).json()) as Fixtures;
    for (const [name, content] of Object.entries(fixtures.files)) {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      await vscode.workspace.fs.writeFile(workspaceUri(name), bytes);
    }
    await setLanguages(['hegao-speech', 'plaintext', 'markdown']);
  });

  after(async () => {
    await setLanguages(undefined);
    const [folder = ''] = Object.keys(fixtures.files)[0]?.split('/') ?? [];
    await vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true });
  });

  it('finds in every fixture, opened, what the desktop finds: rule, level, place and sentence', async () => {
    const client = await (await api()).session.client();
    assert.ok(client);
    let compared = 0;
    for (const { path, findings, failures } of fixtures.report.files) {
      // What is not UTF-8 comes decoded as the editor chooses; the next test has the server decode it.
      if (failures.length > 0 || !isUtf8(fixtures.files[path])) continue;
      const { uri } = await vscode.workspace.openTextDocument(workspaceUri(path));
      const answer: { readonly items: readonly Diagnostic[] } = await client.sendRequest(
        'textDocument/diagnostic',
        { textDocument: { uri: uri.toString() } },
      );
      const atOnce = answer.items.filter(({ code }) => code !== 'passage-reuse');
      assert.deepEqual(atOnce.map(ofServer), findings.map(ofCli), path);
      compared += 1;
    }
    assert.ok(compared > 50, `only ${compared} fixtures`);
  });

  it('finds in the same files, unopened and in any encoding, what is left to fill in', async () => {
    const client = await (await api()).session.client();
    assert.ok(client);
    const folder = workspaceUri('').toString();
    const { files, failures } = await client.sendRequest<{
      readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
      readonly failures: readonly string[];
    }>('hegao/checkWorkspace', { folders: [folder] });
    const desktop = fixtures.report.files;
    const expected = desktop
      .filter((file) => file.failures.length === 0)
      .map(({ path, findings }) => [
        workspaceUri(path).path,
        findings.filter(({ ruleId }) => /^(?:placeholder|leftover)-/.test(ruleId)).map(ofCli),
      ]);
    const inFolder = files
      .map(({ uri, diagnostics }) => [vscode.Uri.parse(uri).path, diagnostics.map(ofServer)] as const)
      .filter(([path]) => desktop.some((file) => workspaceUri(file.path).path === path));
    assert.deepEqual(inFolder, expected);
    const unreadable = desktop.filter((file) => file.failures.length > 0);
    assert.deepEqual(
      failures.map((sentence) => sentence.replace(/：.*/s, '')),
      unreadable.map(({ path }) => workspaceUri(path).path),
    );
    assert.ok(unreadable.length > 0, 'no fixture is unreadable');
  });
});

async function setLanguages(languages: readonly string[] | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('hegao')
    .update('languages', languages, vscode.ConfigurationTarget.Workspace);
}

function isUtf8(content: string | undefined): boolean {
  const bytes = Uint8Array.from(atob(content ?? ''), (character) => character.charCodeAt(0));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function ofCli({ ruleId, severity, message, range }: CliFinding): string {
  const at = ({ line, column }: Place) => `${line}:${column}`;
  return `${at(range.start)}-${at(range.end)} ${severity} ${ruleId} ${message}`;
}

function ofServer({ code, severity, message, range }: Diagnostic): string {
  const at = ({ line, character }: Diagnostic['range']['start']) => `${line + 1}:${character + 1}`;
  return `${at(range.start)}-${at(range.end)} ${SEVERITIES[severity - 1]} ${code} ${message}`;
}
