import assert from 'node:assert/strict';
import {
  type CompletionItem,
  CompletionRequest,
  DocumentHighlightRequest,
  HoverRequest,
  type MarkupContent,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FiguresResult } from '../../server/src/lsp/protocol/index.ts';
import { type Client, MODERN, startClient } from './support/client.ts';
import { makeFolder } from './support/drafts.ts';

const URI = 'untitled:Untitled-1';
const SPEECH = [
  '在全县上半年经济形势分析会上的讲话',
  '（2024年7月8日）',
  '同志们：',
  '一、成绩来之不易',
  '　　上半年，全县固定资产投资完成1.2亿元，同比增长7.0%，粮食播种面积达到1500亩。',
  '二、问题不容回避',
  '　　上半年，全县固定资产投资12000万元，增长百分之七，利润总额下降3.1%。机收率达到xx.x%，机收率力争xx.x%。',
  '　　今年安排了30个。',
  '　　上半年，粮食播种面积100公顷。',
  '',
].join('\n');
const DOCUMENT = TextDocument.create(URI, '', 1, SPEECH);

describe('language server: figures', () => {
  let client: Client;
  before(async () => {
    client = await startClient({ capabilities: withRename() });
    client.open(URI, SPEECH);
  });
  after(() => client.stop());

  it('tells in a hover what a figure says, and where else it stands', async () => {
    const value = await hover(client, '1.2亿元');
    assert.match(value, /指标：固定资产投资\n- 范围：.*\n- 时期：2024年上半年\n- 类别：总量\n/);
    assert.match(
      value,
      /本篇同一数据共2处\n {2}- 一、第1段：1\\?\.2亿元（本处）\n {2}- 二、第1段：12000万元$/,
    );
    assert.match(await hover(client, '30个'), /说的是什么指标没有把握/);
    assert.equal(await hover(client, '来之不易'), '');
  });

  it('shows the figure below the finding where there is one', async () => {
    const value = await hover(client, 'xx.x%');
    assert.match(value, /^“xx\\?\.x%”的数字还没有填[\s\S]*\n---\n\n- 指标：机收率/);
  });

  it('finds every mention from any of them, and from the name', async () => {
    assert.deepEqual(await referencesAt(client, '1.2亿元'), ['1.2亿元', '12000万元']);
    assert.deepEqual(await referencesAt(client, '12000万'), ['1.2亿元', '12000万元']);
    assert.deepEqual(await referencesAt(client, '百分之七'), ['7.0%', '百分之七']);
    assert.deepEqual(await referencesAt(client, '资产投资'), ['1.2亿元', '7.0%', '12000万元', '百分之七']);
    assert.deepEqual(await referencesAt(client, '30个'), ['30个']);
    assert.deepEqual(await referencesAt(client, '来之不易'), []);
  });

  it('finds every place of what a placeholder asks for', async () => {
    assert.deepEqual(await referencesAt(client, 'xx.x%'), ['xx.x%', 'xx.x%']);
  });

  it('highlights the mentions, and the names where the cursor is on one', async () => {
    const at = async (text: string) => {
      const params = { textDocument: { uri: URI }, position: positionOf(text) };
      const found = await client.connection.sendRequest(DocumentHighlightRequest.type, params);
      return (found ?? []).map(({ range }) => DOCUMENT.getText(range));
    };
    assert.deepEqual(await at('12000万'), ['1.2亿元', '12000万元']);
    assert.deepEqual(await at('利润总额'), ['利润总额', '3.1%']);
  });

  it('renames a figure everywhere, each mention in its own unit and form', async () => {
    assert.deepEqual(await prepare(client, '12000万元'), { text: '12000万元', placeholder: '12000万元' });
    assert.deepEqual(await rename(client, '12000万元', '1.3亿元'), { '1.2': '1.3', '12000': '13000' });
    assert.deepEqual(await rename(client, '7.0%', '8%'), { '7.0': '8', 百分之七: '百分之八' });
    assert.deepEqual(await prepare(client, 'xx.x%'), { text: 'xx.x%', placeholder: 'xx.x%' });
    assert.deepEqual(await rename(client, 'xx.x%', '96.5'), { 'xx.x%': '96.5%' });
  });

  it('says why it does not rename', async () => {
    await assert.rejects(prepare(client, '30个'), /说的是什么指标没有把握/);
    await assert.rejects(rename(client, '1500亩', '1600亩'), /“100公顷”照原来的单位和写法写不出“1600亩”/);
    await assert.rejects(rename(client, '1500亩', '一千六'), /读不出一个数/);
    await assert.rejects(prepare(client, '来之不易'), /不是待补之处/);
  });

  it('lists the figures with what they say', async () => {
    const { version, items } = await client.connection.sendRequest<FiguresResult>('hegao/figures', {
      uri: URI,
    });
    assert.equal(version, 1);
    const rows = items.map((item) => [
      item.indicator,
      item.kind,
      item.value,
      item.unit,
      item.where,
      item.mentions,
    ]);
    assert.deepEqual(rows, [
      ['固定资产投资', '总量', '1.2', '亿元', '一、第1段', 2],
      ['固定资产投资', '增速', '7.0', '%', '一、第1段', 2],
      ['粮食播种面积', '总量', '1500', '亩', '一、第1段', 2],
      ['固定资产投资', '总量', '12000', '万元', '二、第1段', 2],
      ['固定资产投资', '增速', '7', '%', '二、第1段', 2],
      ['利润总额', '增速', '-3.1', '%', '二、第1段', 1],
      ['机收率', '总量', 'xx.x', '%', '二、第1段', 1],
      ['机收率', '目标（总量）', 'xx.x', '%', '二、第1段', 1],
      ['', '总量', '30', '个', '二、第2段', 1],
      ['粮食播种面积', '总量', '100', '公顷', '二、第3段', 2],
    ]);
    assert.equal(items[0]!.key, items[3]!.key);
    assert.equal(items[6]!.amount, null);
    assert.deepEqual(await client.connection.sendRequest('hegao/figures', { uri: 'untitled:none' }), {
      version: null,
      items: [],
    });
    await assert.rejects(client.connection.sendRequest('hegao/figures', {}), /hegao\/figures 的参数应为/);
  });
});

describe('language server: completion of figures', () => {
  const typed = `${SPEECH}　　上半年，全县固定资产投资完成`;

  it('offers nothing unless it is asked to', async () => {
    const client = await startClient();
    client.open(URI, typed);
    assert.deepEqual(await complete(client, typed), []);
    await client.stop();
  });

  it('offers the figures of the indicator before the cursor, rates after a word of growth', async () => {
    const client = await startClient({ configuration: () => ({ completion: { figures: true } }) });
    client.open(URI, typed);
    assert.deepEqual(labels(await complete(client, typed)), ['1.2亿元', '12000万元']);
    const texts = [
      [`${typed}1.2亿元，增长`, ['7.0%', '百分之七']],
      [`${typed}12`, ['1.2亿元', '12000万元']],
      [`${SPEECH}　　利润总额增长`, ['3.1%']],
      [`${SPEECH}　　我们完成`, []],
      [`${SPEECH}　　固定资产投资`, []],
    ] as const;
    for (const [i, [text, expected]] of texts.entries()) {
      client.change(URI, i + 2, { text });
      assert.deepEqual(labels(await complete(client, text)), expected, text);
    }
    await client.stop();
  });

  it('replaces the digits typed so far', async () => {
    const client = await startClient({ configuration: () => ({ completion: { figures: true } }) });
    const text = `${typed}12`;
    client.open(URI, text);
    const [first] = await complete(client, text);
    const { range } = first!.textEdit as { range: Range };
    assert.equal(TextDocument.create(URI, '', 1, text).getText(range), '12');
    assert.equal(first!.detail, '固定资产投资 全县 2024年上半年 总量');
    await client.stop();
  });
});

describe('language server: figures and the table of figures', () => {
  it('shows what the table has in hover, list and completion', async () => {
    const folder = makeFolder();
    folder.write('.hegao.json', '{ "metrics": { "ledger": "台账.csv" } }');
    folder.write(
      '台账.csv',
      '指标,范围,时期,类别,数值,单位,来源\n固定资产投资,全县,2024年上半年,,1.5,亿元,统计局\n利润总额,全县,2024年上半年,增速,-3.1,%,\n',
    );
    const uri = folder.write('讲话.txt', SPEECH);
    const client = await startClient({
      folders: [folder.uri],
      configuration: () => ({ completion: { figures: true } }),
    });
    const text = `${SPEECH}　　上半年，全县固定资产投资完成`;
    client.open(uri, text);
    const at = async (mark: string) => {
      const params = { textDocument: { uri }, position: positionOf(mark) };
      const found = await client.connection.sendRequest(HoverRequest.type, params);
      assert.ok(found);
      return (found.contents as MarkupContent).value;
    };
    assert.match(await at('1.2亿元'), /口径表：1\.5亿元（统计局，口径表第2行），不一致，请核$/);
    assert.match(await at('3.1%'), /口径表：\\-3\.1%（口径表第3行），一致$/);
    const { items } = await client.connection.sendRequest<FiguresResult>('hegao/figures', { uri });
    assert.deepEqual(items[0]!.ledger, { text: '1.5亿元（统计局，口径表第2行）', agrees: false });
    assert.equal(items[2]!.ledger, undefined);
    assert.deepEqual(labels(await complete(client, text, uri)), ['1.5亿元', '1.2亿元', '12000万元']);
    await client.stop();
    folder.dispose();
  });
});

function withRename(): typeof MODERN {
  return { ...MODERN, textDocument: { ...MODERN.textDocument, rename: { prepareSupport: true } } };
}

/** The second character of the first place where a text stands. */
function positionOf(text: string): Position {
  const offset = SPEECH.indexOf(text);
  assert.notEqual(offset, -1, text);
  return DOCUMENT.positionAt(offset + 1);
}

async function hover(client: Client, text: string): Promise<string> {
  const params = { textDocument: { uri: URI }, position: positionOf(text) };
  const found = await client.connection.sendRequest(HoverRequest.type, params);
  return found ? (found.contents as MarkupContent).value : '';
}

async function referencesAt(client: Client, text: string): Promise<readonly string[]> {
  const found = await client.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri: URI },
    position: positionOf(text),
    context: { includeDeclaration: true },
  });
  return (found ?? []).map(({ range }) => DOCUMENT.getText(range));
}

async function prepare(client: Client, text: string): Promise<unknown> {
  const params = { textDocument: { uri: URI }, position: positionOf(text) };
  const found = await client.connection.sendRequest(PrepareRenameRequest.type, params);
  const { range, placeholder } = found as { range: Range; placeholder: string };
  return { text: DOCUMENT.getText(range), placeholder };
}

/** What stood there → what stands there now. */
async function rename(client: Client, text: string, newName: string): Promise<Record<string, string>> {
  const params = { textDocument: { uri: URI }, position: positionOf(text), newName };
  const edit = await client.connection.sendRequest(RenameRequest.type, params);
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return Object.fromEntries(
    (change?.edits ?? []).map((one) => [
      DOCUMENT.getText((one as { range: Range }).range),
      (one as { newText: string }).newText,
    ]),
  );
}

async function complete(client: Client, text: string, uri = URI): Promise<readonly CompletionItem[]> {
  const end = TextDocument.create(URI, '', 1, text).positionAt(text.length);
  const params = { textDocument: { uri }, position: end };
  const found = await client.connection.sendRequest(CompletionRequest.type, params);
  return Array.isArray(found) ? found : (found?.items ?? []);
}

function labels(items: readonly CompletionItem[]): readonly string[] {
  return [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);
}
