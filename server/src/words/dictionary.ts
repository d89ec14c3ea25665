import { aligned, BYTES, HEADER_BYTES, MAGIC, SECTIONS, type SectionName } from './layout.ts';

/** The compiled dictionary as typed arrays over the file's bytes. Codes are dense numbers for UTF-16 units; 0 is unknown. */
export interface Dictionary {
  /** Code of each UTF-16 unit. */
  readonly codes: Uint16Array;
  /** Double-array trie: the child of slot s by code c is base[s] + c if check there is c. Slot 0 is the root. */
  readonly base: Int32Array;
  readonly check: Uint16Array;
  /** 1 + index into `weights` and `tags` where a word ends, else 0. */
  readonly value: Uint16Array;
  readonly weights: Float64Array;
  readonly tags: Uint8Array;
  readonly tagNames: readonly string[];
  /** Row of a UTF-16 unit in `emit` (4 states a row); row 0 holds the unknown. */
  readonly emitRows: Uint16Array;
  readonly emit: Float64Array;
  readonly start: Float64Array;
  readonly transition: Float64Array;
  /** Weight of an unknown character, weight of a word added without one. */
  readonly minWeight: number;
  readonly addedWeight: number;
  /** Single characters, by code point, that a user dictionary made words: the model for unknown words leaves them alone. */
  readonly singles: ReadonlySet<number>;
  /** The project's own words as a jieba user dictionary: what nodejieba needs to be told to cut alike. */
  readonly ownWords: string;
}

/** Lays views over a compiled dictionary. @throws when the bytes are not one (wrong file, other version, cut short). */
export function openDictionary(bytes: ArrayBuffer): Dictionary {
  const header = new DataView(bytes);
  if (bytes.byteLength < HEADER_BYTES || header.getUint32(0, true) !== MAGIC)
    throw new Error('不是编译好的词典');
  const place = new Map<SectionName, readonly [number, number]>();
  let at = HEADER_BYTES;
  SECTIONS.forEach(([name, element], i) => {
    const length = header.getUint32(4 + 4 * i, true);
    place.set(name, [at, length]);
    at += aligned(length * BYTES[element]);
  });
  if (at !== bytes.byteLength) throw new Error('编译好的词典不完整');
  const of = (name: SectionName): [ArrayBuffer, number, number] => [bytes, ...place.get(name)!];
  const text = (name: SectionName): string => new TextDecoder().decode(new Uint8Array(...of(name)));
  const limits = new Float64Array(...of('limits'));
  return {
    codes: new Uint16Array(...of('codes')),
    base: new Int32Array(...of('base')),
    check: new Uint16Array(...of('check')),
    value: new Uint16Array(...of('value')),
    weights: new Float64Array(...of('weights')),
    tags: new Uint8Array(...of('tags')),
    tagNames: text('tagNames').split(' '),
    emitRows: new Uint16Array(...of('emitRows')),
    emit: new Float64Array(...of('emit')),
    start: new Float64Array(...of('start')),
    transition: new Float64Array(...of('transition')),
    minWeight: limits[0]!,
    addedWeight: limits[1]!,
    singles: new Set(new Int32Array(...of('singles'))),
    ownWords: text('ownWords'),
  };
}
