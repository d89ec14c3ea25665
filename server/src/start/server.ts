import path from 'node:path';
import { runCompiled } from './compiled.ts';

// The transport stands among the arguments: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
process.argv.splice(2, 0, 'lsp');
runCompiled(path.join(__dirname, 'cli-main.js'));
