/**
 * The compiled dictionary in one file: a header of numbers, then arrays, each aligned to 8 bytes, little-endian,
 * so that loading is nothing but laying views over the bytes.
 */
export const MAGIC = 0x32574748;

/** The arrays in file order with their element types. */
export const SECTIONS = [
  ['codes', 'u16'],
  ['base', 'i32'],
  ['check', 'u16'],
  ['value', 'u16'],
  ['weights', 'f64'],
  ['tags', 'u8'],
  ['tagNames', 'u8'],
  ['emitRows', 'u16'],
  ['emit', 'f64'],
  ['start', 'f64'],
  ['transition', 'f64'],
  ['limits', 'f64'],
  ['singles', 'i32'],
  ['ownWords', 'u8'],
] as const;

export type SectionName = (typeof SECTIONS)[number][0];
export type Element = (typeof SECTIONS)[number][1];

export const BYTES: Readonly<Record<Element, number>> = { u8: 1, u16: 2, i32: 4, f64: 8 };

/** Bytes before the first array: the magic number and the length of each. */
export const HEADER_BYTES = Math.ceil((4 + 4 * SECTIONS.length) / 8) * 8;

/** `bytes` rounded up to the alignment of the arrays. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
