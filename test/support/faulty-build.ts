import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const faulty = path.join(root, 'test/support/faulty-rules.ts');

/** Puts the rules that throw in the place of the product's. */
const withFaults: Plugin = {
  name: 'faulty-rules',
  setup({ onResolve }) {
    onResolve({ filter: /rules\/index\.ts$/ }, ({ importer }) =>
      importer === faulty ? undefined : { path: faulty },
    );
  },
};

/** Bundles an entry of the product with the rules that throw; settles with the file. */
export async function buildFaulty(entry: 'server' | 'cli'): Promise<string> {
  const outfile = path.join(root, `server/out/test/faulty-${entry}-${process.pid}.js`);
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    external: ['vscode', 'nodejieba'],
    absWorkingDir: root,
    entryPoints: [`server/src/${entry}.ts`],
    outfile,
    plugins: [withFaults],
  });
  return outfile;
}
