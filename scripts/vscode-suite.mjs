// Runs a mocha suite inside the extension host of either host.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser, workbenchUrl } from './vscode-browser.mjs';
import { startCodeServer } from './vscode-code-server.mjs';
import { runInElectron } from './vscode-electron.mjs';
import { CACHE } from './vscode-host.mjs';
import { limitSilence } from './vscode-patience.mjs';
import { writeSettings } from './vscode-profile.mjs';

/** What the suite puts before its own lines; the rest is the workbench's. */
const MARK = '[hegao] ';
const SILENCE_MS = 3 * 60_000;

/**
 * Runs a suite: `suite` is a bundle that exports `run()` and writes its counts to the file HEGAO_TEST_REPORT.
 * @param host what prepareHost returned
 * @param job `{folder, extension, suite, profile, hostName}`: absolute paths, and the name that the suite states
 * @returns {Promise<{passed: number, failures: string[]}>} the suite's counts
 * @throws when the host ends without a result
 */
export async function runSuite(host, job, log) {
  const reportFile = path.join(job.profile, 'report.json');
  fs.rmSync(reportFile, { force: true });
  const env = { HEGAO_TEST_REPORT: reportFile, HEGAO_TEST_HOST: job.hostName };
  writeSettings(job.profile);
  const output = [];
  const keep = (text) => {
    for (const line of text.split('\n')) {
      output.push(line);
      if (line.includes(MARK)) log(line.slice(line.indexOf(MARK) + MARK.length));
    }
  };
  let failure;
  try {
    if (host.kind === 'electron') await runInElectron(CACHE, { ...job, env, log: keep });
    else await runInCodeServer(host, { ...job, env, log: keep });
  } catch (error) {
    failure = error;
  }
  if (fs.existsSync(reportFile)) return JSON.parse(fs.readFileSync(reportFile, 'utf8'));
  const reason = failure?.message ?? '测试没有留下结果 / the suite left no result';
  throw new Error(`${reason}\n${output.slice(-60).join('\n')}`);
}

async function runInCodeServer(host, { folder, extension, suite, profile, env, log }) {
  const server = await startCodeServer(CACHE, { profile, env });
  const browser = await openBrowser(host.chromium);
  const patience = limitSilence(SILENCE_MS);
  try {
    const remote = (file) => `vscode-remote://${server.authority}${file}`;
    const ended = new Promise((resolve, reject) => {
      browser.page.once('crash', () => reject(new Error('the browser page crashed')));
      browser.page.exposeFunction('codeAutomationExit', resolve);
    });
    await browser.page.exposeFunction('codeAutomationLog', (_type, args) => {
      patience.sign();
      log(format(...args));
    });
    await browser.page.goto(
      workbenchUrl(server.origin, folder, [
        ['extensionDevelopmentPath', remote(extension)],
        ['extensionTestsPath', remote(suite)],
      ]),
    );
    await Promise.race([ended, patience.over]);
  } finally {
    patience.end();
    await browser.close();
    await server.stop();
  }
}
