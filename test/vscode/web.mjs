// The extension in the browser's own extension host: VS Code as vscode.dev serves it, a workspace that is on no disk.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { openBrowser } from '../../scripts/vscode-browser.mjs';
import { limitSilence } from '../../scripts/vscode-patience.mjs';
import { startWebHost } from '../../scripts/vscode-web-host.mjs';
import { bundleWebSuite } from './bundle.mjs';
import { makeFixtures } from './web/fixtures.mjs';

const EXTENSION = fileURLToPath(new URL('../..', import.meta.url));
const WORKSPACE = fileURLToPath(new URL('./workspace', import.meta.url));
const MARK = '[hegao] ';
const SILENCE_MS = 3 * 60_000;

/** The extension that holds the workspace, as its manifest. */
const FILES = {
  name: 'drafts',
  publisher: 'hegao-test',
  version: '1.0.0',
  engines: { vscode: '^1.91.0' },
  browser: './files.js',
  activationEvents: ['onFileSystem:drafts'],
};

/**
 * Builds the web extension and runs its suite.
 * @returns {Promise<{passed: number, failures: string[]}>}
 * @throws when the host ends without a result
 */
export async function runWeb(host, { scratch, log }) {
  const { status } = spawnSync(process.execPath, ['scripts/build-web.mjs'], {
    cwd: EXTENSION,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm run build:web failed');
  const bundles = await bundleWebSuite();
  const web = await startWebHost({
    folders: { extension: EXTENSION, drafts: bundles },
    files: {
      '/drafts/package.json': JSON.stringify(FILES),
      '/drafts/workspace.json': JSON.stringify(base64Files(WORKSPACE)),
      '/fixtures.json': JSON.stringify(makeFixtures(scratch)),
    },
    settings: (origin) => {
      const uri = (name) => ({ scheme: 'http', authority: new URL(origin).host, path: `/${name}` });
      return {
        folderUri: { scheme: 'drafts', authority: '', path: '/' },
        developmentOptions: {
          extensions: [uri('extension'), uri('drafts')],
          extensionTestsPath: uri('drafts/index.js'),
        },
        configurationDefaults: { 'files.autoSave': 'off', 'telemetry.telemetryLevel': 'off' },
      };
    },
  });
  const browser = await openBrowser(host.chromium);
  try {
    return await runInPage(browser.page, web, log);
  } finally {
    await browser.close();
    await web.stop();
  }
}

async function runInPage(page, web, log) {
  const output = [];
  const patience = limitSilence(SILENCE_MS);
  const keep = (text) => {
    patience.sign();
    output.push(text);
    if (text.includes(MARK)) log(text.slice(text.indexOf(MARK) + MARK.length));
  };
  const ended = new Promise((resolve, reject) => {
    const fail = (reason) => reject(new Error(`${reason}\n${output.slice(-60).join('\n')}`));
    patience.over.catch((error) => fail(error.message));
    page.once('crash', () => fail('the browser page crashed'));
    page.exposeFunction('codeAutomationExit', (code) => {
      web.posted.then(resolve);
      // A suite that could not start posts nothing.
      if (code !== 0) setImmediate(() => fail(`the suite ended with code ${code}`));
    });
  });
  try {
    await page.exposeFunction('codeAutomationLog', (_type, args) => keep(format(...args)));
    page.on('console', (message) => output.push(message.text()));
    await page.goto(web.origin);
    return JSON.parse(await Promise.race([web.posted, ended]));
  } finally {
    patience.end();
  }
}

function base64Files(folder) {
  const names = fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(
    names.map((name) => [name.split(path.sep).join('/'), fs.readFileSync(path.join(folder, name), 'base64')]),
  );
}
