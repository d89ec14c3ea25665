import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { addToArchive } from '../../server/src/archive/update.ts';
import { type Client, MODERN, startClient } from './support/client.ts';
import { type Folder, makeFolder } from './support/drafts.ts';

const TEXT = '在XX市座谈会上的讲话\n同志们：\n全市工业投资增长xx.x%。\n全市技改投资增长xx.x%。\n';
const PASSAGE =
  '今年入汛以来，各地各部门把防汛备汛抓在前面，水库提前腾库，堤防逐段排查，险工险段落实到人，物资队伍前置到位，转移预案反复演练，群众安全有了底。';
const speech = (place: string) =>
  `在${place}的讲话\n同志们：\n　　${PASSAGE}\n　　在${place}，还要把责任再压实。\n`;
/** A passage of one old speech alone. */
const ADDED =
  '二是把各片的果园分到人头，开春以前剪完老枝，花期由林业站逐园看霜情，采收时统一联系车辆，做到果不烂在地里、钱不欠在账上，年底再把来年的苗木一并订好';
const QUIET = { progress: () => undefined, stopped: () => false };

describe('language server: two of them over one folder', function () {
  this.timeout(60_000);
  let folder: Folder;
  let clients: readonly Client[];
  beforeEach(async () => {
    folder = makeFolder();
    folder.write('.hegao.json', '{}');
    const options = {
      folders: [folder.uri],
      capabilities: {
        ...MODERN,
        workspace: {
          ...MODERN.workspace,
          workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
        },
      },
    };
    clients = await Promise.all([startClient(options), startClient(options)]);
  });
  afterEach(async () => {
    assert.deepEqual(await Promise.all(clients.map((client) => client.stop())), [0, 0]);
    folder.dispose();
  });

  const codes = async (client: Client, uri: string) =>
    (await client.diagnostics(uri)).map(({ code }) => code);

  it('both decisions that were made at once end up in the ignore file, and count in both', async () => {
    const uri = folder.write('稿.txt', TEXT);
    for (const client of clients) client.open(uri, TEXT);
    const before = await Promise.all(clients.map((client) => codes(client, uri)));
    assert.deepEqual(before[0], before[1]);
    const edits = await Promise.all(clients.map((client, i) => decisionAt(client, uri, 2 + i)));
    for (const edit of edits) append(edit);
    const ignore = `${folder.uri}/.hegao-ignore.yaml`;
    for (const client of clients) {
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: ignore, type: FileChangeType.Created }],
      });
      const numbers = (await codes(client, uri)).filter((code) => code === 'placeholder-number');
      assert.deepEqual(numbers, [], fs.readFileSync(fileURLToPath(ignore), 'utf8'));
      const mistakes = client.published.all.filter((params) => params.uri === ignore).at(-1);
      assert.deepEqual(mistakes?.diagnostics ?? [], []);
    }
  });

  it('both read the archive while it is written, and find what was added', async () => {
    const home = fileURLToPath(folder.uri);
    const archive = path.join(home, '.hegao/archive');
    const add = async (place: string, more = '') => {
      const old = path.join(home, '旧稿', place);
      fs.mkdirSync(old, { recursive: true });
      fs.writeFileSync(path.join(old, `${place}.md.txt`), speech(place) + more);
      await addToArchive(archive, [{ path: old, authority: false }], QUIET);
    };
    await add('前山');
    const uri = folder.write('新稿/讲话.txt', speech('西川'));
    for (const client of clients) client.open(uri, speech('西川'));
    await Promise.all(clients.map((client) => until(client, uri)));
    for (const [i, place] of ['后山', '东河', '南坪'].entries()) {
      const at = { line: 0, character: 0 };
      for (const client of clients) client.change(uri, i + 2, { range: { start: at, end: at }, text: '新' });
      await Promise.all([add(place), ...clients.map((client) => until(client, uri))]);
    }
    await add('北塘', `　　${ADDED}。\n`);
    const own = `在西川的讲话\n同志们：\n　　${ADDED}。\n`;
    for (const client of clients) {
      client.change(uri, 9, { text: own });
      await until(client, uri);
    }
    for (const client of clients) {
      assert.deepEqual(
        client.statuses.all.filter(({ message }) => message.includes('档案')),
        [],
      );
    }
  });

  /** Waits until the draft is said to be that of an earlier one. */
  async function until(client: Client, uri: string): Promise<void> {
    while (!(await codes(client, uri)).includes('passage-reuse')) await client.refreshes.take();
  }
});

async function decisionAt(client: Client, uri: string, line: number): Promise<TextDocumentEdit> {
  const found = (await client.diagnostics(uri)).filter(({ range }) => range.start.line === line);
  const range = found[0]!.range;
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: found },
  });
  const action = (actions as CodeAction[]).find(({ title }) => title.includes('此处不再提示'));
  return action!.edit!.documentChanges!.at(-1) as TextDocumentEdit;
}

/** Saves an edit as an editor does: in the text that the file has by then. */
function append({ textDocument, edits }: TextDocumentEdit): void {
  const file = fileURLToPath(textDocument.uri);
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const document = TextDocument.create(textDocument.uri, 'yaml', 0, before);
  fs.writeFileSync(file, TextDocument.applyEdits(document, edits as never));
}
