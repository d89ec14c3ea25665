import { setImmediate } from 'node:timers/promises';

/** Somebody who does what the items stand for, several at a time; rejects when it can do no more. */
export type Hand<Item, Done> = (item: Item) => Promise<Done>;

/** Items that a hand has at once, so that it need not wait for the next. */
const AT_ONCE = 2;

/**
 * Shares items out: `hands` take them from the front, this thread from the back, so the largest come first and what is
 * done here is small. What a hand has dropped is done here. Gives a promise an item, in the order of the items;
 * undefined stands for one that was not done because of `stopped`.
 */
export function shareOut<Item, Done>(
  items: readonly Item[],
  hands: readonly Hand<Item, Done>[],
  own: Hand<Item, Done>,
  stopped: () => boolean,
): readonly Promise<Done | undefined>[] {
  const settle: ((done: Done | undefined) => void)[] = [];
  const fail: ((error: unknown) => void)[] = [];
  const promises = items.map(
    (_, i) =>
      new Promise<Done | undefined>((resolve, reject) => {
        settle[i] = resolve;
        fail[i] = reject;
      }),
  );
  const dropped: number[] = [];
  let first = 0;
  let last = items.length - 1;

  async function take(hand: Hand<Item, Done>): Promise<void> {
    while (first <= last && !stopped()) {
      const i = first++;
      try {
        settle[i]!(await hand(items[i]!));
      } catch {
        dropped.push(i);
        return;
      }
    }
  }
  async function takeHere(): Promise<void> {
    for (;;) {
      // The answers of the others are heard in between, and Ctrl-C.
      await setImmediate();
      const i = dropped.pop() ?? (first <= last ? last-- : undefined);
      if (i === undefined || stopped()) return;
      await own(items[i]!).then(settle[i], fail[i]);
    }
  }
  async function all(): Promise<void> {
    const taking = hands.flatMap((hand) => Array.from({ length: AT_ONCE }, () => take(hand)));
    await Promise.all([...taking, takeHere()]);
    await takeHere();
    for (const done of settle) done(undefined);
  }
  void all();
  return promises;
}
