import fs from 'node:fs';
import process from 'node:process';
import * as vscode from 'vscode';

/** Where the runner wants the result, and which host it chose. */
const { HEGAO_TEST_REPORT: reportFile, HEGAO_TEST_HOST: host = 'unknown host' } = process.env;

/**
 * Runs every test in the extension host: VS Code calls it. The counts go to the file that the runner named.
 * @throws when a test failed, which makes the host's exit code 1
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  say(`宿主 / host: ${host}, VS Code ${vscode.version}, ${vscode.env.appHost}`);
  await import('./typing.test.ts');
  await import('./numbering.test.ts');
  await import('./outline.test.ts');
  await import('./placeholders.test.ts');
  await import('./languages.test.ts');
  await import('./workspace.test.ts');
  await import('./manifest.test.ts');

  const failures: string[] = [];
  const runner = mocha.run();
  runner.on('pass', (test) => say(`  ✔ ${test.fullTitle()} (${test.duration} ms)`));
  runner.on('fail', (test, error) => {
    failures.push(`${test.fullTitle()}: ${error.stack ?? error.message}`);
    say(`  ✘ ${test.fullTitle()}`);
  });
  await new Promise<void>((resolve) => runner.once('end', resolve));
  const stats = runner.stats;
  const passed = stats?.passes ?? 0;
  if (reportFile !== undefined) {
    fs.writeFileSync(reportFile, JSON.stringify({ passed, failures, vscode: vscode.version }));
  }
  if (failures.length > 0 || passed === 0) throw new Error(`${failures.length} failed`);
}

/** Prints a line; the runner knows it by its mark from what the workbench prints. */
function say(line: string): void {
  console.log(`[hegao] ${line}`);
}
