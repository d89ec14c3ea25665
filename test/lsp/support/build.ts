import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** The bundle under test. */
export const serverFile = path.join(root, 'server/out/test/server.js');

/** Settles once the bundle is that of the present sources; a bundle that is so already is not touched. */
export const serverBuilt: Promise<void> = bundle();

async function bundle(): Promise<void> {
  const { outputFiles } = await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    external: ['vscode', 'nodejieba'],
    absWorkingDir: root,
    entryPoints: ['server/src/server.ts'],
    outfile: serverFile,
    write: false,
  });
  const { contents } = outputFiles[0]!;
  if (fs.existsSync(serverFile) && fs.readFileSync(serverFile).equals(contents)) return;
  fs.mkdirSync(path.dirname(serverFile), { recursive: true });
  // Renamed into place, so that nobody ever starts half a bundle.
  fs.writeFileSync(`${serverFile}.new`, contents);
  fs.renameSync(`${serverFile}.new`, serverFile);
}
