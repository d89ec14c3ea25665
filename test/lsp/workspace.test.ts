import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  LSPErrorCodes,
  type ResponseError,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import type { CheckWorkspaceResult, PlaceholdersResult } from '../../server/src/lsp/protocol/index.ts';
import { startClient } from './support/client.ts';
import { type Folder, makeFolder, SPEECH } from './support/drafts.ts';
import { createInbox } from './support/inbox.ts';

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

describe('language server: hegao/checkWorkspace', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.dispose());

  it('lists what is to be filled in or deleted in the drafts of a folder, and nothing else', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const speech = folder.write('秋收/讲话.txt', SPEECH);
    const clean = folder.write('贺信.md', '同志们：\n\n新建`xx`公里。\n');
    folder.write('记录.docx', 'xx万元');
    folder.write('.gitignore', '旧稿/\n');
    folder.write('旧稿/讲话.txt', SPEECH);
    const { files, failures } = await client.connection.sendRequest<CheckWorkspaceResult>(
      'hegao/checkWorkspace',
      { folders: [folder.uri] },
    );
    assert.deepEqual(failures, []);
    assert.deepEqual(
      files.map(({ uri, diagnostics }) => [uri, codes(diagnostics)]),
      [
        [speech, ['placeholder-number', 'placeholder-number', 'placeholder-date']],
        [clean, []],
      ],
    );
    await client.stop();
  });

  it('takes an open draft as it stands in the editor', async () => {
    const client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', SPEECH);
    client.open(uri, '同志们：\n　　新建XX市民中心。\n', 'plaintext');
    const { files } = await client.connection.sendRequest<CheckWorkspaceResult>('hegao/checkWorkspace', {
      folders: [folder.uri],
    });
    assert.deepEqual(
      files.map((file) => [file.uri, codes(file.diagnostics)]),
      [[uri, ['placeholder-name']]],
    );
    await client.stop();
  });

  it('names what could not be read, checks the rest, and leaves out what the configuration ignores', async () => {
    const client = await startClient({ folders: [folder.uri] });
    folder.write('.hegao.json', '{"ignore": ["样稿/**"], "rules": {"placeholder-date": "off"}}');
    folder.write('样稿/讲话.txt', SPEECH);
    folder.write('图.txt', '\0\0\0');
    const uri = folder.write('讲话.txt', SPEECH);
    const result = await client.connection.sendRequest<CheckWorkspaceResult>('hegao/checkWorkspace', {
      folders: [folder.uri, 'vscode-vfs://host/drafts'],
    });
    assert.deepEqual(
      result.files.map((file) => [file.uri, codes(file.diagnostics)]),
      [[uri, ['placeholder-number', 'placeholder-number']]],
    );
    assert.equal(result.failures.length, 2);
    assert.match(result.failures[0]!, /vscode-vfs/);
    assert.match(result.failures[1]!, /图\.txt：不是文本文件/);
    await client.stop();
  });

  it('tells how far it is', async () => {
    const client = await startClient({ folders: [folder.uri] });
    for (let i = 0; i < 20; i++) folder.write(`${i}.txt`, SPEECH);
    const progress = createInbox<Progress>();
    client.connection.onProgress(WorkDoneProgress.type, 'work', progress.put);
    await client.connection.sendRequest('hegao/checkWorkspace', {
      folders: [folder.uri],
      workDoneToken: 'work',
    });
    const [begin, ...reports] = progress.all;
    assert.equal(reports.pop()?.kind, 'end');
    assert.deepEqual(begin, { kind: 'begin', title: '检查占位符', percentage: 0, cancellable: true });
    const percentages = reports.map((report) => (report as WorkDoneProgressReport).percentage);
    assert.deepEqual(
      percentages,
      Array.from({ length: 19 }, (_, i) => (i + 1) * 5),
    );
    await client.stop();
  });

  it('stops when it is cancelled, ends the progress, and the server lives on', async () => {
    const source = new CancellationTokenSource();
    const client = await startClient({
      folders: [folder.uri],
      // Asked when the first file's turn has come: the cancellation is on its way before the answer.
      configuration: (scopeUri) => {
        if (scopeUri === folder.uri) source.cancel();
        return null;
      },
    });
    folder.write('一.txt', SPEECH);
    folder.write('二.txt', SPEECH);
    const progress = createInbox<Progress>();
    client.connection.onProgress(WorkDoneProgress.type, 'work', progress.put);
    await assert.rejects(
      client.connection.sendRequest(
        'hegao/checkWorkspace',
        { folders: [folder.uri], workDoneToken: 'work' },
        source.token,
      ),
      (error: ResponseError<unknown>) => error.code === LSPErrorCodes.RequestCancelled,
    );
    assert.equal(progress.all.at(-1)?.kind, 'end');
    client.open('untitled:a', SPEECH);
    assert.equal((await client.diagnostics('untitled:a')).length, 4);
    await client.stop();
  });
});

describe('language server: hegao/placeholders', () => {
  it('lists what is to be filled in in an open document, in order', async () => {
    const client = await startClient();
    client.open('untitled:a', SPEECH);
    const { items } = await client.connection.sendRequest<PlaceholdersResult>('hegao/placeholders', {
      uri: 'untitled:a',
    });
    assert.deepEqual(
      items.map(({ ruleId, text, range }) => [ruleId, text, range.start.line]),
      [
        ['placeholder-number', 'xx万亩', 5],
        ['placeholder-number', 'xx.x%', 5],
        ['placeholder-date', 'XX月XX日', 11],
      ],
    );
    assert.deepEqual(await client.connection.sendRequest('hegao/placeholders', { uri: 'untitled:b' }), {
      items: [],
    });
    await client.stop();
  });
});

function codes(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}
