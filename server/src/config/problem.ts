import { lineAt, splitLines } from '../draft/lines.ts';
import type { Line } from '../draft/types.ts';

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
  let lines: readonly Line[] | undefined;
  return (start, end, message) => {
    lines ??= splitLines(text);
    const index = lineAt(lines, start);
    const column = start - lines[index]!.start + 1;
    const oneLine = end > start && !/[\r\n]/.test(text.slice(start, end));
    return {
      file,
      line: index + 1,
      column,
      ...(oneLine ? { endColumn: column + end - start } : {}),
      message,
    };
  };
}
