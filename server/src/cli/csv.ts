import type { Position } from './places.ts';

export { BOM, csvRecord } from '../files/csv.ts';

/** A place in words: a spreadsheet would read `3:14` as a time. Both count from 1. */
export function csvPlace({ line, column }: Position): string {
  return `第${line}行第${column}列`;
}
