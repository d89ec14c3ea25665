import type { Context } from 'mocha';

/**
 * Takes something that the machine or the network has to supply. Where it cannot be had, a test that runs in a
 * pipeline (CI is set) fails; elsewhere it is skipped and says on standard error that it did not run, and why.
 */
export async function outside<T>(test: Context, supply: () => Promise<T>): Promise<T> {
  try {
    return await supply();
  } catch (error) {
    if (process.env.CI) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`\n没有执行：${test.test?.fullTitle() ?? ''}\n${reason}\n`);
    return test.skip();
  }
}

/** Writes to standard error what supplying takes. */
export function saying(line: string): void {
  process.stderr.write(`${line}\n`);
}
