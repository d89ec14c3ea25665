import { deflateSync } from 'fflate';
import { crc32, findEnd } from './zip.ts';

/** One entry as it is written: records of the directory with the file's own names, dates and attributes. */
interface Written {
  readonly central: Uint8Array;
  readonly local: Uint8Array;
  readonly data: Uint8Array;
}

const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Sizes stand behind the data (APPNOTE 4.4.4, bit 3): here they stand before them. */
const SIZES_BEHIND = 1 << 3;
const NAMES_UTF8 = 1 << 11;

/**
 * A package with some entries changed and new ones at its end, the others as they are packed, in their order and with
 * their dates. `bytes` is one that `readDirectory` reads.
 */
export function rewriteZip(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const written: Written[] = [];
  const left = new Map(changes);
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    const length = centralLength(view, at);
    // A copy: `slice` of a Buffer is none.
    const record = new Uint8Array(bytes.subarray(at, at + length));
    const name = nameOf(record);
    left.delete(name);
    written.push(entry(bytes, record, changes.get(name)));
    at += length;
  }
  const model = written[0]?.central;
  for (const [name, content] of left) written.push(newEntry(name, content, model));
  return joined(written, bytes.subarray(end));
}

function centralLength(view: DataView, at: number): number {
  const variable = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  return variable.reduce((sum, length) => sum + length, CENTRAL_LENGTH);
}

function nameOf(central: Uint8Array): string {
  const length = viewOf(central).getUint16(28, true);
  const name = new TextDecoder().decode(central.subarray(CENTRAL_LENGTH, CENTRAL_LENGTH + length));
  return name.replaceAll('\\', '/');
}

function entry(bytes: Uint8Array, central: Uint8Array, content: Uint8Array | undefined): Written {
  const fields = viewOf(central);
  const start = fields.getUint32(42, true);
  const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extraAt = start + LOCAL_LENGTH + whole.getUint16(start + 26, true);
  const extra = bytes.subarray(extraAt, extraAt + whole.getUint16(start + 28, true));
  const dataAt = extraAt + extra.length;
  const data = content
    ? describe(fields, content)
    : bytes.subarray(dataAt, dataAt + fields.getUint32(20, true));
  fields.setUint16(8, fields.getUint16(8, true) & ~SIZES_BEHIND, true);
  return { central, local: localRecord(central, extra), data };
}

function newEntry(name: string, content: Uint8Array, model: Uint8Array | undefined): Written {
  const bytes = new TextEncoder().encode(name);
  const central = new Uint8Array(CENTRAL_LENGTH + bytes.length);
  const fields = viewOf(central);
  if (model) central.set(model.subarray(0, CENTRAL_LENGTH));
  fields.setUint32(0, CENTRAL, true);
  fields.setUint16(4, 20, true);
  fields.setUint16(6, 20, true);
  fields.setUint16(8, NAMES_UTF8, true);
  fields.setUint16(28, bytes.length, true);
  for (const offset of [30, 32, 34, 36]) fields.setUint16(offset, 0, true);
  fields.setUint32(38, 0, true);
  central.set(bytes, CENTRAL_LENGTH);
  const data = describe(fields, content);
  return { central, local: localRecord(central, new Uint8Array()), data };
}

/** Packs a content and says in the record what it is. */
function describe(fields: DataView, content: Uint8Array): Uint8Array {
  const data = deflateSync(content);
  fields.setUint16(10, 8, true);
  fields.setUint32(16, crc32(content), true);
  fields.setUint32(20, data.length, true);
  fields.setUint32(24, content.length, true);
  return data;
}

/** What stands before the data says what the directory says (APPNOTE 4.3.7). */
function localRecord(central: Uint8Array, extra: Uint8Array): Uint8Array {
  const nameLength = viewOf(central).getUint16(28, true);
  const local = new Uint8Array(LOCAL_LENGTH + nameLength + extra.length);
  viewOf(local).setUint32(0, LOCAL, true);
  // From the version needed to the length of the name both records hold the same fields in the same order.
  local.set(central.subarray(6, CENTRAL_LENGTH - 16), 4);
  viewOf(local).setUint16(28, extra.length, true);
  local.set(central.subarray(CENTRAL_LENGTH, CENTRAL_LENGTH + nameLength), LOCAL_LENGTH);
  local.set(extra, LOCAL_LENGTH + nameLength);
  return local;
}

function joined(written: readonly Written[], oldEnd: Uint8Array): Uint8Array {
  let offset = 0;
  const files: Uint8Array[] = [];
  for (const { central, local, data } of written) {
    viewOf(central).setUint32(42, offset, true);
    files.push(local, data);
    offset += local.length + data.length;
  }
  const directory = written.map(({ central }) => central);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new Uint8Array(oldEnd);
  const fields = viewOf(end);
  fields.setUint16(8, written.length, true);
  fields.setUint16(10, written.length, true);
  fields.setUint32(12, size, true);
  fields.setUint32(16, offset, true);
  return concat([...files, ...directory, end]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
