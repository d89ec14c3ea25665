import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CreateFile,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { type Client, MODERN, startClient } from './support/client.ts';
import { type Folder, makeFolder } from './support/drafts.ts';

const NAME = '.hegao-ignore.yaml';
const TEXT = '在XX市座谈会上的讲话\n同志们：\n全市工业投资增长xx.x%。\n全市技改投资增长xx.x%。\n';
const CREATES: ClientCapabilities = {
  ...MODERN,
  workspace: {
    ...MODERN.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

describe('language server: decisions to keep a place quiet', () => {
  let folder: Folder;
  let uri: string;
  let ignoreUri: string;
  beforeEach(() => {
    folder = makeFolder();
    folder.write('.hegao.yaml', '');
    uri = folder.write('讲话/稿.txt', TEXT);
    ignoreUri = `${folder.uri}/${NAME}`;
  });
  afterEach(() => folder.dispose());

  it('go to the file beside the configuration, and count once it is saved', async () => {
    const client = await startClient({ capabilities: CREATES });
    client.open(uri, TEXT);
    assert.equal((await client.diagnostics(uri)).length, 3);
    const here = await actionsAt(client, uri, 2, '保留不补：此处不再提示');
    const [create, change] = here!.edit!.documentChanges as [CreateFile, TextDocumentEdit];
    assert.equal(create.uri, ignoreUri);
    save(change);
    await refreshed(client, NAME);
    assert.deepEqual(await places(client, uri), ['0', '3']);

    const again = await actionsAt(client, uri, 3, '保留不补：此处不再提示');
    const appended = again!.edit!.documentChanges as [TextDocumentEdit];
    assert.equal(appended.length, 1);
    save(appended[0]);
    await refreshed(client, NAME);
    assert.deepEqual(await places(client, uri), ['0']);

    await client.stop();
  });

  it('silence a rule in the whole draft', async () => {
    const client = await startClient({ capabilities: CREATES });
    client.open(uri, TEXT);
    const action = await actionsAt(client, uri, 2, '本稿不再提示“placeholder-number”');
    save((action!.edit!.documentChanges as [CreateFile, TextDocumentEdit])[1]);
    await refreshed(client, NAME);
    assert.deepEqual(await places(client, uri), ['0']);
    await client.stop();
  });

  it('are saved by clients that can, and not offered to those that cannot make files', async () => {
    const saving = await startClient({
      capabilities: { ...CREATES, experimental: { hegao: { applyAndSave: true } } },
    });
    saving.open(uri, TEXT);
    const action = await actionsAt(saving, uri, 2, '保留不补：此处不再提示');
    assert.equal(action?.edit, undefined);
    assert.equal(action?.command?.command, '_hegao.applyAndSave');
    assert.ok((action?.command?.arguments?.[0] as WorkspaceEdit | undefined)?.documentChanges);
    await saving.stop();

    const plain = await startClient();
    plain.open(uri, TEXT);
    assert.equal(await actionsAt(plain, uri, 2, '保留不补：此处不再提示'), undefined);
    plain.open('untitled:1', TEXT);
    assert.equal(await actionsAt(plain, 'untitled:1', 2, '保留不补：此处不再提示'), undefined);
    await plain.stop();
  });

  it('show mistakes in the file at their places', async () => {
    folder.write(NAME, '- rule: level-skp\n  file: 稿.txt\n');
    const client = await startClient({ capabilities: CREATES });
    client.open(uri, TEXT);
    assert.equal((await client.diagnostics(uri)).length, 3);
    const published = await client.published.take();
    assert.equal(published.uri, ignoreUri);
    assert.match(String(published.diagnostics[0]!.message), /没有名为“level-skp”的规则/);
    await client.stop();
  });
});

async function places(client: Client, uri: string): Promise<readonly string[]> {
  return (await client.diagnostics(uri)).map(({ range }) => String(range.start.line));
}

async function actionsAt(
  client: Client,
  uri: string,
  line: number,
  title: string,
): Promise<CodeAction | undefined> {
  const place = { line, character: 9 };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
  return (actions as CodeAction[]).find((action) => action.title === title);
}

/** Does with the file what an editor would. */
function save({ textDocument, edits }: TextDocumentEdit): void {
  const file = fileURLToPath(textDocument.uri);
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const [edit] = edits;
  assert.ok(edit && 'newText' in edit);
  const lines = before.split('\n');
  assert.deepEqual(edit.range.start, { line: lines.length - 1, character: lines.at(-1)!.length });
  fs.writeFileSync(file, before + edit.newText);
}

async function refreshed(client: Client, name: string): Promise<void> {
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `file:///x/${name}`, type: 2 }],
  });
  await client.refreshes.take();
}
