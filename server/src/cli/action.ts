/** Makes what a command does of a function that settles with the exit code. */
export type Action = <Arguments extends unknown[]>(
  run: (...given: Arguments) => Promise<number>,
) => (...given: Arguments) => Promise<void>;
