import { firstWhere } from '../draft/halving.ts';

/** A mistake in a configuration file: where, and one Chinese sentence that says what is wrong and what is allowed. */
export interface ConfigProblem {
  /** Full path of the file. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Exclusive, on the same line; absent where the mistake has no extent on one line. */
  readonly endColumn?: number;
  readonly message: string;
}

/** Makes problems of one file from offsets. */
export function problemAt(
  file: string,
  text: string,
): (start: number, end: number, message: string) => ConfigProblem {
  let starts: readonly number[] | undefined;
  return (start, end, message) => {
    starts ??= lineStarts(text);
    const line = lineOf(starts, start);
    const column = start - starts[line - 1]! + 1;
    const oneLine = end > start && !/[\r\n]/.test(text.slice(start, end));
    return { file, line, column, ...(oneLine ? { endColumn: column + end - start } : {}), message };
  };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
}

/** The last line that begins at or before an offset, from 1. */
function lineOf(starts: readonly number[], offset: number): number {
  return firstWhere(starts.length, (line) => starts[line]! > offset);
}
