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
  return (start, end, message) => {
    const before = text.slice(0, start).split(/\r\n|\r|\n/);
    const line = before.length;
    const column = before[line - 1]!.length + 1;
    const oneLine = end > start && !/[\r\n]/.test(text.slice(start, end));
    return { file, line, column, ...(oneLine ? { endColumn: column + end - start } : {}), message };
  };
}
