import os from 'node:os';

/** Below so many bytes in all a thread takes longer to start than it saves. */
const FROM_BYTES = 1_500_000;
/** A thread more for so many bytes. */
const BYTES_EACH = 750_000;
/** Each takes about 100 MB. */
const MOST = 7;

/** How many threads besides this one a run is worth. */
export function threadsFor(
  wanted: number | 'auto',
  sizes: readonly number[],
  processors: number = os.availableParallelism(),
): number {
  const others = Math.max(0, sizes.length - 1);
  if (wanted !== 'auto') return Math.min(wanted, others);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes < FROM_BYTES) return 0;
  return Math.min(processors - 1, Math.floor(bytes / BYTES_EACH), others, MOST);
}
