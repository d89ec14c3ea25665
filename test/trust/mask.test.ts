import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { hegao, inFolder } from '../cli/harness.ts';
import { CLI, FAULTS, runNode } from './support/process.ts';

const { install } = createRequire(import.meta.url)(FAULTS) as {
  readonly install: (fault: { readonly below: string; readonly at: number; readonly code?: string }) => {
    readonly steps: () => readonly string[];
    readonly remove: () => void;
  };
};
const DRAFT = '在临江市防汛工作会上的讲话\n同志们：\n昨天，我和马春林同志到沙洋县看了大堤。\n';
const MASK = ['mask', '稿.txt', '--key', '稿.key.json'];
const UNMASK = ['unmask', '稿_脱敏.txt', '--key', '稿.key.json'];

const read = (cwd: string, name: string): string | undefined => {
  const file = path.join(cwd, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
};

describe('masking', function () {
  this.timeout(120_000);

  it('leaves whole keys and whole copies, wherever it is killed or the disk fails, and no copy without its key', async () => {
    let [key, copy]: (string | undefined)[] = [];
    let steps: readonly string[] = [];
    await inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const faults = install({ below: cwd, at: -1 });
      await hegao(MASK, { cwd }).finally(faults.remove);
      steps = faults.steps();
      [key, copy] = [read(cwd, '稿.key.json'), read(cwd, '稿_脱敏.txt')];
      assert.ok(key && copy && steps.length > 10, steps.join());
    });
    for (const at of steps.keys()) {
      for (const way of ['killed', 'ENOSPC', 'EIO']) {
        await inFolder({ '稿.txt': DRAFT }, async (cwd) => {
          const where = `${way} at ${at}, ${steps[at]}`;
          if (way === 'killed') {
            const HEGAO_FAULT = JSON.stringify({ below: cwd, at, kill: true });
            const { signal } = await runNode(['--require', FAULTS, CLI, ...MASK], {
              cwd,
              env: { HEGAO_FAULT },
            });
            assert.equal(signal, 'SIGKILL', where);
          } else {
            const faults = install({ below: cwd, at, code: way });
            const { code } = await hegao(MASK, { cwd }).finally(faults.remove);
            assert.equal(code, read(cwd, '稿_脱敏.txt') === undefined ? 2 : 0, where);
            if (code === 2) assert.deepEqual(fs.readdirSync(cwd), ['稿.txt'], where);
          }
          const [ownKey, ownCopy] = [read(cwd, '稿.key.json'), read(cwd, '稿_脱敏.txt')];
          assert.ok(ownKey === undefined || ownKey.length === key!.length, `torn key, ${where}`);
          assert.ok(ownCopy === undefined || ownCopy === copy, `torn copy, ${where}`);
          if (ownCopy === undefined) return;
          assert.ok(ownKey, `a copy without its key, ${where}`);
          await hegao(UNMASK, { cwd });
          assert.equal(read(cwd, '稿_还原.txt'), DRAFT, where);
        });
      }
    }
  });
});
