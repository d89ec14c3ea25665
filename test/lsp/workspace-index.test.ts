import assert from 'node:assert/strict';
import { type Client, MODERN, startClient } from './support/client.ts';
import { type Folder, makeFolder } from './support/drafts.ts';

const report = (value: string) => `2024年清河县工作汇报\n2024年，清河县实现地区生产总值${value}亿元。\n`;
const speech = (value: string) =>
  `在县域经济现场会上的讲话\n同志们：\n会前看了几个点。\n2024年，清河县地区生产总值${value}亿元。\n`;
const EMPTY = '在座谈会上的讲话\n同志们：\n大家辛苦了。\n';

describe('language server: drafts of the workspace against each other', () => {
  let folder: Folder;
  let client: Client;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  /** What is said of a document of the other drafts. */
  const compared = async (uri: string) =>
    (await client.diagnostics(uri)).filter(({ code }) => code === 'metric-drafts');
  /** The same after the server has said that there is news. */
  const news = async (uri: string) => {
    await client.refreshes.take();
    return compared(uri);
  };

  it('finds what a file that is not open has otherwise, and where', async () => {
    const file = folder.write('汇报.txt', report('57.3'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', speech('53.7'));
    client.open(uri, speech('53.7'));
    assert.deepEqual(await compared(uri), []);
    const [found, ...rest] = await news(uri);
    assert.deepEqual(rest, []);
    assert.match(String(found!.message), /此处“53.7亿元”，另一份材料作“57.3亿元”/);
    assert.deepEqual(found!.range, { start: { line: 3, character: 15 }, end: { line: 3, character: 21 } });
    assert.deepEqual(found!.relatedInformation, [
      {
        location: {
          uri: file,
          range: { start: { line: 1, character: 17 }, end: { line: 1, character: 23 } },
        },
        message: '另一份材料：57.3亿元',
      },
    ]);
  });

  it('keeps the finding in its place while other lines are edited, and says when it is gone', async () => {
    folder.write('汇报.txt', report('57.3'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', speech('53.7'));
    client.open(uri, speech('53.7'));
    await compared(uri);
    await news(uri);
    const at = { line: 1, character: 0 };
    client.change(uri, 2, { range: { start: at, end: at }, text: '尊敬的\n' });
    assert.deepEqual(
      (await compared(uri)).map(({ range }) => range.start),
      [{ line: 4, character: 15 }],
    );
    const from = { line: 4, character: 15 };
    client.change(uri, 3, { range: { start: from, end: { line: 4, character: 19 } }, text: '57.3' });
    assert.deepEqual(await compared(uri), []);
  });

  it('goes by what stands in the editor, and by the file again once that is closed', async () => {
    const other = folder.write('汇报.txt', report('57.3'));
    const uri = folder.write('讲话.txt', speech('57.3'));
    client = await startClient({ folders: [folder.uri] });
    client.open(uri, speech('57.3'));
    client.open(other, report('57.3'));
    assert.deepEqual([await compared(uri), await compared(other)], [[], []]);
    client.change(other, 2, { text: report('58.3') });
    await compared(other);
    assert.equal((await news(uri)).length, 1);
    assert.equal((await compared(other)).length, 1);
    client.close(other);
    assert.deepEqual(await news(uri), []);
  });

  it('hears of files that others change', async () => {
    const other = folder.write('汇报.txt', report('53.7'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', speech('53.7'));
    client.open(uri, speech('53.7'));
    assert.deepEqual(await compared(uri), []);
    folder.write('汇报.txt', report('57.3'));
    const tell = () =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: other, type: 2 }],
      });
    await tell();
    assert.equal((await news(uri)).length, 1);
    folder.remove('汇报.txt');
    await tell();
    assert.deepEqual(await news(uri), []);
  });

  it('compares documents that were never saved', async () => {
    client = await startClient({ folders: [folder.uri] });
    client.open('untitled:Untitled-1', report('57.3'));
    client.open('untitled:Untitled-2', speech('53.7'));
    await compared('untitled:Untitled-1');
    await compared('untitled:Untitled-2');
    const [found] = await news('untitled:Untitled-2');
    assert.equal(found!.relatedInformation![0]!.location.uri, 'untitled:Untitled-1');
  });

  it('is silent where the rule is off, and for drafts that are marked as secret', async () => {
    folder.write('.hegao.yaml', 'overrides:\n  - files: [不比/**]\n    rules: {metric-drafts: "off"}\n');
    folder.write('不比/汇报.txt', report('58.3'));
    folder.write('密.txt', `机密★1年\n${report('59.3')}`);
    folder.write('汇报.txt', report('57.3'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', speech('53.7'));
    client.open(uri, speech('53.7'));
    await compared(uri);
    const found = await news(uri);
    assert.deepEqual(
      found.map(({ message }) => /另一份材料作“(.*?)”/.exec(String(message))![1]),
      ['57.3亿元'],
    );
  });

  it('offers to keep quiet, and does', async () => {
    folder.write('汇报.txt', report('57.3'));
    folder.write('.hegao-ignore.yaml', '- rule: metric-drafts\n  file: 讲话.txt\n');
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', speech('53.7'));
    const second = folder.write('主持词.txt', speech('53.7'));
    client.open(uri, speech('53.7'));
    client.open(second, speech('53.7'));
    await compared(uri);
    await compared(second);
    assert.equal((await news(second)).length, 1);
    assert.deepEqual(await compared(uri), []);
  });

  it('publishes to a client that does not ask', async () => {
    const { diagnostic: _, ...textDocument } = MODERN.textDocument!;
    folder.write('汇报.txt', report('57.3'));
    client = await startClient({ folders: [folder.uri], capabilities: { ...MODERN, textDocument } });
    const uri = folder.write('讲话.txt', speech('53.7'));
    client.open(uri, speech('53.7'));
    const { diagnostics } = await client.published.take((sent) =>
      sent.diagnostics.some(({ code }) => code === 'metric-drafts'),
    );
    assert.equal(diagnostics.length, 1);
    client.open(folder.write('空.txt', EMPTY), EMPTY);
    assert.deepEqual(
      (await client.published.take(({ uri }) => uri.endsWith('.txt') && uri !== folder.uri)).version,
      1,
    );
  });
});
