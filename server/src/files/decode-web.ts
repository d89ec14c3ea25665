import { type Codec, type Decoded, decodeWith, type Undecodable } from './decoding.ts';

/** The text of a file's bytes, as `decodeWith` says, by what every browser has. */
export function decode(bytes: Uint8Array): Decoded | Undecodable {
  return decodeWith(CODEC, bytes);
}

const CODEC: Codec = {
  utf8: (bytes) => strictly('utf-8', bytes),
  lenientUtf8: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  utf16: (bytes, encoding) => strictly(encoding, bytes),
};

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
