import assert from 'node:assert/strict';
import type { MaskResult, UnmaskResult } from '../../server/src/lsp/protocol/index.ts';
import { type Client, MODERN, startClient } from './support/client.ts';

const URI = 'untitled:Untitled-1';
const COPY = 'untitled:Untitled-2';
const SECRET = 'untitled:Untitled-3';
const SPEECH =
  '在临江市防汛会上的讲话\n同志们：\n昨天，我和马春林同志到沙洋县看了大堤，今年已投入12.6亿元。\n';
const MASKED = '在XX市防汛会上的讲话\n同志们：\n昨天，我和XXX同志到XX县看了大堤，今年已投入12.6亿元。\n';

describe('language server: masking', () => {
  let client: Client;
  const mask = (params: object): Promise<MaskResult> => client.connection.sendRequest('hegao/mask', params);
  const unmask = (params: object): Promise<UnmaskResult> =>
    client.connection.sendRequest('hegao/unmask', params);

  before(async () => {
    client = await startClient({ capabilities: MODERN });
    client.open(URI, SPEECH);
    client.open(COPY, MASKED.replace('昨天，', '昨天下午，').replace('亿元。', '亿元。XX县要带头。'));
    client.open(SECRET, `机密★\n${SPEECH}`);
  });
  after(() => client.stop());

  it('gives the masked copy, what is masked and the key; the document stays', async () => {
    const { text, key, things } = await mask({ uri: URI });
    assert.equal(text, MASKED);
    assert.ok(key?.includes('马春林'));
    assert.deepEqual(
      things.map(({ kind, name, count, mask }) => [kind, name, count, mask]),
      [
        ['地名', '临江', 1, 'XX'],
        ['人名', '马春林', 1, 'XXX'],
        ['地名', '沙洋', 1, 'XX'],
      ],
    );
  });

  it('masks what is asked for, but what is to be kept', async () => {
    const { text } = await mask({ uri: URI, what: ['places', 'figures'], keep: ['沙洋'], numbered: true });
    assert.equal(text, SPEECH.replace('临江', 'XX①').replace('12.6', 'xx.x'));
  });

  it('restores an edited copy, and says where masks are left', async () => {
    const { key = '' } = await mask({ uri: URI });
    const { text, restored, open } = await unmask({ uri: COPY, key });
    assert.equal(text, SPEECH.replace('昨天，', '昨天下午，').replace('亿元。', '亿元。XX县要带头。'));
    assert.equal(restored, 3);
    assert.deepEqual(open, [
      { mask: 'XX', range: { start: { line: 2, character: 33 }, end: { line: 2, character: 35 } } },
    ]);
  });

  it('says why there is nothing: a state secret, no draft, no key', async () => {
    const secret = await mask({ uri: SECRET });
    assert.equal(secret.text, undefined);
    assert.match(secret.message ?? '', /密级/);
    assert.match((await mask({ uri: 'untitled:none' })).message ?? '', /没有打开/);
    assert.match((await unmask({ uri: COPY, key: '{}' })).message ?? '', /不是脱敏的密钥文件/);
  });
});
