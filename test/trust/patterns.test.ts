import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { isHeavyGlob } from '../../server/src/files/glob-limits.ts';
import { CLEAN, DRAFT, hegao, inFolder, report } from '../cli/harness.ts';

const NAME = `${'a'.repeat(120)}.txt`;
const DEEP = `${'a/'.repeat(60)}稿.txt`;
const STARS = `${'*a'.repeat(30)}b`;
const GLOBSTARS = `${'**/a/'.repeat(12)}b.txt`;

/** Runs what must not take long; the time of the first run, which loads the program, counts for nothing. */
async function swiftly<T>(run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const outcome = await run();
  const took = performance.now() - began;
  assert.ok(took < 1000, `${Math.round(took)} ms`);
  return outcome;
}

const check = (cwd: string, ...argv: readonly string[]) =>
  swiftly(() => hegao(['check', '--format', 'json', ...argv], { cwd }));

describe('a hostile pattern', function () {
  this.timeout(60_000);
  before(() => inFolder({ '稿.txt': CLEAN }, async (cwd) => void (await hegao(['check', '.'], { cwd }))));

  const globs: Readonly<Record<string, string>> = {
    'thirty stars': `${STARS}.txt`,
    'twelve times any folder': GLOBSTARS,
    'braces for four million': `${'{a,b}'.repeat(22)}.txt`,
    'braces in braces': `${'{'.repeat(3000)}a${'}'.repeat(3000)}*.txt`,
    'a range of ten million': '{1..9999999}.txt',
    'a repeated group': '(a+)+$*.txt',
    'a repeated group of another sign': '+(+(a))b*.txt',
    'repeated alternatives': '*(a|aa|a*)b.txt',
    'a group in a group': '((a|aa)|a)*b.txt',
  };
  for (const [what, glob] of Object.entries(globs)) {
    it(`of ${what} is refused on the command line with a sentence`, () =>
      inFolder({ [NAME]: DRAFT, [DEEP]: DRAFT }, async (cwd) => {
        for (const argv of [[glob], ['.', `!${glob}`]]) {
          const run = await check(cwd, ...argv);
          assert.equal(run.code, 2);
          assert.match(run.stderr, /通配式太复杂，请写得简单些，或分几个写。\n$/);
          assert.doesNotMatch(run.stderr, /内部出错/);
        }
      }));
  }

  it('that is none is taken: thousands of stars in a row, and all that people write', () =>
    inFolder({ '讲话/2024年/定稿(1).txt': DRAFT, '草稿/乙.md': DRAFT }, async (cwd) => {
      for (const glob of [
        '*'.repeat(3000),
        '**/*定稿*.txt',
        '**/2024*/**/*.{txt,md}',
        '讲话/**/定稿(1).txt',
        '讲话/*/@(定稿|草稿)*.txt',
        '{讲话,草稿}/{2023..2025}年/*.txt',
        '!(草稿)/**/*.txt',
      ]) {
        assert.ok(!isHeavyGlob(glob), glob);
        const run = await check(cwd, glob);
        assert.doesNotMatch(run.stderr, /太复杂|内部出错/, glob);
      }
      fs.writeFileSync(path.join(cwd, '+(+(a)).txt'), DRAFT);
      assert.equal(report(await check(cwd, '+(+(a)).txt')).files.length, 1, 'the name of a file is none');
    }));

  it('of a configuration is refused with its place', () =>
    inFolder({ [DEEP]: DRAFT }, async (cwd) => {
      for (const pattern of [STARS, GLOBSTARS, `${'*/**/a'.repeat(8)}b`]) {
        for (const config of [{ ignore: [pattern] }, { overrides: [{ files: [pattern], rules: {} }] }]) {
          fs.writeFileSync(path.join(cwd, '.hegao.json'), JSON.stringify(config));
          const run = await check(cwd, '.');
          assert.equal(run.code, 2);
          assert.match(run.stderr, /^\.hegao\.json:1:\d+ .*的这一项星号太多，匹配起来会很久，请写得简单些/m);
        }
      }
    }));

  it('of .gitignore is passed over: the drafts that it may name are checked', () =>
    inFolder({ [NAME]: DRAFT, [DEEP]: DRAFT, '草稿.txt': DRAFT }, async (cwd) => {
      const lines = [STARS, GLOBSTARS, `${'a/**/'.repeat(12)}b`, `${'*/**/a'.repeat(8)}b`, `!${STARS}`];
      fs.writeFileSync(path.join(cwd, '.gitignore'), ['草稿.txt', ...lines, ''].join('\n'));
      const { files } = report(await check(cwd, '.'));
      assert.deepEqual(files.map((file) => file.path).sort(), [NAME, DEEP].sort());
    }));

  it('is no pattern in terms, rosters, decisions and words: these are taken letter by letter', () =>
    inFolder({ '稿.txt': `${DRAFT}${'a'.repeat(5000)}！\n` }, async (cwd) => {
      const hostile = ['(a+)+$', '(a|aa)*b', '[', '\\', '.*.*.*=.*', '{1,99999}', '(?=('];
      const terms = hostile.map((word) => `- 禁用: ${JSON.stringify(word)}\n`).join('');
      fs.writeFileSync(path.join(cwd, '用词.yaml'), terms);
      const config = { terms: '用词.yaml', segmenter: { words: hostile } };
      fs.writeFileSync(path.join(cwd, '.hegao.json'), JSON.stringify(config));
      const decisions = hostile.map((word) => `- rule: typo\n  file: ${JSON.stringify(word)}\n`).join('');
      fs.writeFileSync(path.join(cwd, '.hegao-ignore.yaml'), decisions);
      const run = await check(cwd, '稿.txt');
      assert.doesNotMatch(run.stderr, /内部出错/);
    }));
});
