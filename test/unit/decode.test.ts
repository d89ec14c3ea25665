import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/src/files/decode.ts';

const TEXT = '同志们：\r\n上半年增长xx.x%，𠮷林路竣工。\n';
/** With their bytes in GB18030: common, rare and traditional characters, one whose bytes are half UTF-8 by chance. */
const SENTENCES = [
  ['要抓好落实。', 'd2aad7a5bac3c2e4cab5a1a3'],
  ['强化科技创新，培育新质生产力', 'c7bfbbafbfc6bcbcb4b4d0c2a3acc5e0d3fdd0c2d6cac9fab2fac1a6'],
  ['改革发展', 'b8c4b8efb7a2d5b9'],
  ['榆林市绥德县', 'd3dcc1d6cad0cbe7b5c2cfd8'],
  ['濂溪湖畔歌声嘹亮', 'e5a5cfaabafec5cfb8e8c9f9e0dac1c1'],
  ['聯繫群眾，發展經濟', 'c293c04dc8bab18aa3acb06cd5b9bd9b9dfa'],
] as const;
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('decode', () => {
  it('reads UTF-8 with and without BOM, line ends as they are', () => {
    assert.deepEqual(decode(Buffer.from(TEXT)), { text: TEXT, encoding: 'utf-8', bom: false });
    assert.deepEqual(decode(Buffer.from(`\ufeff${TEXT}`)), { text: TEXT, encoding: 'utf-8', bom: true });
  });

  it('reads UTF-16 of both orders with BOM and leaves the bytes alone', () => {
    const little = utf16(TEXT);
    const big = Buffer.from(little).swap16();
    const before = Buffer.from(big);
    assert.deepEqual(decode(little), { text: TEXT, encoding: 'utf-16le', bom: true });
    assert.deepEqual(decode(big), { text: TEXT, encoding: 'utf-16be', bom: true });
    assert.deepEqual(big, before);
  });

  it('reads GB18030: two bytes, four bytes, full-width space', () => {
    // 同志们　㐀
    const bytes = Buffer.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa1, 0xa1, 0x81, 0x39, 0xee, 0x39]);
    assert.deepEqual(decode(bytes), { text: '同志们　㐀', encoding: 'gb18030', bom: false });
  });

  it('reads nothing as nothing', () => {
    assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8', bom: false });
  });

  it('reads a view into a larger buffer', () => {
    const bytes = Buffer.from(`甲${TEXT}乙`);
    assert.deepEqual(decode(bytes.subarray(3, bytes.length - 3)), {
      text: TEXT,
      encoding: 'utf-8',
      bom: false,
    });
  });

  it('gives back any well-formed text from UTF-8 and UTF-16', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 2000 })
      .filter((t) => !t.includes('\0') && !t.startsWith('\ufeff'));
    fc.assert(
      fc.property(text, (t) => {
        assert.equal((decode(Buffer.from(t)) as { text: string }).text, t);
        assert.equal((decode(utf16(t)) as { text: string }).text, t);
      }),
    );
  });

  it('agrees with a long text, which takes the fast way', () => {
    const long = TEXT.repeat(200);
    assert.equal((decode(Buffer.from(long)) as { text: string }).text, long);
  });

  it('refuses any sentence of UTF-8 that lost a byte, and takes the same sentence in GB18030', () => {
    for (const [sentence, gb18030] of SENTENCES) {
      const utf8 = Buffer.from(sentence);
      for (let at = 0; at < utf8.length; at++) {
        const damaged = Buffer.concat([utf8.subarray(0, at), utf8.subarray(at + 1)]);
        const result = decode(damaged);
        assert.ok('failure' in result, `${sentence} without byte ${at}`);
      }
      assert.deepEqual(decode(Buffer.from(gb18030, 'hex')), {
        text: sentence,
        encoding: 'gb18030',
        bom: false,
      });
    }
  });

  const failures: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['NUL bytes', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /^不是文本文件/],
    ['bytes of no encoding', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /^不是文本文件/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /^不是文本文件/],
    ['half a surrogate pair', utf16('甲\ud842'), /^不是文本文件/],
    ['an odd byte of UTF-16', utf16('甲乙').subarray(0, 5), /^UTF-16 编码不完整/],
    [
      'UTF-8 cut within a character',
      Buffer.from(TEXT.repeat(2)).subarray(0, -3),
      /^UTF-8 编码有损坏的字节（第4行）/,
    ],
    [
      'UTF-8 with one wrong byte',
      Buffer.concat([Buffer.from(TEXT), Buffer.from([0xc3]), Buffer.from(TEXT)]),
      /第3行/,
    ],
    [
      'a short text with broken characters on two lines',
      Buffer.concat([
        Buffer.from('同志们：'),
        Buffer.from([0xe5, 0x85, 0x0a, 0xe5, 0xa4]),
        Buffer.from('增长xx.x%'),
      ]),
      /^UTF-8 编码有损坏的字节（第1行）/,
    ],
    ['broken UTF-8 after a BOM', Buffer.from([0xef, 0xbb, 0xbf, 0xff]), /^UTF-8 编码有损坏的字节（第1行）/],
  ];
  for (const [what, bytes, reason] of failures) {
    it(`refuses ${what}`, () => {
      const result = decode(bytes);
      assert.ok('failure' in result);
      assert.match(result.failure, reason);
    });
  }
});
