/** Twentieths of a point, Word's unit of length, of millimetres. */
export function millimetres(length: number): number {
  return Math.round((length / 25.4) * 72 * 20);
}

/** Twentieths of a point, of points. */
export function points(length: number): number {
  return Math.round(length * 20);
}
