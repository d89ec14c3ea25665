// code-server (the VS Code workbench and extension host on Node, from npm): installed once into a cache folder, and started.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { profileArguments } from './vscode-profile.mjs';
import { run } from './vscode-run.mjs';

export const CODE_SERVER_VERSION = '4.100.3';
const RIPGREP_VERSION = '1.18.0';
const READY_WITHIN_MS = 60_000;

/** The folder that holds (or will hold) code-server, keyed by version. */
export function codeServerFolder(cache) {
  return path.join(cache, `code-server-${CODE_SERVER_VERSION}`);
}

/** Whether an earlier run finished the installation for this version of Node. */
export function isCodeServerReady(cache) {
  try {
    const stamp = JSON.parse(fs.readFileSync(path.join(codeServerFolder(cache), 'ready.json'), 'utf8'));
    return stamp.modules === process.versions.modules;
  } catch {
    return false;
  }
}

/**
 * Installs code-server from npm: half a minute, 400 MB. Its own install script downloads tools and compiles
 * a module nobody needs here, so scripts are off and the four native modules that matter are built by name.
 */
export async function installCodeServer(cache, log) {
  const target = codeServerFolder(cache);
  const folder = `${target}.partial-${process.pid}`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name": "hegao-vscode-host", "private": true}\n');
  const npm = (cwd, ...args) =>
    run('npm', [...args, '--no-audit', '--no-fund'], { cwd, env: npmEnvironment() });

  log(`安装 code-server ${CODE_SERVER_VERSION}（仅首次）/ installing code-server (first run only) …`);
  await npm(folder, 'install', `code-server@${CODE_SERVER_VERSION}`, '--ignore-scripts');
  const server = path.join(folder, 'node_modules', 'code-server');
  const workbench = path.join(server, 'lib', 'vscode');
  pinRipgrep(workbench);
  await npm(workbench, 'install', '--omit=dev', '--ignore-scripts');
  await npm(workbench, 'rebuild', '@vscode/spdlog', 'native-watchdog', 'node-pty', '@parcel/watcher');
  fs.symlinkSync('node_modules', path.join(workbench, 'node_modules.asar'), 'junction');
  await npm(folder, 'rebuild', 'argon2');
  fs.writeFileSync(
    path.join(folder, 'ready.json'),
    `${JSON.stringify({ version: CODE_SERVER_VERSION, modules: process.versions.modules })}\n`,
  );
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(folder, target);
}

/** The release of ripgrep that ships its binary inside npm packages; the lock file would bring back the other. */
function pinRipgrep(workbench) {
  const manifest = path.join(workbench, 'package.json');
  const json = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  json.dependencies['@vscode/ripgrep'] = RIPGREP_VERSION;
  fs.writeFileSync(manifest, JSON.stringify(json, null, 2));
  for (const lock of ['package-lock.json', 'npm-shrinkwrap.json']) {
    fs.rmSync(path.join(workbench, lock), { force: true });
  }
}

/** The environment without what an outer `npm run` sets for its own project. */
function npmEnvironment() {
  const env = { ...process.env };
  for (const key of Object.keys(env)) {
    if (
      /^npm_(?:package|lifecycle)_|^npm_config_(?:local_prefix|prefix|omit|include|ignore_scripts)$/i.test(
        key,
      )
    ) {
      delete env[key];
    }
  }
  return env;
}

/** Command line of code-server. */
export function codeServerCommand(cache, args) {
  const entry = path.join(codeServerFolder(cache), 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  return [process.execPath, [entry, ...args]];
}

/**
 * Starts code-server on a free port of the loopback interface.
 * @returns {Promise<{origin: string, authority: string, stop: () => Promise<void>}>}
 * @throws with the server's last output when it does not answer within a minute
 */
export async function startCodeServer(cache, { profile, env }) {
  const [command, args] = codeServerCommand(cache, [
    ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
    ...profileArguments(profile),
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
    ...['--disable-getting-started-override', '--disable-file-downloads'],
  ]);
  const child = spawn(command, args, {
    // XDG_RUNTIME_DIR: its sockets go with the profile.
    env: { ...process.env, XDG_RUNTIME_DIR: profile, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await exited;
  };
  try {
    const authority = await listening(child);
    return { origin: `http://${authority}`, authority, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Resolves with host and port as soon as code-server says that it listens. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason) =>
      reject(new Error(`code-server 未能启动 / did not start: ${reason}\n${output.slice(-4000)}`));
    const timer = setTimeout(() => fail(`silent for ${READY_WITHIN_MS / 1000} s`), READY_WITHIN_MS);
    const read = (chunk) => {
      output += chunk;
      const found = /HTTP server listening on http:\/\/([\d.:]+)/.exec(output);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exit code ${code}`);
    });
  });
}
