// npm run check -- PATH…: sets up what is missing, then checks; without a path, the project's own samples.
import path from 'node:path';
import { ensureBuild, ensureDependencies, root, run } from './setup.mjs';

ensureDependencies();
ensureBuild();
const args = process.argv.slice(2);
const named = args.some((arg) => !arg.startsWith('-') || arg === '-');
const from = named ? (process.env.INIT_CWD ?? process.cwd()) : root;
const paths = named ? args : [...args, 'samples'];
process.exitCode = run(process.execPath, [path.join(root, 'server/out/cli.js'), 'check', ...paths], {
  cwd: from,
  stdio: 'inherit',
});
