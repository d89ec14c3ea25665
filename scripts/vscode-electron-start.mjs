// Started by vscode-electron.mjs, under xvfb-run where there is no display: runs one job of @vscode/test-electron.
import { runTests } from '@vscode/test-electron';

process.exitCode = await runTests(JSON.parse(process.argv[2]));
