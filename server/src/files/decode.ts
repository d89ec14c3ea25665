import { Buffer, isUtf8, transcode } from 'node:buffer';

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

const NOT_TEXT = '不是文本文件（可核查的是 UTF-8、UTF-16 或 GB18030 编码的纯文本）';

/**
 * The text of a file's bytes: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030.
 * Offsets of the text count UTF-16 units from the first character after the BOM. Fails on binary bytes
 * and on damaged ones; never replaces a character.
 */
export function decode(bytes: Uint8Array): Decoded | Undecodable {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decodeUtf16(buffer.subarray(2), 'utf-16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decodeUtf16(buffer.subarray(2), 'utf-16be');
  if (buffer.includes(0)) return { failure: NOT_TEXT };
  const bom = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const content = bom ? buffer.subarray(3) : buffer;
  if (isUtf8(content)) return { text: utf8Text(content), encoding: 'utf-8', bom };
  if (bom || isDamagedUtf8(content)) return { failure: damaged(content) };
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(content);
    return { text, encoding: 'gb18030', bom: false };
  } catch {
    return { failure: NOT_TEXT };
  }
}

/** Valid UTF-8 as a string; `transcode` is eight times faster than `toString`, but not every host has it. */
function utf8Text(content: Buffer): string {
  if (typeof transcode !== 'function' || content.length < 1024) return content.toString('utf8');
  return transcode(content, 'utf8', 'utf16le').toString('utf16le');
}

function decodeUtf16(content: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded | Undecodable {
  if (content.length % 2 === 1) return { failure: 'UTF-16 编码不完整：字节数为奇数' };
  const units = encoding === 'utf-16be' ? Buffer.from(content).swap16() : content;
  const text = units.toString('utf16le');
  if (text.includes('\0') || !text.isWellFormed()) return { failure: NOT_TEXT };
  return { text, encoding, bom: true };
}

/**
 * Whether bytes that are not UTF-8 nearly are: almost any of them would also read as GB18030, as nonsense.
 * In true GB18030 text hardly a character happens to be valid UTF-8.
 */
function isDamagedUtf8(content: Buffer): boolean {
  let broken = 0;
  let sound = 0;
  for (const character of content.toString('utf8')) {
    if (character === '\ufffd') broken++;
    else if (character > '\u07ff') sound++;
  }
  return sound > broken * 4;
}

function damaged(content: Buffer): string {
  const lenient = content.toString('utf8');
  const line = lenient.slice(0, lenient.indexOf('\ufffd')).split(/\r\n|\r|\n/).length;
  return `UTF-8 编码有损坏的字节（第${line}行），请修复后另存`;
}
