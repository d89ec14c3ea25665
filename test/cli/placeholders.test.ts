import assert from 'node:assert/strict';
import { CLEAN, DRAFT, hegao, inFolder, report } from './harness.ts';

const LEFT = '在调度会上的讲话（送审稿）\n同志们：\n一、开局良好\n到x月xx日，完成投资XX亿元；其余照办。\n';

describe('hegao placeholders', () => {
  it('prints a checklist by file and exits 1 while anything is left', () =>
    inFolder({ '一.txt': LEFT, '二.txt': DRAFT, '净.txt': CLEAN }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['placeholders', '一.txt', '净.txt', '二.txt'], { cwd });
      assert.equal(code, 1);
      assert.equal(stderr, '');
      const lines = stdout.split('\n');
      assert.equal(lines[0], '一.txt（3处）');
      assert.ok(lines.includes('- [ ] 4:2 “x月xx日” 到x月xx日，完成投资XX亿元（一、第1段）'), stdout);
      assert.ok(lines.includes('- [ ] 4:12 “XX亿元” 到x月xx日，完成投资XX亿元（一、第1段）'), stdout);
      assert.match(stdout, /^- \[ \] 1:9 “（送审稿）”/m);
      assert.ok(lines.includes('二.txt（1处）'));
      assert.doesNotMatch(stdout, /净\.txt/);
      assert.equal(lines.at(-2), '共4处待补（3个文件）。');
    }));

  it('exits 0 when nothing is left', () =>
    inFolder({ '净.txt': CLEAN }, async (cwd) => {
      const run = await hegao(['placeholders'], { cwd });
      assert.deepEqual(run, { code: 0, stdout: '检查1个文件，没有待补之处。\n', stderr: '' });
    }));

  it('exits 1 at any level', () =>
    inFolder({ '稿.txt': DRAFT, '.hegao.json': '{"rules": {"placeholder-number": "hint"}}' }, async (cwd) =>
      assert.equal((await hegao(['placeholders'], { cwd })).code, 1),
    ));

  it('exits 2 when a file cannot be read, in both formats', () =>
    inFolder({}, async (cwd) => {
      for (const format of ['text', 'json']) {
        const run = await hegao(['placeholders', '--format', format, '无.txt'], { cwd });
        assert.equal(run.code, 2);
        assert.equal(run.stderr, '无.txt：没有这个文件或文件夹。\n');
      }
    }));

  it('prints the object of check, of these rules alone', () =>
    inFolder({ '稿.txt': `${LEFT}三、收尾\n` }, async (cwd) => {
      const run = await hegao(['placeholders', '--format', 'json', '稿.txt'], { cwd });
      const { files, summary } = report(run);
      assert.deepEqual(
        files[0]?.findings.map((f) => f.ruleId),
        ['leftover-draft-mark', 'placeholder-date', 'placeholder-number'],
      );
      assert.equal(summary.warnings, 2);
      assert.equal(summary.infos, 1);
      assert.equal(run.code, 1);
    }));
});
