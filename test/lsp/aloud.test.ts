import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import type { DurationResult, ReadingCopyResult } from '../../server/src/lsp/protocol/index.ts';
import { visible, wordsOf } from '../support/reading-copy.ts';
import { startClient } from './support/client.ts';

const URI = 'untitled:Untitled-1';
const TEXT = '在睢县工作会议上的讲话\n同志们：\n一、抓紧\n增长8.5%。\n二、抓好\n2025年见效。\n';
const LINE = { start: { line: 3, character: 0 }, end: { line: 3, character: 7 } };

describe('language server: reading aloud', () => {
  it('tells how long the draft, its sections and a selection take', async () => {
    const client = await startClient({});
    client.open(URI, TEXT);
    const { rate, whole, selected, sections, version } = await client.connection.sendRequest<DurationResult>(
      'hegao/duration',
      { uri: URI, range: LINE },
    );
    assert.deepEqual([rate, version === null], [200, false]);
    assert.deepEqual(whole, { characters: 24, seconds: 7, text: '约7秒' });
    assert.deepEqual(selected, { characters: 8, seconds: 2, text: '约2秒' });
    assert.deepEqual(
      sections.map(({ name, characters, range }) => [name, characters, range.start.line]),
      [
        ['开头', 3, 0],
        ['一、抓紧', 11, 2],
        ['二、抓好', 10, 4],
      ],
    );
    await client.stop();
  });

  it('at the rate of the settings, and makes a copy as they say', async () => {
    const speech = {
      charactersPerMinute: 60,
      pinyin: 'bracket',
      fontSize: 30,
      times: true,
      sectionPages: true,
    };
    const client = await startClient({ configuration: () => ({ speech }) });
    client.open(URI, TEXT);
    const { whole } = await client.connection.sendRequest<DurationResult>('hegao/duration', { uri: URI });
    assert.equal(whole.text, '约24秒');
    const copy = await client.connection.sendRequest<ReadingCopyResult>('hegao/readingCopy', { uri: URI });
    assert.equal(copy.title, '在睢县工作会议上的讲话');
    assert.equal(visible(copy.body), wordsOf(readDraft(TEXT)));
    assert.match(copy.body, /（suī）/);
    assert.match(copy.body, /class="new-page" data-time="约11秒"/);
    assert.match(copy.style, /font: 30pt/);
    assert.ok(copy.page.includes(copy.body) && copy.page.includes(copy.style));
    await client.stop();
  });

  it('settings that cannot be are as if they were not there', async () => {
    const speech = { charactersPerMinute: 'schnell', pinyin: 1, fontSize: 900, times: 'ja' };
    const client = await startClient({ configuration: () => ({ speech }) });
    client.open(URI, TEXT);
    const { rate } = await client.connection.sendRequest<DurationResult>('hegao/duration', { uri: URI });
    assert.equal(rate, 200);
    const copy = await client.connection.sendRequest<ReadingCopyResult>('hegao/readingCopy', { uri: URI });
    assert.match(copy.style, /font: 22pt/);
    assert.match(copy.body, /<rt>suī<\/rt>/);
    await client.stop();
  });

  it('says what is not open, what is secret, and what is asked wrongly', async () => {
    const client = await startClient({});
    client.open(URI, `机密★\n${TEXT}`);
    const copyOf = (uri: string) =>
      client.connection.sendRequest<ReadingCopyResult>('hegao/readingCopy', { uri });
    const secret = await copyOf(URI);
    assert.match(secret.message ?? '', /标有密级/);
    assert.deepEqual([secret.body, secret.page], ['', '']);
    assert.match((await copyOf('untitled:none')).message ?? '', /没有打开/);
    const none = await client.connection.sendRequest<DurationResult>('hegao/duration', {
      uri: 'untitled:none',
    });
    assert.equal(none.version, null);
    await assert.rejects(
      client.connection.sendRequest('hegao/duration', { uri: URI, range: 3 }),
      /hegao\/duration 的参数应为/,
    );
    await assert.rejects(
      client.connection.sendRequest('hegao/readingCopy', {}),
      /hegao\/readingCopy 的参数应为/,
    );
    await client.stop();
  });
});
