import { nextTurn } from './turn.ts';

/** Milliseconds that work in the background takes before it gives way. */
const SLICE = 8;

/** Does the steps and gives way to messages in between. */
export async function patiently(steps: Iterable<unknown>): Promise<void> {
  let until = performance.now() + SLICE;
  for (const _ of steps) {
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + SLICE;
  }
}
