import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { CheckWorkspaceResult } from '../../server/src/lsp/protocol/index.ts';
import { buildFaulty } from '../support/faulty-build.ts';
import { BROKEN } from '../support/faulty-rules.ts';
import { type Client, startClient } from './support/client.ts';
import { makeFolder, SPEECH } from './support/drafts.ts';

describe('language server: rules that throw', function () {
  this.timeout(30_000);
  let server: string;
  before(async () => {
    server = await buildFaulty('server');
  });
  after(() => fs.rmSync(server));

  const idsTold = (client: Client) =>
    client.statuses.all.map(({ message }) => /^规则“([^”]+)”运行出错/.exec(message)?.[1] ?? message);
  const type = (client: Client, uri: string, version: number) => {
    const at = { line: 3, character: 2 };
    client.change(uri, version, { range: { start: at, end: at }, text: '今' });
    return client.diagnostics(uri);
  };

  it('are told of once each, with their ids, and the other rules go on', async () => {
    const folder = makeFolder();
    for (let i = 0; i < 5; i++) folder.write(`讲话${i}.txt`, SPEECH);
    const client = await startClient({ server, folders: [folder.uri] });
    const uri = folder.write('讲话.txt', SPEECH);
    client.open(uri, SPEECH);
    const before = (await client.diagnostics(uri)).map(({ code }) => code);
    assert.ok(before.includes('placeholder-number'), String(before));
    // Each is told of as soon as it has run: some when the writer pauses, some when the other drafts are known.
    for (const id of BROKEN) await client.statuses.take(({ message }) => message.includes(`“${id}”运行出错`));
    for (let version = 2; version < 8; version++) {
      const found = await type(client, uri, version);
      assert.deepEqual(
        found.map(({ code }) => code),
        before,
      );
    }
    const result = await client.connection.sendRequest<CheckWorkspaceResult>('hegao/checkWorkspace', {
      folders: [folder.uri],
    });
    assert.equal(result.files.length, 6);
    assert.deepEqual(idsTold(client).sort(), BROKEN);
    assert.equal(await client.stop(), 0);
    folder.dispose();
  });
});
