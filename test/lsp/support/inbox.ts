/** What has come in, and a way to wait for what is to come. */
export interface Inbox<T> {
  /** All of it, in order. */
  readonly all: readonly T[];
  readonly put: (item: T) => void;
  /** The first item that `wanted` accepts and that no other wait has been given; waits for it if need be. */
  readonly take: (wanted?: (item: T) => boolean) => Promise<T>;
}

/** Makes an empty inbox. */
export function createInbox<T>(): Inbox<T> {
  const all: T[] = [];
  const free: T[] = [];
  const waiting: { readonly wanted: (item: T) => boolean; readonly give: (item: T) => void }[] = [];
  return {
    all,
    put(item) {
      all.push(item);
      const next = waiting.findIndex(({ wanted }) => wanted(item));
      if (next < 0) free.push(item);
      else waiting.splice(next, 1)[0]!.give(item);
    },
    take(wanted = () => true) {
      const at = free.findIndex(wanted);
      if (at >= 0) return Promise.resolve(free.splice(at, 1)[0]!);
      return new Promise((give) => waiting.push({ wanted, give }));
    },
  };
}
