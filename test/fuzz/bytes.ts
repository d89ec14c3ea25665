import { type Below, nearDraft, randomUnits, VOCABULARY } from './near-drafts.ts';

/** Halves of characters, marks of encodings and bytes that no encoding has. */
const BROKEN: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xff, 0xfe, 0, 0],
  [0x81],
  [0x81, 0x30],
  [0x81, 0x30, 0x81],
  [0x84, 0x31, 0xa4, 0x37],
  [0xa3, 0xff],
  [0xe4],
  [0xe4, 0xb8],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0],
  [0x80],
  [0xff],
  [0x1a],
];

/** Bytes of a file: of no sense, of a draft that is broken somewhere, or of a draft in another encoding, cut anywhere. */
export function randomBytes(below: Below): Buffer {
  switch (below(4)) {
    case 0:
      return Buffer.from(Array.from({ length: below(200) }, () => below(256)));
    case 1:
      return brokenBytes(Buffer.from(nearDraft(below).text), below);
    case 2: {
      const wide = Buffer.from(`\ufeff${nearDraft(below).text}`, 'utf16le');
      const ordered = below(2) === 0 ? wide : wide.swap16();
      return ordered.subarray(below(3), ordered.length - below(4));
    }
    default:
      return Buffer.from(randomUnits(below), below(2) === 0 ? 'utf16le' : 'utf8');
  }
}

/** The bytes with some of them changed, taken away, said twice, or with bytes between that belong to no text. */
export function brokenBytes(bytes: Buffer, below: Below): Buffer {
  let out = bytes;
  for (let i = 0; i < 1 + below(4); i++) {
    const at = below(out.length + 1);
    const end = Math.min(out.length, at + below(8));
    const between = [
      Buffer.from(BROKEN[below(BROKEN.length)]!),
      Buffer.from([below(256)]),
      Buffer.from(VOCABULARY[below(VOCABULARY.length)]!),
      out.subarray(at, at + below(60)),
      Buffer.alloc(0),
    ][below(5)]!;
    out = Buffer.concat([out.subarray(0, at), between, out.subarray(below(2) === 0 ? at : end)]);
  }
  return below(6) === 0 ? out.subarray(0, below(out.length + 1)) : out;
}
