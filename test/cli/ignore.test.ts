import assert from 'node:assert/strict';
import { fingerprint } from '../../server/src/engine/fingerprint.ts';
import { DRAFT, hegao, inFolder, report } from './harness.ts';

const start = DRAFT.indexOf('xx.x%');
const context = fingerprint('placeholder-number', DRAFT, { start, end: start + 5 });
const decision = `- rule: placeholder-number\n  file: 稿.txt\n  context: "${context}"\n`;

describe('hegao check with .hegao-ignore.yaml', () => {
  it('leaves out what was decided, in the draft named and in no other', async () => {
    await inFolder({ '稿.txt': DRAFT, '另一稿.txt': DRAFT, '.hegao-ignore.yaml': decision }, async (cwd) => {
      const run = await hegao(['check', '--format', 'json', '.'], { cwd });
      assert.deepEqual(
        report(run).files.map(({ path, findings }) => [path, findings.length]),
        [
          ['另一稿.txt', 1],
          ['稿.txt', 0],
        ],
      );
      const all = await hegao(['check', '--no-config', '--format', 'json', '稿.txt'], { cwd });
      assert.equal(report(all).files[0]!.findings.length, 1);
      const left = await hegao(['placeholders', '稿.txt'], { cwd });
      assert.equal(left.code, 0);
    });
  });

  it('says what is wrong with it, and exits with 2', async () => {
    await inFolder({ '稿.txt': DRAFT, '.hegao-ignore.yaml': 'rule: x\n' }, async (cwd) => {
      const { code, stderr } = await hegao(['check', '稿.txt'], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /^\.hegao-ignore\.yaml:1:1 这个文件应为列表/);
    });
  });
});
