import fs from 'node:fs';
import path from 'node:path';
import { sniff } from '../word/foreign.ts';
import { type Decoded, decode } from './decode.ts';
import { encode } from './encode.ts';
import { describeKind, describeReadError } from './read.ts';
import { putWhole, sweepBegun } from './whole.ts';
import { describeWriteError } from './write.ts';

const WORD_REFUSED = '这是 Word 文件，脱敏和还原只写纯文本；请先在 Word 或 WPS 中另存为纯文本（.txt）';

/** Reads a file that is to be written anew byte for byte later. Why it cannot be, as a Chinese phrase. */
export function readExactly(file: string): Decoded | { readonly failure: string } {
  try {
    if (!fs.statSync(file).isFile()) return { failure: describeKind(file) };
    const bytes = fs.readFileSync(file);
    const sniffed = sniff(bytes, path.basename(file));
    if (sniffed === 'word') return { failure: WORD_REFUSED };
    if (typeof sniffed === 'object') return sniffed;
    const decoded = decode(bytes);
    if ('failure' in decoded) return decoded;
    const same = encode(decoded.text, decoded);
    if (same && bytes.equals(same)) return decoded;
    const name = decoded.encoding.toUpperCase();
    return { failure: `文件的 ${name} 编码里有不能原样写回的字节；请另存为 UTF-8 后再试` };
  } catch (error) {
    return { failure: describeReadError(error) };
  }
}

/** Writes a file that is not there yet, whole or not at all; `mode` of the file. Why not, as a Chinese phrase. */
export function createFile(file: string, content: Uint8Array, mode = 0o666): string | undefined {
  try {
    sweepBegun(path.dirname(file));
    return putWhole(file, [content], { mode, isNew: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return '已有这个文件，没有覆盖；请换一个名字';
    return describeWriteError(error);
  }
}
