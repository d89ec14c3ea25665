import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { CodeActionRequest } from 'vscode-languageserver-protocol/node';
import type { CompareResult, OpinionsResult } from '../../server/src/lsp/protocol/index.ts';
import { type Client, MODERN, startClient } from './support/client.ts';

const URI = 'untitled:讲话稿';
const OLD =
  '在全县工作会议上的讲话\n同志们：\n一、看成绩\n今年建成养老驿站48家，老人吃饭不出村。\n二、抓落实\n要让48家养老驿站天天开门，件件有人管，月月有人查。\n';
const NOW = OLD.replace('48家，', '52家，');

const halves = async (client: Client) =>
  (await client.diagnostics(URI)).filter(({ code }) => code === 'half-updated');
const compare = (client: Client, earlier: string | null): Promise<CompareResult> =>
  client.connection.sendRequest('hegao/compare', { uri: URI, earlier });

describe('与上一稿对比, over the protocol', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());
  beforeEach(() => client.open(URI, NOW));
  afterEach(() => client.close(URI));

  it('lists what differs, with both values and places', async () => {
    const { version, changes } = await compare(client, OLD);
    assert.equal(version, 1);
    assert.deepEqual(changes, [
      {
        kind: '数据',
        way: '改',
        topic: '建成养老驿站',
        old: {
          text: '48家',
          range: { start: { line: 3, character: 8 }, end: { line: 3, character: 11 } },
          where: '一、第1段',
        },
        now: {
          text: '52家',
          range: { start: { line: 3, character: 8 }, end: { line: 3, character: 11 } },
          where: '一、第1段',
        },
      },
    ]);
  });

  it('makes the check know what was left, and offers to put it right', async () => {
    assert.deepEqual(await halves(client), []);
    await compare(client, OLD);
    assert.equal(await client.refreshes.take(), 'refresh');
    const [found] = await halves(client);
    assert.deepEqual(found?.range, { start: { line: 5, character: 2 }, end: { line: 5, character: 5 } });
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: URI },
      range: found!.range,
      context: { diagnostics: [found!] },
    });
    assert.ok(JSON.stringify(actions).includes('"newText":"52"'));
  });

  it('follows edits, and forgets when it is told to or the document is closed', async () => {
    await compare(client, OLD);
    assert.equal((await halves(client)).length, 1);
    client.change(URI, 2, { text: NOW.replace('让48家', '让52家') });
    assert.deepEqual(await halves(client), []);
    client.change(URI, 3, { text: NOW });
    assert.equal((await halves(client)).length, 1);
    assert.deepEqual(await compare(client, null), { version: 3, changes: [] });
    assert.deepEqual(await halves(client), []);
    await compare(client, OLD);
    client.close(URI);
    client.open(URI, NOW);
    assert.deepEqual(await halves(client), []);
  });

  it('says so where the document is not open, and refuses what it does not understand', async () => {
    const nothing = await client.connection.sendRequest('hegao/compare', {
      uri: 'untitled:无',
      earlier: OLD,
    });
    assert.deepEqual(nothing, { version: null, changes: [] });
    await assert.rejects(client.connection.sendRequest('hegao/compare', { uri: URI }), /hegao\/compare/);
    await assert.rejects(
      client.connection.sendRequest('hegao/opinions', { uri: URI, format: 'pdf' }),
      /hegao\/opinions/,
    );
  });
});

describe('生成核稿意见表, over the protocol', () => {
  const ask = async (text: string, format: string): Promise<OpinionsResult> => {
    const client = await startClient({ capabilities: MODERN });
    try {
      client.open(URI, text);
      return await client.connection.sendRequest('hegao/opinions', { uri: URI, format });
    } finally {
      await client.stop();
    }
  };
  const DRAFT = '在座谈会上的讲话\n同志们：\n上半年，全市工业投资增长xx.x%，形势总体平稳。\n';

  it('gives the findings as CSV, Markdown and Word', async () => {
    const csv = await ask(DRAFT, 'csv');
    assert.match(
      csv.content ?? '',
      /^\ufeff序号,位置,原文,问题,建议,采纳情况\r\n1,第3行（开头第1段）,xx\.x%,/,
    );
    assert.equal(csv.count, 1);
    assert.match((await ask(DRAFT, 'markdown')).content ?? '', /\| 1 \| 第3行（开头第1段） \| xx\.x% \|/);
    const word = await ask(DRAFT, 'docx');
    const body = strFromU8(unzipSync(Buffer.from(word.content ?? '', 'base64'))['word/document.xml']!);
    assert.ok(body.includes('xx.x%') && body.includes('采纳情况'));
  });

  it('makes no table of a classified draft', async () => {
    const { content, message } = await ask(`机密★\n${DRAFT}`, 'csv');
    assert.equal(content, undefined);
    assert.match(message ?? '', /密级/);
  });
});
