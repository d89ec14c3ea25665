import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { hegao, inFolder, type Run } from '../harness.ts';
import { checked, type Files, steady } from './folders.ts';
import { HISTORY, hasGit, histories, keepInGit } from './history.ts';

const STATES: readonly (readonly string[])[] = [['--since', 'HEAD'], ['--since', 'HEAD~1'], []];

function inHistory(all: readonly Files[], use: (cwd: string) => Promise<void>): Promise<void> {
  return inFolder({}, (cwd) => {
    keepInGit(cwd, all);
    return use(cwd);
  });
}

async function inShards(cwd: string, count: number, since: readonly string[]): Promise<Run> {
  const names = Array.from({ length: count }, (_, i) => `${i + 1}.shard`);
  for (const [i, name] of names.entries()) {
    const part = ['--shard', `${i + 1}/${count}`, '--format', `shard=${name}`];
    await hegao(['check', '--workers', '0', ...part, ...since], { cwd });
  }
  return hegao(['merge', ...names, '--format', 'json', ...since], { cwd });
}

const halves = (report: unknown): number => JSON.stringify(report).split('"half-updated"').length - 1;

describe('a run since an earlier state gives the same', function () {
  this.timeout(120_000);
  before(function () {
    if (!hasGit()) this.skip();
  });

  it('with a cache that holds the same drafts since other states, and since none', () =>
    fc.assert(
      fc.asyncProperty(histories, (all) =>
        inHistory(all, async (cwd) => {
          for (const since of [...STATES, ...STATES]) {
            const plain = await checked(cwd, ...since);
            assert.deepEqual(await checked(cwd, '--cache', ...since), plain, since.join(' '));
          }
        }),
      ),
      { seed: 84, numRuns: 12 },
    ));

  it('in shards that are merged', () =>
    fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 3 }), (all, count) =>
        inHistory(all, async (cwd) => {
          for (const since of STATES) {
            const plain = await hegao(['check', '--format', 'json', '--workers', '0', ...since], { cwd });
            assert.deepEqual(steady(await inShards(cwd, count, since)), steady(plain), since.join(' '));
          }
        }),
      ),
      { seed: 85, numRuns: 8 },
    ));

  it('with other threads, with and without a cache; what was half changed is found', () =>
    inHistory(HISTORY, async (cwd) => {
      for (const [i, since] of STATES.entries()) {
        const plain = await checked(cwd, ...since);
        assert.equal(halves(plain.report), [3, 4, 0][i], since.join(' '));
        assert.deepEqual(await checked(cwd, '--workers', '2', ...since), plain);
        for (const state of ['cold', 'warm'])
          assert.deepEqual(await checked(cwd, '--workers', '2', '--cache', ...since), plain, state);
        const merged = await inShards(cwd, 3, since);
        assert.equal(halves(JSON.parse(merged.stdout)), halves(plain.report));
      }
      fs.appendFileSync(path.join(cwd, '1.txt'), '又及：完成投资XX亿元。\n');
      const since = STATES[0]!;
      const half = await checked(cwd, '--workers', '2', '--cache', ...since);
      assert.deepEqual(half, await checked(cwd, ...since), 'half warm');
    }));
});

describe('hegao merge with an earlier state', function () {
  this.timeout(60_000);
  before(function () {
    if (!hasGit()) this.skip();
  });
  const part = (cwd: string, i: number, ...since: readonly string[]) =>
    hegao(['check', '--shard', `${i}/2`, '--format', `shard=${i}.shard`, ...since], { cwd });
  const merge = (cwd: string, ...since: readonly string[]) =>
    hegao(['merge', '1.shard', '2.shard', '--format', 'json', ...since], { cwd });

  it('refuses another one than the parts were made with, or one of two', () =>
    inHistory(HISTORY, async (cwd) => {
      const [head = [], other = [], none = []] = STATES;
      const refused: readonly (readonly [readonly (readonly string[])[], RegExp])[] = [
        [[head, head, none], /^各份检查时用了 --since，合并时也请写同一个 --since。\n$/],
        [[none, none, head], /^各份检查时没有用 --since，请各份都加上同一个 --since 重新检查。\n$/],
        [[head, head, other], /^合并时的 --since 与各份检查时的不同，请写同一个。\n$/],
        [[head, other, head], /^1\.shard 和 2\.shard 比较的旧稿不同，请各份都用同一个 --since 重新检查。\n$/],
        [[head, none, head], /^1\.shard 和 2\.shard 比较的旧稿不同/],
      ];
      for (const [[one, two, both], sentence] of refused) {
        await part(cwd, 1, ...one!);
        await part(cwd, 2, ...two!);
        const { code, stdout, stderr } = await merge(cwd, ...both!);
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, sentence);
      }
    }));

  it('takes an earlier file of a single draft', () =>
    inFolder({ '旧.txt': HISTORY[0]!['1.txt']!, '新.txt': HISTORY[2]!['1.txt']! }, async (cwd) => {
      const since = ['--since', '旧.txt'];
      const plain = await hegao(['check', '新.txt', '--format', 'json', ...since], { cwd });
      await hegao(['check', '新.txt', '--format', 'shard=1.shard', ...since], { cwd });
      const merged = await hegao(['merge', '1.shard', '--format', 'json', ...since], { cwd });
      assert.deepEqual(steady(merged), steady(plain));
      assert.equal(halves(JSON.parse(plain.stdout)), 1);
    }));
});
