import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import type * as vscode from 'vscode';
import { api, closeAll, eventually, findingsOnce, openText, replaceText } from './helpers.ts';

const SPEECH = '在秋收现场会上的讲话\n同志们：\n　　已收割xx万亩。\n';

/** The number of the server's process, as the client library keeps it. */
async function serverPid(): Promise<number | undefined> {
  const { session } = await api();
  const client = session.running() as { readonly _serverProcess?: { readonly pid?: number } } | undefined;
  return client?._serverProcess?.pid;
}

/** Kills the server and waits for the next one. */
async function killServer(): Promise<void> {
  const before = await serverPid();
  assert.ok(before !== undefined, 'no server runs');
  process.kill(before, 'SIGKILL');
  for (;;) {
    const now = await serverPid();
    if (now !== undefined && now !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Edits a document and waits until what is found is that of the edited text. */
async function staysAlive(editor: vscode.TextEditor): Promise<void> {
  await replaceText(editor, '　　已收割', '　　已播种xx万亩。\n　　已收割');
  const places = editor.document.getText().split('xx万亩').length - 1;
  await findingsOnce(editor.document.uri, (found) => found.length === places);
}

describe('核稿服务意外停止', () => {
  after(closeAll);

  it('is started again, and what is typed then is checked', async () => {
    const editor = await openText(SPEECH);
    await findingsOnce(editor.document.uri, (found) => found.length === 1);
    const began = performance.now();
    await killServer();
    await staysAlive(editor);
    console.log(`[hegao]     服务重启到重新提示：${Math.round(performance.now() - began)} ms`);
  });

  it('is not started for ever, says so, and is started again on demand', async () => {
    const { session } = await api();
    const editor = await openText(SPEECH);
    await findingsOnce(editor.document.uri, (found) => found.length === 1);
    let said: string | undefined;
    const listening = session.onDidGiveUp((message) => {
      said = message;
    });
    for (let kills = 0; kills < 3; kills++) {
      await killServer();
      await staysAlive(editor);
    }
    process.kill((await serverPid())!, 'SIGKILL');
    await eventually(
      (listener) => session.onDidGiveUp(listener),
      () => said,
      () => 'the client did not give up',
    );
    listening.dispose();
    assert.match(said!, /五次意外停止/);
    assert.equal(session.running(), undefined);
    // What the button of the message does.
    assert.ok(await session.client());
    await staysAlive(editor);
  });
});
