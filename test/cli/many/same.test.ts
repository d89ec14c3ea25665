import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { isClassified } from '../../../server/src/draft/classified.ts';
import { sourceOf } from '../../../server/src/files/source.ts';
import { hegao, inFolder } from '../harness.ts';
import { checked, type Files, FOLDER, folders, steady } from './folders.ts';

/** Checks a folder in so many shards and merges their reports. */
async function sharded(cwd: string, count: number) {
  const names = Array.from({ length: count }, (_, i) => `${i + 1}.shard`);
  for (const [i, name] of names.entries()) {
    const part = `${i + 1}/${count}`;
    await hegao(['check', '--workers', '0', '--shard', part, '--format', `shard=${name}`], { cwd });
  }
  return hegao(['merge', ...names.reverse(), '--format', 'json'], { cwd });
}

/** Without what is told of classified drafts, which leave no machine in a report. */
async function withoutClassified(files: Files): Promise<Files> {
  const kept: [string, string | Uint8Array][] = [];
  for (const [name, content] of Object.entries(files)) {
    const source = await sourceOf(Buffer.from(content), name);
    if ('failure' in source || !isClassified(source.text)) kept.push([name, content]);
  }
  return Object.fromEntries(kept);
}

describe('a run of many files gives the same', () => {
  it('with a cache: cold, warm and half warm', () =>
    fc.assert(
      fc.asyncProperty(folders, fc.nat(8), (files, changed) =>
        inFolder(files, async (cwd) => {
          const plain = await checked(cwd);
          assert.deepEqual(await checked(cwd, '--cache'), plain, 'cold');
          assert.deepEqual(await checked(cwd, '--cache'), plain, 'warm');
          const names = Object.keys(files).filter((name) => /\.(?:txt|md)$/.test(name));
          if (names.length === 0) return;
          fs.appendFileSync(path.join(cwd, names[changed % names.length]!), '完成投资XX亿元。\n');
          assert.deepEqual(await checked(cwd, '--cache'), await checked(cwd), 'half warm');
        }),
      ),
      { seed: 81, numRuns: 25 },
    )).timeout(120_000);

  it('in shards that are merged', () =>
    fc.assert(
      fc.asyncProperty(folders, fc.integer({ min: 1, max: 4 }), async (files, count) =>
        inFolder(await withoutClassified(files), async (cwd) => {
          const plain = await hegao(['check', '--format', 'json', '--workers', '0'], { cwd });
          assert.deepEqual(steady(await sharded(cwd, count)), steady(plain));
        }),
      ),
      { seed: 82, numRuns: 25 },
    )).timeout(120_000);

  it('with other threads, with and without a cache', () =>
    inFolder(FOLDER, async (cwd) => {
      const plain = await checked(cwd);
      assert.ok(JSON.stringify(plain.report).includes('"metric-drafts"'));
      assert.ok(JSON.stringify(plain.report).includes('"passage-reuse"'));
      assert.deepEqual(await checked(cwd, '--workers', '2'), plain);
      assert.deepEqual(await checked(cwd, '--workers', '2', '--cache'), plain, 'cold');
      assert.deepEqual(await checked(cwd, '--workers', '2', '--cache'), plain, 'warm');
      fs.appendFileSync(path.join(cwd, '1.txt'), '完成投资XX亿元。\n');
      assert.deepEqual(await checked(cwd, '--workers', '2', '--cache'), await checked(cwd), 'half warm');
    })).timeout(120_000);

  it('in every format', async () =>
    inFolder(await withoutClassified(FOLDER), async (cwd) => {
      for (const format of ['text', 'compact', 'sarif', 'html', 'markdown', 'opinions-csv']) {
        const plain = await hegao(['check', '--format', format, '--workers', '0'], { cwd });
        await hegao(['check', '--format', format, '--cache'], { cwd });
        const warm = await hegao(['check', '--format', format, '--cache'], { cwd });
        assert.deepEqual(warm, plain, format);
        const names = ['1.shard', '2.shard'];
        for (const [i, name] of names.entries())
          await hegao(['check', '--shard', `${i + 1}/2`, '--format', `shard=${name}`], { cwd });
        const merged = await hegao(['merge', ...names, '--format', format], { cwd });
        assert.equal(merged.stdout, plain.stdout, format);
        assert.equal(merged.code, plain.code);
      }
    })).timeout(120_000);
});
