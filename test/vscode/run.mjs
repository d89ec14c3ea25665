// The extension in a real VS Code: `node test/vscode/run.mjs` prints "N passed, N failed"; exit code 1 when one failed.
// Wants `npm run build` first. HEGAO_VSCODE_HOST chooses the host, HEGAO_SCREENSHOTS a folder for pictures.
// `node test/vscode/run.mjs inside|view|web` runs one part alone: the suite under Node, the user's view, the web extension.
// `… view 对比` runs the views with these words in their titles.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareHost } from '../../scripts/vscode-host.mjs';
import { runSuite } from '../../scripts/vscode-suite.mjs';
import { bundleSuite } from './bundle.mjs';
import { runView } from './view.mjs';
import { runWeb } from './web.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const EXTENSION = path.resolve(HERE, '..', '..');
const BUILT = ['client/out/extension.js', 'server/out/server.js'];

async function main() {
  const missing = BUILT.filter((file) => !fs.existsSync(path.join(EXTENSION, file)));
  if (missing.length > 0) throw new Error(`请先运行 npm run build / build first: ${missing.join(', ')}`);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-vscode-'));
  try {
    const wanted = process.argv[2] ?? 'all';
    const parts = wanted === 'all' ? Object.values(PARTS) : [PARTS[wanted]];
    if (parts.includes(undefined)) throw new Error(`inside、view 或 web / one of these: ${wanted}`);
    const results = [];
    for (const part of parts) results.push(await part(scratch));
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failures: results.flatMap(({ failures }) => failures),
    };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** The suite in an extension host under Node. */
async function inside(scratch) {
  const host = await prepareHost();
  return runSuite(
    host,
    {
      folder: freshWorkspace(scratch, 'inside'),
      extension: EXTENSION,
      suite: await bundleSuite(),
      profile: path.join(scratch, 'profile'),
      hostName: host.name,
    },
    console.log,
  );
}

/** The user's view is driven through a browser, which only code-server has. */
async function view(scratch) {
  const host = await prepareHost();
  if (host.kind !== 'code-server') {
    console.log(
      '界面测试只在 code-server 宿主上运行（HEGAO_VSCODE_HOST=code-server）/ view tests need code-server',
    );
    return { passed: 0, failures: [] };
  }
  return runView(host, {
    folder: freshWorkspace(scratch, '讲话稿'),
    scratch,
    screenshots: process.env.HEGAO_SCREENSHOTS,
    only: process.argv[3],
    log: console.log,
  });
}

/** The browser's extension host; its workbench is that of code-server, which need not run. */
async function web(scratch) {
  const host = await prepareHost(console.log, 'code-server');
  return runWeb(host, { scratch, log: console.log });
}

function freshWorkspace(scratch, name) {
  const folder = path.join(scratch, name);
  fs.cpSync(path.join(HERE, 'workspace'), folder, { recursive: true });
  return folder;
}

const PARTS = { inside, view, web };

try {
  const { passed, failures } = await main();
  for (const failure of failures) console.error(`\n✘ ${failure}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
