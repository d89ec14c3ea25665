import { Inflate } from 'fflate';
import { DAMAGED, OVERSIZE, Unreadable } from './failure.ts';

/** One file of a package as the package holds it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Declared length in bytes. */
  readonly size: number;
  /** The bytes as they stand in the package. */
  readonly raw: Uint8Array;
}

/** What may be unpacked at most: a report of ten thousand characters takes a quarter of a megabyte. */
const LARGEST = 64 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
/** XML of Word is packed to between a fifth and a fiftieth. */
const STEEPEST = 400;
const STEEP_FROM = 4 * 1024 * 1024;
const PIECE = 16 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The entries of a zip package by its central directory (PKWARE APPNOTE 4.3), nothing unpacked yet.
 * @throws Unreadable where it is cut short, damaged or has too many entries
 */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) throw new Unreadable(OVERSIZE);
    const entries = new Map<string, ZipEntry>();
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CENTRAL) throw new Unreadable(DAMAGED);
      const { entry, next } = readEntry(bytes, view, at);
      entries.set(entry.name, entry);
      at = next;
    }
    return entries;
  } catch (error) {
    // A DataView throws a RangeError behind the end of the bytes.
    throw error instanceof Unreadable ? error : new Unreadable(DAMAGED);
  }
}

/** Where the end record of the central directory stands. @throws Unreadable, or a RangeError of the view */
export function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Unreadable(DAMAGED);
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (view.getUint32(local, true) !== LOCAL) throw new Unreadable(DAMAGED);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (next > bytes.length || start + packed > bytes.length) throw new Unreadable(DAMAGED);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const entry = {
    name: name.replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    raw: bytes.subarray(start, start + packed),
  };
  return { entry, next };
}

/** The bytes of an entry. @throws Unreadable where it is encrypted, damaged, or larger than is sensible */
export function unpack(entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new Unreadable('文件加了密，请去掉密码、另存后再核');
  refuseBombs(entry, entry.size);
  const content = entry.method === 0 ? entry.raw : inflated(entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new Unreadable(DAMAGED);
  return content;
}

function refuseBombs({ raw }: ZipEntry, size: number): void {
  if (size > LARGEST || (size > STEEP_FROM && size > raw.length * STEEPEST)) throw new Unreadable(OVERSIZE);
}

/** Unpacks in pieces, so that no more than the declared size is ever held, whatever the data turn out to be. */
function inflated(entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw new Unreadable(DAMAGED);
  const out = new Uint8Array(entry.size);
  let length = 0;
  try {
    const stream = new Inflate((piece) => {
      if (length + piece.length > out.length) throw new Unreadable(DAMAGED);
      out.set(piece, length);
      length += piece.length;
    });
    for (let at = 0; at === 0 || at < entry.raw.length; at += PIECE) {
      stream.push(entry.raw.subarray(at, at + PIECE), at + PIECE >= entry.raw.length);
    }
  } catch {
    throw new Unreadable(DAMAGED);
  }
  return out.subarray(0, length);
}

/** The checksum of APPNOTE 4.4.7. */
export function crc32(bytes: Uint8Array): number {
  const table = crcTable();
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function crcTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c;
  }
  return table;
}
