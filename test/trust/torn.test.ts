import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { hegao, inFolder, type Run } from '../cli/harness.ts';
import { CLI, type Ended, FAULTS, runNode } from './support/process.ts';
import { SCENARIOS, type Scenario, stateOf } from './support/scenarios.ts';

interface Fault {
  readonly below: string;
  readonly at: number;
  readonly kill?: boolean;
  readonly code?: string;
}

const { install } = createRequire(import.meta.url)(FAULTS) as {
  readonly install: (fault: Fault) => {
    readonly steps: () => readonly string[];
    readonly remove: () => void;
  };
};

/** Runs in this process with a step that fails; `at` -1 counts only. */
async function failing(
  fault: Fault,
  argv: readonly string[],
): Promise<{ readonly run: Run; readonly steps: readonly string[] }> {
  const faults = install(fault);
  try {
    const run = await hegao(argv, { cwd: fault.below });
    return { run, steps: faults.steps() };
  } finally {
    faults.remove();
  }
}

/** What a run does that nothing disturbs: the state before and after, and the steps that change something. */
async function undisturbed(scenario: Scenario) {
  let [old, made]: (string | undefined)[] = [];
  let steps: readonly string[] = [];
  let code = 0;
  await inFolder(scenario.files, async (cwd) => {
    old = stateOf(scenario, cwd);
    const faults = install({ below: cwd, at: -1 });
    try {
      const run = await hegao(scenario.argv, { cwd });
      code = run.code;
    } finally {
      faults.remove();
    }
    steps = faults.steps();
    made = stateOf(scenario, cwd);
    assert.notEqual(made, old, 'nothing was written');
    assert.ok(steps.length >= 5, steps.join());
  });
  return { old, made, steps, code };
}

/** What is left beside what belongs there. */
function litter({ files, target }: Scenario, folder: string): readonly string[] {
  return fs.readdirSync(folder).filter((name) => name !== target && !(name in files));
}

describe('a run that is killed', function () {
  this.timeout(120_000);

  for (const scenario of SCENARIOS) {
    it(`leaves ${scenario.what} as before or as it was to be, and the next run does the rest`, async () => {
      const { old, made, steps } = await undisturbed(scenario);
      const seen = new Set<string | undefined>();
      for (const at of steps.keys()) {
        await inFolder(scenario.files, async (cwd) => {
          const where = `before step ${at}, ${steps[at]}`;
          const killed = await killedRun(scenario.argv, { below: cwd, at });
          assert.equal(killed.signal, 'SIGKILL', `${where}: ${killed.stderr}`);
          const state = stateOf(scenario, cwd);
          assert.ok(state === old || state === made, `torn ${where}: ${state}`);
          seen.add(state);
          for (const name of litter(scenario, cwd)) assert.match(name, /\.hegao-tmp$|\.lock$/, where);
          await hegao(scenario.argv, { cwd });
          // What the first run had done already is not there to be done again.
          if (state === old) assert.equal(stateOf(scenario, cwd), made, `again after ${where}`);
          else assert.equal(stateOf(scenario, cwd), made);
          if (state === old) assert.deepEqual(litter(scenario, cwd), [], `litter after ${where}`);
        });
      }
      assert.deepEqual(seen, new Set([old, made]));
    });
  }
});

function killedRun(argv: readonly string[], fault: Fault, env: Record<string, string> = {}): Promise<Ended> {
  const HEGAO_FAULT = JSON.stringify({ ...fault, kill: true });
  return runNode(['--require', FAULTS, CLI, ...argv], {
    cwd: env.HEGAO_CWD ?? fault.below,
    env: { ...env, HEGAO_FAULT },
  });
}

describe('a disk that fails', function () {
  this.timeout(120_000);

  for (const scenario of SCENARIOS) {
    it(`costs no byte of ${scenario.what}, leaves nothing behind and is said in one sentence`, async () => {
      const { old, made, steps, code } = await undisturbed(scenario);
      for (const reason of ['ENOSPC', 'EIO', 'EPERM']) {
        for (const at of steps.keys()) {
          await inFolder(scenario.files, async (cwd) => {
            const where = `${reason} at step ${at}, ${steps[at]}`;
            const { run } = await failing({ below: cwd, at, code: reason }, scenario.argv);
            const state = stateOf(scenario, cwd);
            const isDone = run.code === code;
            assert.equal(state, isDone ? made : old, where);
            if (isDone) return;
            assert.equal(run.code, 2, where);
            assert.match(run.stderr, /^[^\n]*[\u4e00-\u9fff][^\n]*。\n$/, where);
            assert.doesNotMatch(run.stderr, /内部出错|made to fail/, where);
            assert.deepEqual(litter(scenario, cwd), [], where);
          });
        }
      }
    });
  }
});
