import type { Decoded } from './decoding.ts';

/** The bytes of a text in the encoding of a file; undefined where a character has none in it. */
export function encode(
  text: string,
  { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>,
): Uint8Array | undefined {
  if (!text.isWellFormed()) return undefined;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(bom ? `\ufeff${text}` : text, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
  }
}

/** One table a call: writing a file back is rare, and the table takes a few milliseconds. */
function encodeGb18030(text: string): Uint8Array | undefined {
  const table = createTable();
  const out: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) out.push(code);
    else if (code > 0xffff) out.push(...fourBytes(code - 0x10000 + SUPPLEMENTARY));
    else {
      const bytes = table.get(code);
      if (!bytes) return undefined;
      out.push(...bytes);
    }
  }
  return Uint8Array.from(out);
}

/** Rank of U+10000 among the codes of four bytes; from there on they follow each other. */
const SUPPLEMENTARY = (0x90 - 0x81) * 12600;
/** Codes of four bytes for characters of the basic plane. */
const BASIC = 39420;

function fourBytes(rank: number): readonly [number, number, number, number] {
  return [
    0x81 + Math.floor(rank / 12600),
    0x30 + (Math.floor(rank / 1260) % 10),
    0x81 + (Math.floor(rank / 10) % 126),
    0x30 + (rank % 10),
  ];
}

/** Every code of two and four bytes that the decoder of the system knows, by its character; the first of several codes, and two bytes before four. */
function createTable(): ReadonlyMap<number, readonly number[]> {
  const codes: (readonly number[])[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
  }
  for (let rank = 0; rank < BASIC; rank++) codes.push(fourBytes(rank));
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(codes.flatMap((code) => [...code, 0x0a])));
  const table = new Map<number, readonly number[]>();
  text.split('\n').forEach((character, i) => {
    const code = codes[i];
    const unit = character.charCodeAt(0);
    if (code && character.length === 1 && character !== '\ufffd' && !table.has(unit)) table.set(unit, code);
  });
  return table;
}
