// Makes the suite that runs inside the extension host: one CommonJS file.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles test/vscode/suite. @returns {Promise<string>} path of the bundle */
export async function bundleSuite() {
  const outfile = `${ROOT}client/out/test/suite/index.js`;
  await build({
    entryPoints: [`${ROOT}test/vscode/suite/index.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
