/** Sizes of type by their Chinese names, in points (practice of Word and WPS). */
const SIZES = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  '1号': 26,
  '2号': 22,
  '3号': 16,
  '4号': 14,
  '5号': 10.5,
} as const;

export type SizeName = keyof typeof SIZES;
export const SIZE_NAMES = Object.keys(SIZES) as readonly SizeName[];

/** A size in points, whether said by name or by number. */
export function sizeInPoints(size: number | SizeName): number {
  return typeof size === 'number' ? size : SIZES[size];
}
