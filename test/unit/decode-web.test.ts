import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/src/files/decode.ts';
import { decode as decodeWeb } from '../../server/src/files/decode-web.ts';

const TEXT = '同志们：\r\n今年完成投资xx亿元，𠮷林路通车。\n';

describe('decode, by what every browser has', () => {
  const samples: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a BOM, and one more in the text', Buffer.from(`\ufeff${TEXT}\ufeff${TEXT}`)],
    ['UTF-16 of both byte orders', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['GB18030', Buffer.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0x95, 0x32, 0x82, 0x36])],
    ['an empty file', Buffer.alloc(0)],
    ['NUL bytes', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['half a surrogate pair', Buffer.from('\ufeff甲\ud842', 'utf16le')],
    ['an odd byte of UTF-16', Buffer.from('\ufeff甲乙', 'utf16le').subarray(0, 5)],
    ['damaged UTF-8', Buffer.concat([Buffer.from(TEXT.repeat(3)), Buffer.from([0xc3]), Buffer.from(TEXT)])],
  ];
  for (const [what, bytes] of samples) {
    it(`${what}: as under Node`, () => assert.deepEqual(decodeWeb(bytes), decode(bytes)));
  }

  it('any bytes: as under Node', () => {
    const prefix = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]);
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(prefix, content, (start, rest) => {
        const bytes = Uint8Array.from([...start, ...rest]);
        assert.deepEqual(decodeWeb(bytes), decode(bytes));
      }),
    );
  });
});
