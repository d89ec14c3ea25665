import type MochaClass from 'mocha';
import * as vscode from 'vscode';

/** What a run came to; the runner adds several up. */
export interface Report {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly vscode: string;
}

/** What an entry hands over: its mocha, the name of the host, the modules with the tests, and the way to the runner. */
export interface Run {
  readonly Mocha: typeof MochaClass;
  readonly host: string;
  readonly load: () => Promise<unknown>;
  readonly report: (report: Report) => Promise<void> | void;
}

/** The tests for every host. */
export async function loadShared(): Promise<void> {
  await import('./typing.test.ts');
  await import('./numbering.test.ts');
  await import('./outline.test.ts');
  await import('./editing.test.ts');
  await import('./placeholders.test.ts');
  await import('./languages.test.ts');
  await import('./word.test.ts');
  await import('./workspace.test.ts');
  await import('./review.test.ts');
  await import('./rounds.test.ts');
  await import('./opinions.test.ts');
  await import('./masking.test.ts');
  await import('./aloud.test.ts');
  await import('./manifest.test.ts');
}

/** Runs tests in the extension host. @throws when a test failed, which makes the host's exit code 1 */
export async function runTests({ Mocha, host, load, report }: Run): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  say(`宿主 / host: ${host}, VS Code ${vscode.version}, ${vscode.env.appHost}`);
  await load();
  const failures: string[] = [];
  const runner = mocha.run();
  runner.on('pass', (test) => say(`  ✔ ${test.fullTitle()} (${test.duration} ms)`));
  runner.on('fail', (test, error) => {
    failures.push(`${test.fullTitle()}: ${error.stack ?? error.message}`);
    say(`  ✘ ${test.fullTitle()}`);
  });
  await new Promise<void>((resolve) => runner.once('end', resolve));
  const passed = runner.stats?.passes ?? 0;
  await report({ passed, failures, vscode: vscode.version });
  if (failures.length > 0 || passed === 0) throw new Error(`${failures.length} failed`);
}

/** Prints a line; the runner knows it by its mark from what the workbench prints. */
function say(line: string): void {
  console.log(`[hegao] ${line}`);
}
