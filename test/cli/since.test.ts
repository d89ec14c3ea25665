import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { introduced } from '../../server/src/cli/introduced.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { CLEAN, DRAFT, hegao, inFolder } from './harness.ts';

const BLANK = /X/g;
const findingsOf = (text: string): readonly Finding[] =>
  [...text.matchAll(BLANK)].map(({ index }) => ({
    ruleId: 'typo',
    messageId: 'x',
    severity: 'error',
    message: '',
    span: { start: index, end: index + 1 },
    related: [],
    fixes: [],
  }));
const news = (before: string, after: string): readonly number[] =>
  introduced(
    { text: before, findings: findingsOf(before) },
    { text: after, findings: findingsOf(after) },
    () => true,
  ).map(({ span }) => span.start);

describe('what a change introduced', () => {
  it('is what it wrote, not what it wrote beside', () => {
    assert.deepEqual(news('增长X成，平稳。\n', '增长X成，总体平稳。\n'), []);
    assert.deepEqual(news('增长X成，平稳。\n', '增长X成，平稳，投资X元。\n'), [10]);
    assert.deepEqual(news('甲X。\n乙。\n', '甲。\n乙X。\n'), [4]);
    assert.deepEqual(news('甲X。\n', '新段。\n甲X。\n'), []);
    assert.deepEqual(news('', '甲X。\n'), [1]);
  });

  it('holds a finding that compares drafts to be new where its own text is', () => {
    const [before, after] = ['甲X。\n', '甲X。\n乙X。\n'];
    const known = { text: before, findings: [] };
    const left = introduced(known, { text: after, findings: findingsOf(after) }, () => false);
    assert.deepEqual(
      left.map(({ span }) => span.start),
      [5],
    );
  });

  it('is nothing where nothing changed or only lines were added around', () => {
    const line = fc.constantFrom('完成投资X亿元。\n', '形势平稳。\n', '增长XX成。\n', '\n');
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.constant('没有空白的一行。\n')), (lines, added) => {
        const text = lines.join('');
        assert.deepEqual(news(text, text), []);
        assert.deepEqual(news(text, added.join('') + text), []);
        assert.deepEqual(news(text, text + added.join('')), []);
        assert.equal(news('', text).length, findingsOf(text).length);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

const git = (cwd: string, ...argv: readonly string[]): void => {
  const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...own, ...argv], { cwd, stdio: 'ignore' });
};
const hasGit = ((): boolean => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const ADDED = `${DRAFT}新签约项目XX个。\n`;

describe('hegao check --since', () => {
  const check = (cwd: string, ...rest: string[]) =>
    hegao(['check', '--format', 'compact', '--fail-on', 'warning', ...rest], { cwd });

  it('an earlier file: what it did not have', () =>
    inFolder({ '旧.txt': DRAFT, '新.txt': ADDED }, async (cwd) => {
      for (const flag of ['--since', '--since-file']) {
        const run = await check(cwd, '新.txt', flag, '旧.txt');
        assert.match(run.stdout, /^新\.txt:4:6: [^\n]*XX个[^\n]*\n$/);
        assert.equal(run.code, 1);
      }
      assert.deepEqual(await check(cwd, '新.txt', '--since', '新.txt'), { code: 0, stdout: '', stderr: '' });
    }));

  it('a state that git keeps', function () {
    if (!hasGit) this.skip();
    return inFolder({ '讲话/稿.txt': DRAFT, '讲话/旧.txt': DRAFT }, async (cwd) => {
      git(cwd, 'init', '-q');
      git(cwd, 'add', '.');
      git(cwd, 'commit', '-qm', 'one');
      fs.writeFileSync(path.join(cwd, '讲话/稿.txt'), ADDED);
      fs.writeFileSync(path.join(cwd, '讲话/新.txt'), DRAFT);
      for (const [folder, at] of [
        ['.', '讲话/'],
        ['讲话', ''],
      ] as const) {
        const run = await check(path.join(cwd, folder), '--since', 'HEAD');
        assert.deepEqual(run.stdout.match(/^[^:]+:\d+:\d+/gm), [`${at}新.txt:3:13`, `${at}稿.txt:4:6`]);
        assert.equal(run.code, 1);
      }
    });
  });

  it('says what cannot be compared', () =>
    inFolder({ '稿.txt': CLEAN, '旧.txt': CLEAN }, async (cwd) => {
      const wrong: readonly (readonly [readonly string[], RegExp])[] = [
        [['--since', 'main', '稿.txt'], /^当前文件夹不在 git 仓库里|^--since 要用 git/],
        [['--since-file', '旧.txt', '.'], /^与一份旧稿比较时，请只写一份新稿。/],
        [['--since-file', '无.txt', '稿.txt'], /^无\.txt：没有这个文件或文件夹。/],
        [['--since', 'HEAD', '--fix', '稿.txt'], /不能同时用/],
      ];
      for (const [args, sentence] of wrong) {
        const { code, stderr } = await check(cwd, ...args);
        assert.equal(code, 2);
        assert.match(stderr, sentence);
      }
    }));

  it('takes no name of a state for an option of git', function () {
    if (!hasGit) this.skip();
    return inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      git(cwd, 'init', '-q');
      const run = await check(cwd, '--since=--output=x', '稿.txt');
      assert.equal(run.code, 2);
      assert.match(run.stderr, /^--since：git 里没有“--output=x”/);
      assert.ok(!fs.existsSync(path.join(cwd, 'x')));
    });
  });
});
