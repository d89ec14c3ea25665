import type { Position } from 'vscode-languageserver';
import { firstWhere } from '../draft/halving.ts';

/** Offsets at which the lines of a text begin: all that is kept of a draft to say where something in it stands. */
export function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return Uint32Array.from(starts);
}

/** Line and column of an offset. */
export function positionIn(starts: Uint32Array, offset: number): Position {
  const line = firstWhere(starts.length - 1, (at) => starts[at + 1]! > offset);
  return { line, character: offset - starts[line]! };
}
