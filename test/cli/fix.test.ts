import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { applyPatch } from 'diff';
import { DRAFT, hegao, inFolder } from './harness.ts';

const TWICE = '在座谈会上的讲话\n同志们：\n上半年，，全市工业投资增长7.2%，形势总体平稳。\n';
const ONCE = TWICE.replace('，，', '，');
const read = (cwd: string, name = '稿.txt'): string => fs.readFileSync(path.join(cwd, name), 'utf8');

describe('hegao check --fix', () => {
  it('puts right what is safe, says so, and reports what is left; again it does nothing', () =>
    inFolder({ '稿.txt': TWICE, '空.txt': DRAFT }, async (cwd) => {
      const run = await hegao(['check', '--fix', '--fail-on', 'warning', '--format', 'compact', '.'], {
        cwd,
      });
      assert.equal(read(cwd), ONCE);
      assert.equal(read(cwd, '空.txt'), DRAFT);
      assert.equal(run.stderr, '已改正1处（1个文件）。\n');
      assert.match(run.stdout, /^空\.txt:3:13: [^\n]*\n$/);
      assert.equal(run.code, 1);
      const again = await hegao(['check', '--fix', '--fail-on', 'warning', '--format', 'compact', '.'], {
        cwd,
      });
      assert.deepEqual(again, { ...run, stderr: '' });
      assert.equal(read(cwd), ONCE);
    }));

  it('leaves suggestions alone unless they are asked for', () => {
    const typo = '在座谈会上的讲话\n同志们：\n要深人推进改革。\n';
    return inFolder({ '稿.txt': typo }, async (cwd) => {
      await hegao(['check', '--fix', '稿.txt'], { cwd });
      assert.equal(read(cwd), typo);
      await hegao(['check', '--fix', '--fix-type', 'suggestion,safe', '稿.txt'], { cwd });
      assert.equal(read(cwd), typo.replace('深人', '深入'));
    });
  });

  it('leaves alone what was decided to be kept', () =>
    inFolder(
      { '稿.txt': TWICE, '.hegao-ignore.yaml': '- rule: punctuation-repeat\n  file: 稿.txt\n' },
      async (cwd) => {
        await hegao(['check', '--fix', '稿.txt'], { cwd });
        assert.equal(read(cwd), TWICE);
      },
    ));

  it('--fix-dry-run writes nothing and shows a diff that brings it about', () =>
    inFolder({ '稿.txt': TWICE }, async (cwd) => {
      const run = await hegao(['check', '--fix-dry-run', '稿.txt'], { cwd });
      assert.equal(run.code, 1);
      assert.equal(run.stderr, '可改正1处（1个文件），没有写文件。\n');
      assert.equal(applyPatch(TWICE, run.stdout), ONCE);
      assert.equal(read(cwd), TWICE);
      const colours = await hegao(['check', '--fix-dry-run', '稿.txt'], { cwd, isTTY: true });
      assert.ok(colours.stdout.includes('\x1b[31m-上半年，，'));
      assert.ok(colours.stdout.includes('\x1b[32m+上半年，全'));
      const piped = await hegao(['check', '--fix-dry-run', '-'], { cwd, stdin: ONCE });
      assert.deepEqual(piped, { code: 0, stdout: '', stderr: '没有可以自动改正的。\n' });
    }));

  it('--fix-dry-run shows a diff of thousands of lines too', () => {
    const text = `讲话\n同志们：\n${'上半年，，形势平稳。\n'.repeat(3000)}完`;
    return inFolder({ '稿.txt': text }, async (cwd) => {
      const { stdout } = await hegao(['check', '--fix-dry-run', '稿.txt'], { cwd });
      assert.equal(applyPatch(text, stdout), text.replaceAll('，，', '，'));
    });
  });

  it('says what does not go together', async () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['--fix', '--fix-dry-run'], /^选项“--fix”和“--fix-dry-run”不能同时用。/],
      [['--fix-type', 'safe'], /^--fix-type 要和 --fix 或 --fix-dry-run 同用。/],
      [['--fix', '--fix-type', 'all'], /可用：safe、suggestion，用逗号隔开。/],
      [['--fix', '-'], /^标准输入不能改写/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, stderr } = await hegao(['check', ...args]);
      assert.equal(code, 2);
      assert.match(stderr, sentence);
    }
  });
});
