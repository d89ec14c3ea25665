/** Lets messages that have arrived be handled first, under Node and in a browser. */
export function nextTurn(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  // A browser's timers wait for milliseconds when they follow each other; a message to oneself does not.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel() as unknown as Record<'port1' | 'port2', Port>;
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** A message port as browsers have it. */
interface Port {
  onmessage: (() => void) | null;
  readonly postMessage: (message: undefined) => void;
  readonly close: () => void;
}
