import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  CodeLensRequest,
  PrepareRenameRequest,
  type RenameParams,
  RenameRequest,
  type ResponseError,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  KeepResult,
  OffersResult,
  OpenItemsResult,
  RenumberResult,
} from '../../server/src/lsp/protocol/index.ts';
import { type Client, MODERN, startClient } from './support/client.ts';
import { makeFolder } from './support/drafts.ts';

const URI = 'untitled:review';
const TEXT = [
  '在XX市水利工作会议上的讲话',
  '',
  '同志们：',
  '　　今年XX市委把水利摆在重要位置，新修渠道xx公里，投资增长xx.x%。',
  '　　请XX县、XX县和XX县做好准备，x月xx日前报送XX市政府。',
  '',
].join('\n');
const RENAMING: ClientCapabilities = {
  ...MODERN,
  textDocument: { ...MODERN.textDocument, rename: { prepareSupport: true } },
};

describe('language server: review of what is left to fill in', () => {
  let client: Client;
  before(async () => {
    client = await startClient({ capabilities: RENAMING });
  });
  after(() => client.stop());
  beforeEach(() => client.open(URI, TEXT));
  afterEach(() => client.close(URI));

  const at = (text: string, nth = 0) => {
    let offset = -1;
    for (let i = 0; i <= nth; i++) offset = TEXT.indexOf(text, offset + 1);
    return TextDocument.create('', '', 0, TEXT).positionAt(offset);
  };
  const renamed = async (params: Omit<RenameParams, 'textDocument'>): Promise<string> => {
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: URI },
      ...params,
    });
    const [change] = edit!.documentChanges as [TextDocumentEdit];
    assert.equal(change.textDocument.version, 1);
    return applied(TEXT, change.edits as TextEdit[]);
  };
  const fails = (params: Omit<RenameParams, 'textDocument'>, why: RegExp): Promise<void> =>
    assert.rejects(
      client.connection.sendRequest(RenameRequest.type, { textDocument: { uri: URI }, ...params }),
      (error: ResponseError<unknown>) => why.test(error.message),
    );

  it('lists things with their places, speech by speech', async () => {
    const { version, speeches } = await client.connection.sendRequest<OpenItemsResult>('hegao/openItems', {
      uri: URI,
    });
    assert.equal(version, 1);
    assert.deepEqual(
      speeches.map(({ title, things }) => [
        title,
        things.map(({ kind, label, several, places }) => [kind, label, several, places.length]),
      ]),
      [
        [
          '在XX市水利工作会议上的讲话',
          [
            ['名称', 'XX市', false, 3],
            ['数字', 'xx公里（新修渠道）', false, 1],
            ['数字', 'xx.x%（投资增速）', false, 1],
            ['名称', 'XX县', true, 3],
            ['日期', 'x月xx日', false, 1],
          ],
        ],
      ],
    );
    const [first, second] = speeches[0]!.things[0]!.places;
    assert.equal(first!.text, 'XX市');
    assert.equal(second!.text, 'XX市委');
    assert.equal(second!.sentence.slice(second!.at, second!.at + 4), 'XX市委');
    assert.equal(second!.where, '开头第1段');
  });

  it('renames every place of a thing; each keeps what is not masked', async () => {
    for (const newName of ['临江市', '临江']) {
      const text = await renamed({ position: at('XX市'), newName });
      assert.match(text, /^在临江市水利[\s\S]*今年临江市委把[\s\S]*报送临江市政府。/);
      assert.match(text, /xx公里[\s\S]*XX县、XX县和XX县/);
    }
    const fromOffice = await renamed({ position: at('XX市委'), newName: '临江市委' });
    assert.match(fromOffice, /^在临江市水利[\s\S]*今年临江市委把[\s\S]*报送临江市政府。/);
    assert.match(await renamed({ position: at('xx.x%'), newName: '6.5' }), /投资增长6\.5%。/);
    assert.match(await renamed({ position: at('xx公里'), newName: '3000米' }), /新修渠道3000米，/);
  });

  it('says what a rename would change, and refuses in words elsewhere', async () => {
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, {
      textDocument: { uri: URI },
      position: at('xx公里'),
    });
    assert.deepEqual(prepared, {
      range: { start: at('xx公里'), end: at('，投资增长') },
      placeholder: 'xx公里',
    });
    await assert.rejects(
      client.connection.sendRequest(PrepareRenameRequest.type, {
        textDocument: { uri: URI },
        position: at('同志们'),
      }),
      /此处不是待补之处/,
    );
    await fails({ position: at('同志们'), newName: '同事们' }, /此处不是待补之处/);
    await fails({ position: at('XX县'), newName: '临江县' }, /“XX县”在本篇里不止指一个/);
    await fails({ position: at('XX市'), newName: ' ' }, /请写明要填的内容/);
    await fails({ position: at('XX市'), newName: '临江\n市' }, /只能是一行/);
    await fails({ position: at('XX市'), newName: '某某市' }, /还是待补的记号/);
  });

  it('fills in one place alone', async () => {
    const fill = (params: object) => client.connection.sendRequest<RenumberResult>('hegao/fill', params);
    const one = await fill({ uri: URI, position: at('XX县', 1), text: '安平县', all: false });
    assert.equal(one.version, 1);
    assert.match(applied(TEXT, one.edits), /XX县、安平县和XX县/);
    const refused = await fill({ uri: URI, position: at('同志们'), text: '安平县', all: false });
    assert.deepEqual(refused.edits, []);
    assert.match(refused.message ?? '', /此处不是待补之处/);
    const closed = await fill({ uri: 'untitled:none', position: at('XX县'), text: '安平县', all: false });
    assert.match(closed.message ?? '', /没有打开/);
  });

  it('knows the value that the speech itself gives', async () => {
    const known = '在全会上的讲话\n同志们：\n　　省委第x次全会刚刚开过。\n　　省委第九次全会的精神要学透。\n';
    client.open('untitled:known', known);
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, {
      textDocument: { uri: 'untitled:known' },
      position: { line: 2, character: 5 },
    });
    assert.equal((prepared as { placeholder: string }).placeholder, '第九次');
    client.close('untitled:known');
  });

  it('counts above each speech, unless the setting is off', async () => {
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } });
    assert.deepEqual(
      lenses?.map(({ command, range }) => [command?.title, command?.command, range.start]),
      [['还有9处待补', '', { line: 0, character: 0 }]],
    );
    const own = await startClient({
      capabilities: { ...MODERN, experimental: { hegao: { review: true } } },
      configuration: (scope) => (scope === 'untitled:off' ? { codeLens: false } : {}),
    });
    own.open(URI, TEXT);
    own.open('untitled:off', TEXT);
    const lens = (uri: string) => own.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    assert.equal((await lens(URI))?.[0]?.command?.command, 'hegao.openReview');
    assert.deepEqual(await lens('untitled:off'), []);
    await own.stop();
  });
});

describe('language server: other drafts of the same text', () => {
  const FIRST = '　　去年全县改造老旧渠道，群众浇地不再发愁。水利队伍得到加强，管护制度逐步健全。\n';
  const OPEN = `${TEXT}${FIRST}`;
  const FILLED = OPEN.replaceAll('XX市', '临江市').replace('xx公里', '36公里').replace('xx.x%', '6.5%');

  it('give what they have for the places, and nothing where the text is another', async () => {
    const folder = makeFolder();
    const uri = folder.write('稿/讲话.txt', OPEN);
    folder.write('稿/定稿.txt', FILLED);
    folder.write('稿/去年.txt', `${FILLED.slice(0, TEXT.length)}　　今年另有安排，请大家抓紧落实。\n`);
    folder.write('稿/密.txt', `机密★一年\n${FILLED.replace('36', '37')}`);
    const client = await startClient({ folders: [folder.uri] });
    client.open(uri, OPEN);
    const { version, offers } = await client.connection.sendRequest<OffersResult>('hegao/offers', {
      uri,
      folders: [folder.uri],
    });
    assert.equal(version, 1);
    const texts = offers.map(({ text, from }) => [text, from]);
    assert.deepEqual(
      texts.filter(([text]) => /\d/.test(text!)),
      [
        ['36公里', '稿/定稿.txt'],
        ['6.5%', '稿/定稿.txt'],
      ],
    );
    await client.stop();
    folder.dispose();
  });
});

describe('language server: keeping places and files that are not open', () => {
  it('lists the places of a file, and writes the decision to keep some', async () => {
    const folder = makeFolder();
    const uri = folder.write('讲话.txt', TEXT);
    const client = await startClient({ folders: [folder.uri] });
    const listed = await client.connection.sendRequest<OpenItemsResult>('hegao/openItems', {
      uri,
      folder: folder.uri,
    });
    assert.equal(listed.version, null);
    const [thing] = listed.speeches[0]!.things;
    const keep = (positions: readonly object[]) =>
      client.connection.sendRequest<KeepResult>('hegao/keep', { uri, folder: folder.uri, positions });
    const { edit } = await keep(thing!.places.map(({ range }) => range.start));
    const change = edit!.documentChanges!.at(-1) as TextDocumentEdit;
    const [{ newText }] = change.edits as [TextEdit];
    assert.equal(newText.match(/^- rule: placeholder-name$/gm)?.length, 3);
    assert.equal(newText.match(/^# 核对过/gm)?.length, 1);
    const gone = await keep([{ line: 2, character: 0 }]);
    assert.equal(gone.edit, undefined);
    assert.match(gone.message ?? '', /已有改动/);
    folder.write('.hegao-ignore.yaml', newText);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${folder.uri}/.hegao-ignore.yaml`, type: 1 }],
    });
    await client.refreshes.take();
    const after = await client.connection.sendRequest<OpenItemsResult>('hegao/openItems', {
      uri,
      folder: folder.uri,
    });
    assert.ok(after.speeches[0]!.things.every(({ label }) => label !== 'XX市'));
    await client.stop();
    folder.dispose();
  });
});

function applied(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}
