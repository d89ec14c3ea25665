import assert from 'node:assert/strict';
import {
  CancellationToken,
  CancellationTokenSource,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Checker } from '../../server/src/engine/check.ts';
import type { RuleSettings } from '../../server/src/engine/types.ts';
import { createDocuments, unchangingDocuments } from '../../server/src/lsp/documents.ts';

const NONE = CancellationToken.None;
const STEPS = 5;

/** Documents over a checker that counts: `during` is called in each step of each check. */
function setUp(during: (step: number) => void = () => {}) {
  const state = {
    document: TextDocument.create('untitled:a', 'plaintext', 1, '旧') as TextDocument | undefined,
    settings: {} as RuleSettings,
    reads: 0,
    steps: 0,
  };
  const checker: Checker = {
    read(text, kind) {
      state.reads++;
      return readDraft(text, kind);
    },
    *steps() {
      for (let step = 0; step < STEPS; step++) {
        state.steps++;
        during(state.steps);
        yield;
      }
      return { findings: [], failures: [] };
    },
    check: () => assert.fail('open documents are checked in steps'),
    prepare: () => assert.fail('documents compare no drafts'),
    summarise: () => ({ summaries: {}, failures: [] }),
  };
  const { read, check } = createDocuments(
    () => state.document,
    checker,
    () => Promise.resolve(state.settings),
  );
  return { state, read, check };
}

describe('open documents', () => {
  it('never change: an edit makes another one', () => {
    const { create, update } = unchangingDocuments;
    const old = create('untitled:a', 'plaintext', 1, '一、\r\n二、');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
    const edited = update(old, [{ range, text: '三' }], 2);
    assert.deepEqual([old.version, old.getText()], [1, '一、\r\n二、']);
    assert.deepEqual([edited.version, edited.getText()], [2, '一、\r\n三、']);
    assert.deepEqual(edited.positionAt(5), { line: 1, character: 1 });
  });

  it('hold text whatever a client sends for one', () => {
    const { create, update } = unchangingDocuments;
    for (const text of [undefined, null, 7, {}, []])
      assert.equal(create('untitled:a', 'plaintext', 1, text as unknown as string).getText(), '');
    const old = create('untitled:a', 'plaintext', 1, '一、');
    const changes = [
      null,
      7,
      {},
      { text: 7 },
      { text: '三', range: {} },
      { text: '三', range: 7 },
      { text: '二、' },
    ];
    assert.equal(update(old, changes as { text: string }[], 2).getText(), '二、');
  });

  it('are read and checked once a version, whoever asks', async () => {
    const { state, read, check } = setUp();
    const [one, two] = await Promise.all([check('untitled:a', NONE), check('untitled:a', NONE)]);
    read('untitled:a');
    const three = await check('untitled:a', NONE);
    assert.deepEqual([state.reads, state.steps], [1, STEPS]);
    assert.equal(one?.resultId, two?.resultId);
    assert.equal(one?.resultId, three?.resultId);
  });

  it('are checked anew when an edit arrives between two rules', async () => {
    const { state, check } = setUp((step) => {
      if (step === 3) state.document = TextDocument.create('untitled:a', 'plaintext', 2, '新');
    });
    const analysis = await check('untitled:a', NONE);
    assert.equal(analysis?.document.version, 2);
    assert.equal(analysis?.draft.text, '新');
    assert.equal(state.steps, 3 + STEPS);
  });

  it('are checked anew when the settings change meanwhile, and once for equal settings', async () => {
    const { state, check } = setUp((step) => {
      if (step === 3) state.settings = { 'placeholder-date': { level: 'off', options: {} } };
    });
    const analysis = await check('untitled:a', NONE);
    assert.deepEqual([state.reads, state.steps], [1, 2 * STEPS]);
    assert.equal((await check('untitled:a', NONE))?.resultId, analysis?.resultId);
  });

  it('are let go when they are closed between two rules', async () => {
    const { state, check } = setUp((step) => {
      if (step === 3) state.document = undefined;
    });
    assert.equal(await check('untitled:a', NONE), undefined);
    assert.equal(state.steps, 3);
  });

  it('are left half checked by a cancelled request, and checked to the end by the next', async () => {
    const source = new CancellationTokenSource();
    const { state, check } = setUp((step) => {
      if (step === 3) source.cancel();
    });
    await assert.rejects(check('untitled:a', source.token), isCancelled);
    assert.equal(state.steps, 3);
    await assert.rejects(check('untitled:a', source.token), isCancelled);
    assert.equal(state.steps, 3);
    assert.notEqual(await check('untitled:a', NONE), undefined);
    assert.equal(state.steps, STEPS);
  });
});

function isCancelled(error: ResponseError<unknown>): boolean {
  return error.code === LSPErrorCodes.RequestCancelled;
}
