/** Holds back what is done in the background while somebody types. */
export interface TypingPause {
  /** To be called with each edit. */
  readonly edited: () => void;
  /** Settles when nothing was typed for a moment; tells whether there was anything to wait for. */
  readonly wait: () => Promise<boolean>;
  /** Whether an edit came so lately that the question for its findings is on the way. */
  readonly asks: () => boolean;
}

/** The moment, in milliseconds: more than there is between two keystrokes of one who writes. */
const MOMENT = 150;
/** What an editor takes to ask, in milliseconds. */
const ASKS = 10;

/** Makes the pause of one server. */
export function createTypingPause(now: () => number = () => performance.now()): TypingPause {
  let last = Number.NEGATIVE_INFINITY;
  const left = (): number => last + MOMENT - now();
  return {
    edited() {
      last = now();
    },
    async wait() {
      if (left() <= 0) return false;
      while (left() > 0) await new Promise((resolve) => setTimeout(resolve, left()));
      return true;
    },
    asks: () => now() - last < ASKS,
  };
}
