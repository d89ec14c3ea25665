// npm run build:web: the extension for vscode.dev, beside the desktop's bundles and the dictionary that both read.
import { build } from 'esbuild';
import { ensureBuild, root } from './setup.mjs';
import { WEB_BUNDLES } from './web-bundles.mjs';

ensureBuild();
const sourcemap = process.argv.includes('--sourcemap');
await Promise.all(
  WEB_BUNDLES.map((bundle) => build({ ...bundle, absWorkingDir: root, minify: true, sourcemap })),
);
