export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text and what is needed to write it back as it was; line ends stand in the text as they are. */
export interface Decoded {
  /** Without byte order mark: offset 0 is the first character after it. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** Why bytes are no text, one Chinese sentence without its subject. */
export interface Undecodable {
  readonly failure: string;
}

/** How bytes become text on the system at hand. No byte order mark is looked for, none is taken away. */
export interface Codec {
  /** The text of UTF-8; undefined where a byte does not fit. */
  readonly utf8: (bytes: Uint8Array) => string | undefined;
  /** The text of UTF-8 with U+FFFD for what does not fit. */
  readonly lenientUtf8: (bytes: Uint8Array) => string;
  /** The text of an even number of bytes; undefined where half a surrogate pair stands in it. */
  readonly utf16: (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be') => string | undefined;
}

/** Said of bytes that are no text. */
export const NOT_TEXT = '不是文本文件（可核查的是 UTF-8、UTF-16 或 GB18030 编码的纯文本）';

/**
 * The text of a file's bytes: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030.
 * Offsets of the text count UTF-16 units from the first character after the BOM. Fails on binary bytes
 * and on damaged ones; never replaces a character.
 */
export function decodeWith(codec: Codec, bytes: Uint8Array): Decoded | Undecodable {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(codec, bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(codec, bytes.subarray(2), 'utf-16be');
  if (bytes.includes(0)) return { failure: NOT_TEXT };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = bom ? bytes.subarray(3) : bytes;
  const utf8 = codec.utf8(content);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', bom };
  const lenient = codec.lenientUtf8(content);
  if (bom || isDamagedUtf8(lenient)) return { failure: damaged(lenient) };
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(content);
    return { text, encoding: 'gb18030', bom: false };
  } catch {
    return { failure: NOT_TEXT };
  }
}

function decodeUtf16(
  codec: Codec,
  content: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
): Decoded | Undecodable {
  if (content.length % 2 === 1) return { failure: 'UTF-16 编码不完整：字节数为奇数' };
  const text = codec.utf16(content, encoding);
  if (text === undefined || text.includes('\0')) return { failure: NOT_TEXT };
  return { text, encoding, bom: true };
}

/**
 * Whether bytes that are not UTF-8 nearly are: almost any of them would also read as GB18030, as nonsense.
 * In true GB18030 text hardly a character happens to be three valid bytes of UTF-8, and nearly every one leaves a
 * broken byte; a short text may hold as many broken bytes as sound characters by chance, not more of the latter.
 */
function isDamagedUtf8(lenient: string): boolean {
  let broken = 0;
  let sound = 0;
  for (const character of lenient) {
    if (character === '\ufffd') broken++;
    else if (character > '\u07ff') sound++;
  }
  return sound > broken;
}

function damaged(lenient: string): string {
  const line = lenient.slice(0, lenient.indexOf('\ufffd')).split(/\r\n|\r|\n/).length;
  return `UTF-8 编码有损坏的字节（第${line}行），请修复后另存`;
}
