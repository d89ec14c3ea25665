import fs from 'node:fs';
import process from 'node:process';
import { loadShared, runTests } from './run.ts';

/** Where the runner wants the result, and which host it chose. */
const { HEGAO_TEST_REPORT: reportFile, HEGAO_TEST_HOST: host = 'unknown host' } = process.env;

/** Runs every test in an extension host under Node: VS Code calls it. @throws when a test failed */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  await runTests({
    Mocha,
    host,
    load,
    report(report) {
      if (reportFile !== undefined) fs.writeFileSync(reportFile, JSON.stringify(report));
    },
  });
}

/** The web host serves no views with pages of their own, and writes no files. */
async function load(): Promise<void> {
  await loadShared();
  await import('./ledger.test.ts');
  await import('./export.test.ts');
  await import('./restart.test.ts');
}
