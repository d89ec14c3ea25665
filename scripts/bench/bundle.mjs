// The product as it is packed but with the names of its functions: a loader would make each name anew at every call.
import fs from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles an entry, a path from `root`, into a file, with the words beside it. */
export function bundleNamed(root, entry, outfile) {
  buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['nodejieba'],
    logLevel: 'warning',
  });
  fs.copyFileSync(path.join(root, 'server/out/words.dat'), path.join(path.dirname(outfile), 'words.dat'));
}
