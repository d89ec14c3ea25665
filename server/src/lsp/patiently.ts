import { nextTurn } from './turn.ts';

/** Milliseconds that work takes before it gives way: less than anybody notices, and much more than giving way costs. */
export const SLICE = 4;

/** Does the steps and gives way to messages in between, and to others as long as they are `busy`; gives what they come to. */
export async function patiently<T>(
  steps: Iterator<unknown, T>,
  busy: () => boolean = () => false,
): Promise<T> {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    do await nextTurn();
    while (busy());
    until = performance.now() + SLICE;
  }
}
