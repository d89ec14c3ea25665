import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { threadsFor } from '../../../server/src/cli/parallel/how-many.ts';
import { shareOut } from '../../../server/src/cli/parallel/share-out.ts';
import { startThread } from '../../../server/src/cli/parallel/threads.ts';
import { presetSettings } from '../../../server/src/engine/presets.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { PLAIN } from '../../../server/src/words/segmenters.ts';
import { createSpeechMaker } from '../../support/speeches.ts';
import { CLEAN, DRAFT, hegao, inFolder } from '../harness.ts';

const ROOT = path.resolve(__dirname, '../../..');
const CLI = path.join(ROOT, 'server/src/cli.ts');

describe('other threads', () => {
  it('are started where there is much to do', () => {
    const many = Array.from({ length: 100 }, () => 100_000);
    assert.equal(threadsFor('auto', [100_000, 100_000], 8), 0);
    assert.equal(threadsFor('auto', [9_000_000], 8), 0);
    assert.equal(threadsFor('auto', many, 1), 0);
    assert.equal(threadsFor('auto', many, 4), 3);
    assert.ok(threadsFor('auto', many, 64) <= 8);
    assert.equal(threadsFor(5, [1, 1, 1], 2), 2);
    assert.equal(threadsFor(0, many, 8), 0);
  });

  it('take the largest first; the others are done here, and what a lost one has dropped', async () => {
    const taken: number[] = [];
    const here: number[] = [];
    const good = async (item: number): Promise<string> => {
      taken.push(item);
      await new Promise((resolve) => setImmediate(resolve));
      return `there ${item}`;
    };
    let left = 1;
    const lost = async (item: number): Promise<string> => {
      if (left-- > 0) return `lost ${item}`;
      throw new Error('ended');
    };
    const own = async (item: number): Promise<string> => {
      here.push(item);
      return `here ${item}`;
    };
    const items = [9, 8, 7, 6, 5, 4, 3, 2, 1];
    const done = await Promise.all(shareOut(items, [good, lost], own, () => false));
    assert.deepEqual(
      done.map((one) => one?.split(' ')[1]),
      items.map(String),
    );
    assert.equal(taken[0], 9);
    assert.ok(here.length >= 2, 'what the lost one had in hand');

    here.length = 0;
    await Promise.all(shareOut([3, 2, 1], [], own, () => false));
    assert.deepEqual(here, [1, 2, 3]);
  });

  it('pass on what fails here, and end when they are stopped', async () => {
    const fails = shareOut(
      [1],
      [],
      () => Promise.reject(new Error('坏')),
      () => false,
    );
    await assert.rejects(fails[0]!, /坏/);
    assert.deepEqual(
      await Promise.all(
        shareOut(
          [1, 2],
          [],
          async () => 1,
          () => true,
        ),
      ),
      [undefined, undefined],
    );
  });

  it('refuse a count that is none', () =>
    inFolder({ '稿.txt': CLEAN }, async (cwd) => {
      const run = await hegao(['check', '--workers', '许多'], { cwd });
      assert.equal(run.code, 2);
      assert.match(run.stderr, /选项“--workers”不能是“许多”，可用：auto 或 0 到 99。/);
    }));
});

describe('a thread', () => {
  it('examines what it is sent and leaves Word files to whoever asks', async () => {
    const thread = startThread(rules, undefined);
    try {
      const ground = { settings: presetSettings(rules), segmenter: PLAIN };
      const sent = { kind: 'text', ground, silences: [], hasOthers: false } as const;
      const of = (name: string, content: string) =>
        thread.examine({ ...sent, name, bytes: Buffer.from(content) });
      const [text, word] = await Promise.all([of('稿.txt', DRAFT), of('稿.docx', 'PK\u0003\u0004')]);
      assert.ok('core' in text);
      assert.deepEqual(
        text.core.findings.map(({ ruleId }) => ruleId),
        ['placeholder-number'],
      );
      assert.deepEqual(word, { id: 1, here: true });
    } finally {
      thread.end();
    }
  }).timeout(60_000);
});

describe('Ctrl-C', () => {
  const maker = createSpeechMaker(5);
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`${i}.txt`, DRAFT + maker.speech(40_000)]),
  );
  for (const workers of ['0', '1']) {
    it(`ends a run with 130 and leaves nothing half-written (${workers})`, () =>
      inFolder(files, async (cwd) => {
        const cache = ['--cache', '--cache-location', path.join(cwd, 'cache')];
        const argv = ['check', cwd, ...cache, '--workers', workers, '--format', `json=${cwd}/报告.json`];
        const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...argv], {
          cwd: ROOT,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let stderr = '';
        child.stderr.setEncoding('utf8').on('data', (piece: string) => {
          stderr += piece;
        });
        const ended = new Promise((resolve) => child.once('close', resolve));
        const names = (): readonly string[] => {
          try {
            const all = fs.readdirSync(cwd, { recursive: true, encoding: 'utf8' });
            return all.filter((name) => /\.json|\.tmp/.test(name));
          } catch {
            // A folder that was being made has got its name meanwhile.
            return [];
          }
        };
        while (names().length === 0 && child.exitCode === null)
          await new Promise((resolve) => setTimeout(resolve, 20));
        child.kill('SIGINT');
        assert.equal(await ended, 130, stderr);
        assert.equal(stderr, '已停止，报告没有写完。\n');
        assert.ok(!fs.existsSync(path.join(cwd, '报告.json')));
        assert.deepEqual(
          names().filter((name) => name.includes('.tmp')),
          [],
        );
      })).timeout(60_000);
  }
});
