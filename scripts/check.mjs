// npm run check -- PATH…: sets up what is missing, then checks; without a path, the project's own samples.
import path from 'node:path';
import { namesPath } from './check-paths.mjs';
import { ensureBuild, ensureDependencies, root, run } from './setup.mjs';

ensureDependencies();
ensureBuild();
const args = process.argv.slice(2);
const from = process.env.INIT_CWD ?? process.cwd();
const paths = namesPath(args) ? args : [...args, path.relative(from, path.join(root, 'samples'))];
process.exitCode = run(process.execPath, [path.join(root, 'server/out/cli.js'), 'check', ...paths], {
  cwd: from,
  stdio: 'inherit',
});
