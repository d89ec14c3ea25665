import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  DocumentOnTypeFormattingRequest,
  type InlayHint,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type Position,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditOutlineResult, OutlineAction } from '../../server/src/lsp/protocol/index.ts';
import { type Client, MODERN, startClient } from './support/client.ts';
import { createInbox } from './support/inbox.ts';

const URI = 'untitled:Untitled-1';
const LINES = [
  '同志们：',
  '一、摸清底数',
  '　　入户走访，不漏一户。',
  '二、分类施策',
  '（一）产业帮扶',
  '　　一村一品，持续用力。',
  '（二）就业帮扶',
  '　　送岗上门，随到随谈。',
  '三、压实责任',
  '　　一级抓一级。',
];

describe('language server: hegao/editOutline', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());
  afterEach(() => client.close(URI));

  it('promotes a section, and the cursor stays in its words', async () => {
    const result = await edit('promote', { line: 7, character: 4 });
    assert.deepEqual(result.lines, LINES.with(6, '三、就业帮扶').with(8, '四、压实责任'));
    assert.deepEqual([result.version, result.position], [1, { line: 7, character: 4 }]);
    assert.deepEqual((await edit('promote', { line: 6, character: 5 })).position, { line: 6, character: 4 });
  });

  it('demotes a section with all below it', async () => {
    const result = await edit('demote', { line: 3, character: 0 });
    assert.deepEqual(
      result.lines,
      LINES.with(3, '（一）分类施策').with(4, '1.产业帮扶').with(6, '2.就业帮扶').with(8, '二、压实责任'),
    );
  });

  it('moves a section, and the cursor with it', async () => {
    const result = await edit('moveUp', { line: 5, character: 6 });
    assert.match(result.message ?? '', /第一节.*不能再上移/);
    const moved = await edit('moveDown', { line: 5, character: 6 });
    assert.deepEqual(moved.lines.slice(4, 8), ['（一）就业帮扶', LINES[7], '（二）产业帮扶', LINES[5]]);
    assert.deepEqual(moved.position, { line: 7, character: 6 });
  });

  it('renumbers all levels, or writes all markers alike, and leaves the cursor to the editor', async () => {
    const messy = LINES.with(3, '三、分类施策').with(6, '(四)就业帮扶').with(8, '六、压实责任');
    const numbered = await edit('renumberAll', { line: 9, character: 0 }, messy);
    assert.deepEqual(numbered.lines, LINES.with(6, '(二)就业帮扶'));
    assert.equal(numbered.position, undefined);
    const styled = await edit('normalise', { line: 9, character: 0 }, messy);
    assert.deepEqual(styled.lines, messy.with(6, '（四）就业帮扶'));
  });

  it('says why there is nothing to do', async () => {
    const says = async (action: OutlineAction, line: number) =>
      (await edit(action, { line, character: 0 })).message ?? '';
    assert.match(await says('promote', 3), /“二、”已经是最高一级/);
    assert.match(await says('demote', 1), /“一、”是这一级的第一个/);
    assert.match(await says('moveDown', 9), /“三、”已经是这一级的最后一节/);
    assert.match(await says('renumberAll', 3), /都已经连续/);
    assert.match(await says('normalise', 3), /合乎规范/);
    assert.match(await says('promote', 0), /没有带序号的标题/);
    const closed = await request('untitled:nowhere', 'promote', { line: 0, character: 0 });
    assert.deepEqual([closed.edits, closed.version], [[], null]);
    assert.match(closed.message ?? '', /没有打开/);
  });

  it('refuses an action that it does not know, and says which there are', async () => {
    client.open(URI, LINES.join('\n'));
    await assert.rejects(
      request(URI, 'delete' as OutlineAction, { line: 0, character: 0 }),
      /hegao\/editOutline.*moveDown/,
    );
  });

  it('gives edits the version that they fit', async () => {
    client.open(URI, LINES.join('\n'));
    client.change(URI, 7, { text: `${LINES.join('\n')}\n` });
    assert.equal((await request(URI, 'moveUp', { line: 6, character: 0 })).version, 7);
  });

  async function edit(action: OutlineAction, position: Position, lines: readonly string[] = LINES) {
    const text = lines.join('\r\n');
    client.open(URI, text);
    const result = await request(URI, action, position);
    client.close(URI);
    return { ...result, lines: apply(text, result.edits).split('\r\n') };
  }

  function request(uri: string, action: OutlineAction, position: Position): Promise<EditOutlineResult> {
    return client.connection.sendRequest('hegao/editOutline', { uri, position, action });
  }
});

describe('language server: the next number at Enter', () => {
  let client: Client;
  let proposes = true;
  before(async () => {
    client = await startClient({ configuration: () => ({ proposeNextNumber: proposes }) });
  });
  after(() => client.stop());
  beforeEach(() => {
    proposes = true;
  });

  it('comes after a heading, written and indented alike', async () => {
    assert.deepEqual(await enter(['一、早部署'], 0), ['一、早部署', '二、']);
    assert.deepEqual(await enter(['　　（九）早部署'], 0), ['　　（九）早部署', '　　（十）']);
    assert.deepEqual(await enter(['1. 早部署'], 0, 'markdown'), ['1. 早部署', '2. ']);
    assert.deepEqual(await enter(['## 一、早部署'], 0, 'markdown'), ['## 一、早部署', '## 二、']);
    assert.deepEqual(await enter(['一、早部署（一）开会'], 0), ['一、早部署（一）开会', '（二）']);
    assert.deepEqual(await enter(['① 开会', '一些话。'], 0), ['① 开会', '② ', '一些话。']);
  });

  it('is taken back by a second Enter', async () => {
    assert.deepEqual(await enter(['一、早部署', '　　二、'], 1), ['一、早部署', '']);
    assert.deepEqual(await enter(['（一）早部署', '（二）', '后面的话。'], 1), [
      '（一）早部署',
      '',
      '后面的话。',
    ]);
    assert.deepEqual(await enter(['## 二、'], 0, 'markdown'), ['']);
  });

  it('does not come after other lines, nor inside a line', async () => {
    assert.deepEqual(await enter(['一、早部署', '一些话。'], 1), ['一、早部署', '一些话。', '']);
    assert.deepEqual(await enter(['1.8万人受益'], 0), ['1.8万人受益', '']);
    assert.deepEqual(await enter(['一、早'], 0, 'hegao-speech', '部署'), ['一、早', '部署']);
  });

  it('comes only where the setting asks for it', async () => {
    proposes = false;
    assert.deepEqual(await enter(['一、早部署'], 0), ['一、早部署', '']);
  });

  /** What the document is once Enter was pressed at the end of a line; `rest` is what the line break took along. */
  async function enter(
    lines: readonly string[],
    line: number,
    languageId = 'hegao-speech',
    rest = '',
  ): Promise<string[]> {
    const text = lines.toSpliced(line + 1, 0, rest).join('\n');
    client.open(URI, text, languageId);
    const edits = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument: { uri: URI },
      position: { line: line + 1, character: 0 },
      ch: '\n',
      options: { tabSize: 4, insertSpaces: true },
    });
    client.close(URI);
    return apply(text, edits ?? []).split('\n');
  }
});

describe('language server: what stands behind a promise', () => {
  const SPEECH = '同志们：\n下面，我讲三点意见。\n一、早部署\n马上办。\n二、严管理\n抓紧办。\n';
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it('says how many parts there are, where they are not as many as promised', async () => {
    const client = await startClient();
    client.open(URI, SPEECH);
    const hints = await hintsOf(client, all);
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position]),
      [['实有两部分', { line: 1, character: SPEECH.split('\n')[1]!.indexOf('意见') + 2 }]],
    );
    assert.match(String(hints[0]?.tooltip), /三点意见/);
    const below = { start: { line: 2, character: 0 }, end: all.end };
    assert.deepEqual(await hintsOf(client, below), []);
    client.change(URI, 2, { text: SPEECH.replace('三点', '两点') });
    assert.deepEqual(await hintsOf(client, all), []);
    await client.stop();
  });

  it('counts the members of a list', async () => {
    const client = await startClient();
    client.open(
      URI,
      '同志们：\n要抓好播种、施肥、灌溉、收割等五个环节的工作。\n要处理好城与乡、破与立三个关系。\n',
    );
    assert.deepEqual(
      (await hintsOf(client, all)).map(({ label }) => label),
      ['实有两项'],
    );
    await client.stop();
  });

  it('asks for them anew when the settings change', async () => {
    const refreshes = createInbox<'hints'>();
    let level = 'warning';
    const client = await startClient({
      capabilities: { ...MODERN, workspace: { ...MODERN.workspace, inlayHint: { refreshSupport: true } } },
      configuration: () => ({ rules: { 'promised-count': level } }),
    });
    client.connection.onRequest(InlayHintRefreshRequest.type, () => refreshes.put('hints'));
    client.open(URI, SPEECH);
    assert.equal((await hintsOf(client, all)).length, 1);
    level = 'off';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshes.take();
    assert.deepEqual(await hintsOf(client, all), []);
    await client.stop();
  });

  async function hintsOf(client: Client, range: typeof all): Promise<readonly InlayHint[]> {
    const answer = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri: URI },
      range,
    });
    return answer ?? [];
  }
});

describe('language server: code actions on the outline', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());
  afterEach(() => client.close(URI));

  it('renumbers all levels from any heading, where more than its own level is out of order', async () => {
    const lines = LINES.with(3, '三、分类施策').with(6, '（三）就业帮扶').with(8, '四、压实责任');
    const actions = await actionsAt(lines, 6);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['重排本级序号（共2个）', '重排全部序号（改3处）'],
    );
    assert.deepEqual(applied(lines, actions.at(-1)), LINES);
    assert.ok((await actionsAt(LINES, 6)).every(({ title }) => !title.startsWith('重排全部')));
  });

  it('writes all markers alike where they are not', async () => {
    const lines = LINES.with(4, '(一)产业帮扶').with(8, '三.压实责任');
    const fix = (await actionsAt(lines, 8)).find(({ title }) => title === '统一序号写法');
    assert.equal(fix?.kind, 'quickfix');
    assert.deepEqual(
      fix.diagnostics?.map(({ code }) => code),
      ['numbering-style'],
    );
    assert.deepEqual(applied(lines, fix), LINES);
  });

  async function actionsAt(lines: readonly string[], line: number): Promise<readonly CodeAction[]> {
    client.open(URI, lines.join('\n'));
    const position = { line, character: 1 };
    const answer = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    client.close(URI);
    return (answer ?? []) as CodeAction[];
  }

  function applied(lines: readonly string[], action: CodeAction | undefined): string[] {
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    return apply(lines.join('\n'), (change?.edits ?? []) as TextEdit[]).split('\n');
  }
});

function apply(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(URI, '', 0, text), edits);
}
