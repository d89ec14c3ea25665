import v8 from 'node:v8';

/** Below so many bytes in all a run is over before any of it tells. */
const FROM_BYTES = 1_500_000;

/** How much larger than what was left by the last collection the heap grows before the next one, in per cent. */
const GROWTH = { alone: 100, together: 70 };

/** How long a function runs before it is compiled with all care; three times what the engine would wait. */
const BUDGET = 400_000;

/** The engines that know each of the settings; in another one nothing is set. */
const KNOWN = { growth: /^1[1-3]\./, budget: /^11\./ };

/**
 * Tells the engine that a large run begins, in which little lasts longer than one draft: it is to collect earlier (by
 * default the heap grows fourfold first), and, where each thread compiles for itself, to compile less. Both hold for
 * all threads that are started later, and change nothing but memory and time. Measured figures: docs/performance.md.
 */
export function beThrifty(sizes: readonly number[], threads: number): void {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes < FROM_BYTES) return;
  const { v8: engine } = process.versions;
  if (KNOWN.growth.test(engine))
    v8.setFlagsFromString(`--heap-growing-percent=${threads > 0 ? GROWTH.together : GROWTH.alone}`);
  if (threads > 0 && KNOWN.budget.test(engine)) v8.setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
