import { nextTurn } from './turn.ts';

/** Milliseconds that work takes before it gives way: less than anybody notices, and much more than giving way costs. */
export const SLICE = 4;
/** The same for work that nobody waits for: an edit that comes meanwhile is taken up at once. */
const BACKGROUND_SLICE = 2;

/** Does work in the background by steps, and gives way to messages in between and to others as long as they are `busy`; gives what it comes to. */
export async function patiently<T>(
  steps: Iterator<unknown, T>,
  busy: () => boolean = () => false,
): Promise<T> {
  let until = performance.now() + BACKGROUND_SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    do await nextTurn();
    while (busy());
    until = performance.now() + BACKGROUND_SLICE;
  }
}
