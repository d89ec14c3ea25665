// A real VS Code for the tests: VS Code itself where it can be downloaded and shown, else code-server from npm.
// `node scripts/vscode-host.mjs` makes one ready; HEGAO_VSCODE_HOST=electron|code-server insists on one of them.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './vscode-chromium.mjs';
import { CODE_SERVER_VERSION, installCodeServer, isCodeServerReady } from './vscode-code-server.mjs';
import { canShowWindows, installElectron, isElectronReady, VSCODE_VERSION } from './vscode-electron.mjs';

export const CACHE = fileURLToPath(new URL('../node_modules/.cache/hegao-vscode', import.meta.url));

/**
 * Makes a host ready, reusing what an earlier run installed, and says which one it is.
 * @returns {Promise<{kind: 'electron' | 'code-server', name: string, chromium?: string}>}
 * @throws when no host can be had; the message says, in Chinese and English, what is missing
 */
export async function prepareHost(log = console.log, wanted = process.env.HEGAO_VSCODE_HOST) {
  fs.mkdirSync(CACHE, { recursive: true });
  const reasons = [];
  for (const kind of order(wanted)) {
    try {
      const host = await (kind === 'electron' ? prepareElectron(log) : prepareCodeServer(log));
      log(`VS Code 宿主 / host: ${host.name}`);
      return host;
    } catch (error) {
      reasons.push(`${kind}: ${error.message}`);
      log(`不能使用 ${kind} / ${kind} cannot be used: ${error.message.split('\n')[0]}`);
    }
  }
  throw new Error(`没有可用的 VS Code 宿主，逐项原因如下 / no VS Code host:\n- ${reasons.join('\n- ')}`);
}

function order(wanted) {
  if (wanted === 'electron' || wanted === 'code-server') return [wanted];
  if (wanted)
    throw new Error(`HEGAO_VSCODE_HOST 应为 electron 或 code-server / must be one of these: ${wanted}`);
  if (!isElectronReady(CACHE) && isCodeServerReady(CACHE)) return ['code-server', 'electron'];
  return ['electron', 'code-server'];
}

async function prepareElectron(log) {
  if (!canShowWindows()) {
    throw new Error('没有显示器，也没有 xvfb-run（apt-get install xvfb）/ no display and no xvfb-run');
  }
  if (!isElectronReady(CACHE)) await installElectron(CACHE, log);
  return { kind: 'electron', name: `VS Code ${VSCODE_VERSION} (@vscode/test-electron)` };
}

async function prepareCodeServer(log) {
  const chromium = await ensureChromium(log);
  if (!isCodeServerReady(CACHE)) {
    const [major] = process.versions.node.split('.');
    if (major !== '20') {
      log(
        `code-server ${CODE_SERVER_VERSION} 按 Node 20 编译，当前为 ${process.version} / is made for Node 20`,
      );
    }
    await installCodeServer(CACHE, log);
  }
  return { kind: 'code-server', name: `code-server ${CODE_SERVER_VERSION} (${chromium})`, chromium };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await prepareHost();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
