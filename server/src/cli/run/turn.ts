import { setImmediate } from 'node:timers/promises';

/** How many files are looked at before Ctrl-C is heard. */
const TURN = 16;

/** Lets signals and messages in, once in a while; `i` counts the files. */
export async function takeTurn(i: number): Promise<void> {
  if (i % TURN === TURN - 1) await setImmediate();
}
