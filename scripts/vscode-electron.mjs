// VS Code itself, as @vscode/test-electron downloads it: needs a display and a way to Microsoft's server.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { profileArguments } from './vscode-profile.mjs';
import { hasProgram, run } from './vscode-run.mjs';

export const VSCODE_VERSION = '1.100.3';
const STARTER = fileURLToPath(new URL('./vscode-electron-start.mjs', import.meta.url));

/** Whether windows can be shown: macOS, Windows, a display, or xvfb-run to make one. */
export function canShowWindows() {
  return process.platform !== 'linux' || hasDisplay() || hasProgram('xvfb-run');
}

function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Whether an earlier run downloaded VS Code. */
export function isElectronReady(cache) {
  try {
    return fs.existsSync(fs.readFileSync(pathFile(cache), 'utf8'));
  } catch {
    return false;
  }
}

/** Downloads VS Code into the cache folder. @throws when the download fails */
export async function installElectron(cache, log) {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  log(`下载 VS Code ${VSCODE_VERSION}（仅首次）/ downloading VS Code (first run only) …`);
  const executable = await downloadAndUnzipVSCode({
    version: VSCODE_VERSION,
    cachePath: path.join(cache, 'vscode-test'),
    reporter: new SilentReporter(),
    timeout: 15_000,
  });
  fs.writeFileSync(pathFile(cache), executable);
}

function pathFile(cache) {
  return path.join(cache, `vscode-${VSCODE_VERSION}.path`);
}

/** Runs a test suite in VS Code; the suite's output goes to `log`. @throws when the suite fails */
export async function runInElectron(cache, { folder, extension, suite, profile, env, log }) {
  const job = JSON.stringify({
    vscodeExecutablePath: fs.readFileSync(pathFile(cache), 'utf8'),
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    extensionTestsEnv: env,
    launchArgs: [folder, ...profileArguments(profile), '--disable-telemetry'],
  });
  const start = [process.execPath, STARTER, job];
  const [command, ...args] =
    process.platform === 'linux' && !hasDisplay() ? ['xvfb-run', '-a', ...start] : start;
  log(await run(command, args, { shell: false }));
}
