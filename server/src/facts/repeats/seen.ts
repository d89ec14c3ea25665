/** Hashes that were seen, and which of them more than once. */
export interface Seen {
  readonly add: (hash: number) => void;
  readonly isTwice: (hash: number) => boolean;
}

/** Makes an empty table for at most `most` hashes of 32 bits, in one array of about six times as many numbers at most. */
export function createSeen(most: number): Seen {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1024, most * 1.5)));
  const mask = size - 1;
  const hashes = new Uint32Array(size);
  const twice = new Uint8Array(size);
  const placeOf = (key: number): number => {
    let at = key & mask;
    while (hashes[at] !== 0 && hashes[at] !== key) at = (at + 1) & mask;
    return at;
  };
  return {
    add(hash) {
      const key = hash >>> 0 || 1;
      const at = placeOf(key);
      if (hashes[at] === key) twice[at] = 1;
      else hashes[at] = key;
    },
    isTwice: (hash) => twice[placeOf(hash >>> 0 || 1)] === 1,
  };
}
