import 'mocha/mocha.js';
import { loadShared, runTests } from '../suite/run.ts';
import { origin } from './origin.ts';

/** Runs every test in the browser's extension host: VS Code calls it. @throws when a test failed */
export async function run(): Promise<void> {
  await runTests({
    Mocha: (globalThis as unknown as { readonly Mocha: typeof import('mocha') }).Mocha,
    host: 'browser, no Node',
    async load() {
      await import('./host.test.ts');
      await loadShared();
      await import('./fixtures.test.ts');
      await import('./virtual.test.ts');
    },
    report: async (report) => {
      await fetch(`${origin()}/report`, { method: 'POST', body: JSON.stringify(report) });
    },
  });
}
