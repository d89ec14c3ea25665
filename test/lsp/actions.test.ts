import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  type Diagnostic,
  type Position,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RenumberResult } from '../../server/src/lsp/protocol/index.ts';
import { type Client, MODERN, startClient } from './support/client.ts';
import { SPEECH } from './support/drafts.ts';

const URI = 'untitled:Untitled-1';

describe('language server: code actions', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());
  afterEach(() => client.close(URI));

  it('puts a gap right by renumbering the level, and names the diagnostic that it answers', async () => {
    client.open(URI, SPEECH);
    const diagnostics = (await client.diagnostics(URI)).map((shown) => ({ ...shown, data: 'as shown' }));
    const actions = await actionsAt(client, { line: 8, character: 1 }, diagnostics);
    const fix = actions.find(({ kind }) => kind === 'quickfix');
    assert.match(fix?.title ?? '', /^重排本级序号/);
    assert.deepEqual(fix?.diagnostics, [diagnostics.find(({ code }) => code === 'numbering-gap')]);
    assert.equal(applied(SPEECH, fix), SPEECH.replace('（三）', '（二）'));
  });

  it('offers to renumber once where a finding and a heading both ask for it', async () => {
    client.open(URI, SPEECH);
    const actions = await actionsAt(client, { line: 8, character: 1 });
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind]),
      [['重排本级序号（共2个）', 'quickfix']],
    );
  });

  it('gives edits the version that they fit', async () => {
    client.open(URI, SPEECH);
    client.change(URI, 7, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '\n',
    });
    const [action] = await actionsAt(client, { line: 9, character: 1 });
    const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit;
    assert.deepEqual(change.textDocument, { uri: URI, version: 7 });
    assert.deepEqual(change.edits, [
      { range: { start: { line: 9, character: 1 }, end: { line: 9, character: 2 } }, newText: '二' },
    ]);
  });

  it('offers to renumber on any heading of a level that is out of order', async () => {
    client.open(URI, SPEECH);
    const actions = await actionsAt(client, { line: 6, character: 4 });
    assert.deepEqual(
      actions.map(({ kind, disabled }) => [kind, disabled]),
      [['refactor.rewrite', undefined]],
    );
    assert.equal(applied(SPEECH, actions[0]), SPEECH.replace('（三）', '（二）'));
  });

  it('shows renumbering as of no use on a level in order, and not at all below a heading', async () => {
    client.open(URI, SPEECH);
    const [onHeading] = await actionsAt(client, { line: 4, character: 0 });
    assert.match(onHeading?.disabled?.reason ?? '', /已经连续/);
    assert.equal(onHeading?.edit, undefined);
    assert.deepEqual(await actionsAt(client, { line: 5, character: 3 }), []);
  });

  it('offers the kinds that are asked for', async () => {
    client.open(URI, SPEECH);
    const at = { line: 8, character: 1 };
    const kinds = async (only: string) => (await actionsAt(client, at, [], [only])).map(({ kind }) => kind);
    assert.deepEqual(await kinds('quickfix'), ['quickfix']);
    assert.deepEqual(await kinds('refactor'), ['refactor.rewrite']);
    assert.deepEqual(await kinds('source'), []);
  });

  it('sends plain changes to a client that knows no versions', async () => {
    const { workspaceEdit: _, ...workspace } = MODERN.workspace!;
    const plain = await startClient({ capabilities: { ...MODERN, workspace } });
    plain.open(URI, SPEECH);
    const [action] = await actionsAt(plain, { line: 8, character: 1 });
    assert.equal(action?.edit?.documentChanges, undefined);
    assert.equal(applied(SPEECH, action), SPEECH.replace('（三）', '（二）'));
    await plain.stop();
  });
});

describe('language server: hegao/renumber', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());
  afterEach(() => client.close(URI));

  it('renumbers the level of the heading above the cursor, each number in its own script', async () => {
    const lines = [
      '一、早部署',
      '　　（1）人员到位。',
      '　　(3)物资到位。',
      '二、严管理',
      '四、重服务',
      '　　窗口延时办理。',
      '五、强督导',
    ];
    const han = await renumber(lines, { line: 5, character: 4 });
    assert.deepEqual(han.lines, lines.with(4, '三、重服务').with(6, '四、强督导'));
    assert.equal(han.version, 1);
    const digits = await renumber(lines, { line: 1, character: 0 });
    assert.deepEqual(digits.lines, lines.with(2, '　　(2)物资到位。'));
  });

  it('says why there is nothing to do', async () => {
    const inOrder = await renumber(['一、早部署', '　　抓紧。', '二、严管理'], { line: 1, character: 0 });
    assert.match(inOrder.message ?? '', /“一、”.*已经连续/);
    const none = await renumber(['同志们：', '　　开会。', '一、早部署'], { line: 1, character: 0 });
    assert.match(none.message ?? '', /没有带序号的标题/);
    const closed = await client.connection.sendRequest<RenumberResult>('hegao/renumber', {
      uri: 'untitled:nowhere',
      position: { line: 0, character: 0 },
    });
    assert.deepEqual([closed.edits, closed.version], [[], null]);
    assert.match(closed.message ?? '', /没有打开/);
  });

  async function renumber(lines: readonly string[], position: Position) {
    const text = lines.join('\n');
    client.open(URI, text);
    const result = await client.connection.sendRequest<RenumberResult>('hegao/renumber', {
      uri: URI,
      position,
    });
    client.close(URI);
    return { ...result, lines: apply(text, result.edits).split('\n') };
  }
});

async function actionsAt(
  client: Client,
  position: Position,
  diagnostics: readonly Diagnostic[] = [],
  only?: string[],
): Promise<readonly CodeAction[]> {
  const answer = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: URI },
    range: { start: position, end: position },
    context: { diagnostics: [...diagnostics], ...(only ? { only } : {}) },
  });
  return (answer ?? []) as CodeAction[];
}

function applied(text: string, action: CodeAction | undefined): string {
  assert.ok(action?.edit, 'no edit');
  const { changes, documentChanges = [] } = action.edit;
  const versioned = (documentChanges as TextDocumentEdit[]).flatMap(({ edits }) => edits as TextEdit[]);
  return apply(text, changes?.[URI] ?? versioned);
}

function apply(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, '', 0, text), edits);
}
