// Makes what runs inside the extension hosts: CommonJS files.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = `${ROOT}client/out/test`;

const common = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning' };

/** Bundles test/vscode/suite. @returns {Promise<string>} path of the bundle */
export async function bundleSuite() {
  const outfile = `${OUT}/suite/index.js`;
  await build({
    ...common,
    entryPoints: [`${ROOT}test/vscode/suite/index.ts`],
    outfile,
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  return outfile;
}

/** Bundles test/vscode/web: the suite and the extension with its file system. @returns {Promise<string>} their folder */
export async function bundleWebSuite() {
  const outdir = `${OUT}/web`;
  await build({
    ...common,
    entryPoints: [`${ROOT}test/vscode/web/index.ts`, `${ROOT}test/vscode/web/files.ts`],
    outdir,
    platform: 'browser',
    target: 'es2023',
    external: ['vscode'],
    // Else mocha's own wrapper would take the bundle's exports for its own.
    define: { exports: 'undefined' },
    alias: { 'node:assert/strict': `${ROOT}test/vscode/web/assert.ts` },
  });
  return outdir;
}
