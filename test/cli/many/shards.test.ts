import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { filesOfPart } from '../../../server/src/cli/shard/record.ts';
import { CLEAN, DRAFT, hegao, inFolder, type Run, report } from '../harness.ts';

const FILES = { '1.txt': DRAFT, '2.txt': CLEAN, '3.txt': `${DRAFT}完成投资XX亿元。\n`, '4.txt': CLEAN };

/** Checks one part and puts its report in `name`. */
function part(cwd: string, shard: string, name: string, ...options: readonly string[]): Promise<Run> {
  return hegao(['check', '--shard', shard, '--format', `shard=${name}`, ...options], { cwd });
}

describe('the parts of a run', () => {
  it('are complete, disjoint, in order, of about one size and always the same', () => {
    const sizes = fc.array(fc.nat(1000), { maxLength: 40 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 7 }), (given, count) => {
        const files = given.map((size, i) => ({ found: { path: `${i}.txt`, named: false }, size }));
        const parts = Array.from({ length: count }, (_, i) => filesOfPart(files, { index: i + 1, count }));
        const all = parts.flat().sort((a, b) => files.indexOf(a) - files.indexOf(b));
        assert.deepEqual(all, files);
        const loads = parts.map((own) => own.reduce((sum, { size }) => sum + size + 1, 0));
        assert.ok(Math.max(...loads) - Math.min(...loads) <= Math.max(0, ...given) + 1);
        const [first] = parts;
        assert.deepEqual(
          first,
          [...first!].sort((a, b) => files.indexOf(a) - files.indexOf(b)),
        );
        assert.deepEqual(filesOfPart([...files].reverse(), { index: 1, count }).toReversed(), first);
      }),
      { seed: 83 },
    );
  });

  it('are checked one by one', () =>
    inFolder(FILES, async (cwd) => {
      const paths: string[] = [];
      for (const shard of ['1/3', '2/3', '3/3']) {
        const run = await hegao(['check', '--shard', shard, '--format', 'json'], { cwd });
        paths.push(...report(run).files.map((file) => file.path));
      }
      assert.deepEqual(paths.sort(), Object.keys(FILES));
      for (const wrong of ['0/3', '4/3', '2', 'a/b', '1/0', '-1/2']) {
        const run = await hegao(['check', `--shard=${wrong}`], { cwd });
        assert.equal(run.code, 2);
        assert.match(run.stderr, /--shard 应写作“第几份\/共几份”，如 2\/4，不能是/);
      }
    }));
});

describe('hegao merge', () => {
  it('has the exit code of one run', () =>
    inFolder(FILES, async (cwd) => {
      assert.equal((await part(cwd, '1/2', '1.shard', '--fail-on', 'never')).code, 0);
      assert.equal((await part(cwd, '2/2', '2.shard', '--fail-on', 'never')).code, 0);
      const code = async (...options: readonly string[]) =>
        (await hegao(['merge', '1.shard', '2.shard', ...options], { cwd })).code;
      assert.equal(await code(), 0);
      assert.equal(await code('--fail-on', 'warning'), 1);
      assert.equal(await code('--fail-on', 'warning', '--format', 'html=核稿.html'), 1);
      assert.ok(fs.existsSync(path.join(cwd, '核稿.html')));
    }));

  it('leaves out what a baseline knows, and writes one', () =>
    inFolder(FILES, async (cwd) => {
      for (const shard of ['1/2', '2/2']) await part(cwd, shard, `${shard[0]}.shard`);
      const merged = (...options: readonly string[]) =>
        hegao(['merge', '1.shard', '2.shard', '--format', 'json', ...options], { cwd });
      await merged('--baseline', '新.json', '--update-baseline');
      await hegao(['check', '--baseline', '旧.json', '--update-baseline'], { cwd });
      assert.equal(
        fs.readFileSync(path.join(cwd, '新.json'), 'utf8'),
        fs.readFileSync(path.join(cwd, '旧.json'), 'utf8'),
      );
      assert.equal(report(await merged('--baseline', '新.json')).summary.warnings, 0);
      assert.equal((await part(cwd, '1/2', '1.shard', '--update-baseline', '--baseline', '新.json')).code, 2);
    }));

  const refused: readonly (readonly [
    what: string,
    reason: RegExp,
    make: (cwd: string) => Promise<unknown>,
  ])[] = [
    [
      'a missing part',
      /^缺第2份（共3份），请补齐后再合并。\n$/,
      async (cwd) => {
        await part(cwd, '1/3', '1.shard');
        await part(cwd, '3/3', '2.shard');
      },
    ],
    [
      'a part given twice',
      /^第1份给了两次：1\.shard、2\.shard，请只留一份。\n$/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        await part(cwd, '1/2', '2.shard');
      },
    ],
    [
      'parts of another count',
      /1\.shard 分作2份，2\.shard 分作3份，不是同一次检查。/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        await part(cwd, '2/3', '2.shard');
      },
    ],
    [
      'another configuration',
      /1\.shard 和 2\.shard 的配置不同/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        await part(cwd, '2/2', '2.shard', '--preset', 'hegao:final');
      },
    ],
    [
      'other decisions',
      /1\.shard 和 2\.shard 的配置不同/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        fs.writeFileSync(path.join(cwd, '.hegao-ignore.yaml'), '- rule: typo\n  file: 1.txt\n');
        await part(cwd, '2/2', '2.shard');
      },
    ],
    [
      'other drafts',
      /1\.shard 和 2\.shard 查的不是同一批稿件/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        fs.writeFileSync(path.join(cwd, '5.txt'), CLEAN);
        await part(cwd, '2/2', '2.shard');
      },
    ],
    [
      'another program',
      /1\.shard 和 2\.shard 是不同版本的程序写的/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        await part(cwd, '2/2', '2.shard');
        edit(cwd, '2.shard', (text) => text.replace(/"program":"[^"]*"/, '"program":"0"'));
      },
    ],
    [
      'a report that was cut off',
      /^2\.shard：报告不完整，请重新检查这一份。\n$/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        await part(cwd, '2/2', '2.shard');
        edit(cwd, '2.shard', (text) => text.slice(0, -40));
      },
    ],
    [
      'another kind of report',
      /^2\.shard：不是分片的报告/,
      async (cwd) => {
        await part(cwd, '1/2', '1.shard');
        await hegao(['check', '--format', 'json=2.shard'], { cwd });
      },
    ],
  ];
  for (const [what, reason, make] of refused) {
    it(`refuses ${what}`, () =>
      inFolder(FILES, async (cwd) => {
        await make(cwd);
        const run = await hegao(['merge', '1.shard', '2.shard'], { cwd });
        assert.match(run.stderr, reason);
        assert.deepEqual([run.code, run.stdout], [2, '']);
      }));
  }

  it('tells nothing of a classified draft', () =>
    inFolder({ ...FILES, '密.txt': `秘密★1年\n${DRAFT}` }, async (cwd) => {
      await part(cwd, '1/1', '1.shard');
      const text = fs.readFileSync(path.join(cwd, '1.shard'), 'utf8');
      assert.ok(!text.includes('秘密★'));
      const { files } = report(await hegao(['merge', '1.shard', '--format', 'json'], { cwd }));
      assert.match(files.find(({ path }) => path === '密.txt')!.failures[0]!.message, /标有密级/);
    }));
});

function edit(cwd: string, name: string, change: (text: string) => string): void {
  const file = path.join(cwd, name);
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
}
