import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type {
  CheckPlaceholdersOptions,
  CheckPlaceholdersOutcome,
} from '../../../client/src/commands/checkPlaceholders.ts';
import { closeAll, findings, findingsOnce, openFile, replaceText, workspaceUri } from './helpers.ts';

/** Changes that no editor made. */
const disk = vscode.workspace.fs;

const SPEECH = '分送稿/水利现场会.speech';
const NAMED = '分送稿/春耕动员.txt';
const PLAIN = '分送稿/便函.txt';
const MARKDOWN = '分送稿/座谈要点.md';

function check(options: CheckPlaceholdersOptions = {}): Thenable<CheckPlaceholdersOutcome> {
  return vscode.commands.executeCommand<CheckPlaceholdersOutcome>('hegao.checkPlaceholders', options);
}

/** How many findings each file of the workspace has. */
function counts(): Record<string, number> {
  return Object.fromEntries(
    [SPEECH, NAMED, PLAIN, MARKDOWN].map((name) => [name, findings(workspaceUri(name)).length]),
  );
}

describe('检查占位符', () => {
  afterEach(closeAll);

  it('lists what is left to fill in in files that are not open, and tells of its progress', async () => {
    const messages: (string | undefined)[] = [];
    const outcome = await check({ onProgress: (message) => messages.push(message) });
    assert.deepEqual(outcome, { state: 'done', files: 4, places: 5 });
    assert.deepEqual(counts(), { [SPEECH]: 2, [NAMED]: 1, [PLAIN]: 1, [MARKDOWN]: 1 });
    assert.ok(messages.length > 0, 'no progress was reported');
  });

  it('shows each finding once when a listed file is opened', async () => {
    await check();
    const { document } = await openFile(NAMED);
    assert.equal(document.languageId, 'hegao-speech');
    const seen: number[] = [findings(document.uri).length];
    const listening = vscode.languages.onDidChangeDiagnostics(() => seen.push(findings(document.uri).length));
    await check();
    await findingsOnce(document.uri, (all) => all.length === 1);
    listening.dispose();
    assert.ok(Math.max(...seen) <= 1, `counts seen: ${seen}`);
    await closeAll();
    await findingsOnce(document.uri, (all) => all.length === 0);
  });

  it('keeps the finding on which a reader clicked in a file that is not checked, until it is edited', async () => {
    await check();
    const editor = await openFile(PLAIN);
    assert.equal(editor.document.languageId, 'plaintext');
    assert.equal(findings(editor.document.uri).length, 1);
    await replaceText(editor, 'xxx', '120');
    await findingsOnce(editor.document.uri, (all) => all.length === 0);
  });

  it('drops a file that changes on disk', async () => {
    await check();
    const uri = workspaceUri(SPEECH);
    const before = await disk.readFile(uri);
    const text = new TextDecoder().decode(before);
    assert.equal(findings(uri).length, 2);
    await disk.writeFile(uri, new TextEncoder().encode(text.replace('xx公里', '36公里')));
    await findingsOnce(uri, (all) => all.length === 0);
    await disk.writeFile(uri, before);
  });

  it('drops files whose folder disappears', async () => {
    const folder = workspaceUri('分送稿');
    const renamed = workspaceUri('分送稿（旧）');
    await check();
    assert.equal(findings(workspaceUri(SPEECH)).length, 2);
    await disk.rename(folder, renamed);
    for (const name of [SPEECH, NAMED, PLAIN, MARKDOWN]) {
      await findingsOnce(workspaceUri(name), (all) => all.length === 0);
    }
    await disk.rename(renamed, folder);
  });

  it('stops when it is cancelled, and leaves the earlier results as they are', async () => {
    await check();
    const source = new vscode.CancellationTokenSource();
    const outcome = await check({ token: source.token, onProgress: () => source.cancel() });
    assert.equal(outcome.state, 'cancelled');
    assert.deepEqual(counts(), { [SPEECH]: 2, [NAMED]: 1, [PLAIN]: 1, [MARKDOWN]: 1 });
  });
});
