import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Bundles an entry of the product, both given from the root of the project, as it is shipped. Settles once the file is
 * that of the present sources; one that is so already is not touched.
 */
export async function bundleTo(entry: string, file: string): Promise<void> {
  const outfile = path.join(root, file);
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
    entryPoints: [entry],
    outfile,
    write: false,
  });
  const { contents } = outputFiles[0]!;
  if (fs.existsSync(outfile) && fs.readFileSync(outfile).equals(contents)) return;
  fs.mkdirSync(path.dirname(outfile), { recursive: true });
  // Renamed into place, so that nobody ever starts half a bundle.
  fs.writeFileSync(`${outfile}.new`, contents);
  fs.renameSync(`${outfile}.new`, outfile);
}
