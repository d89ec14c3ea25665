import assert from 'node:assert/strict';
import { CLEAN, DRAFT, hegao, inFolder } from './harness.ts';

describe('hegao check as text', () => {
  it('gives the place twice, the level, the message and carets under the words', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const { stdout } = await hegao(['check', '稿.txt'], { cwd });
      const [place, message, line, carets] = stdout.split('\n');
      assert.equal(place, '稿.txt:3:13  开头第1段');
      assert.match(message ?? '', /^ {2}请核 “xx\.x%”.*placeholder-number$/);
      assert.equal(line, '  │ 上半年，全市工业投资增长xx.x%，形势总体平稳。');
      assert.equal(carets, `  │ ${' '.repeat(12 * 2)}^^^^^`);
      assert.match(stdout, /\n检查1个文件，发现1处：请核1处。\n$/);
    }));

  it('names the heading under which a place stands', () =>
    inFolder(
      { '稿.txt': '讲话\n同志们：\n一、抓项目\n（一）强投资\n首段。\n完成投资XX亿元。\n' },
      async (cwd) => {
        const { stdout } = await hegao(['check', '稿.txt'], { cwd });
        assert.match(stdout, /^稿\.txt:6:5 {2}一、（一）第2段$/m);
      },
    ));

  it('puts two carets under a full-width character', () =>
    inFolder({ '稿.txt': '讲话\n同志们：\n完成投资ＸＸ亿元。\n' }, async (cwd) => {
      const { stdout } = await hegao(['check', '稿.txt'], { cwd });
      assert.match(stdout, /^ {2}│ {9}\^{8}$/m);
    }));

  it('lists related places below the finding', () =>
    inFolder({ '稿.txt': '讲话\n同志们：\n一、抓落实\n正文。\n三、抓作风\n正文。\n' }, async (cwd) => {
      const { stdout } = await hegao(['check', '稿.txt'], { cwd });
      assert.match(stdout, /^ {2}↳ 3:1 {2}一、标题 {2}\S/m);
    }));

  it('lists twenty related places and counts the others', () =>
    inFolder({ '稿.txt': `讲话\n同志们：\n${'要统一思想,压实责任。\n'.repeat(30)}` }, async (cwd) => {
      const off = ['stock-phrase', 'phrase-repeat', 'passage-duplicate'].flatMap((id) => [
        '--rule',
        `${id}=off`,
      ]);
      const { stdout } = await hegao(['check', '稿.txt', ...off], { cwd });
      assert.equal(stdout.match(/^ {2}↳ \d+:/gm)?.length, 20);
      assert.match(stdout, /^ {2}↳ 另有9处$/m);
    }));

  it('cuts a long line to the width of the terminal, the place in view', () =>
    inFolder(
      { '稿.txt': `讲话\n同志们：\n${'推动发展，'.repeat(60)}增长x.x%，${'推动发展，'.repeat(60)}\n` },
      async (cwd) => {
        const { stdout } = await hegao(['check', '稿.txt'], { cwd, columns: 60 });
        const line = stdout.split('\n').find((l) => l.includes('│ …')) ?? '';
        assert.match(line, /^ {2}│ ….*增长x\.x%.*…$/);
        const wide = [...line].reduce((sum, c) => sum + (c > '\u2fff' ? 2 : 1), 0);
        assert.ok(wide <= 60 && wide > 50, `${wide} columns`);
      },
    ));

  it('shows colour on a terminal only, unless told otherwise', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const coloured = async (argv: string[], settings: object): Promise<boolean> =>
        (await hegao(['check', ...argv, '稿.txt'], { cwd, ...settings })).stdout.includes('\x1b[');
      assert.equal(await coloured([], {}), false);
      assert.equal(await coloured([], { isTTY: true }), true);
      assert.equal(await coloured(['--no-color'], { isTTY: true }), false);
      assert.equal(await coloured([], { isTTY: true, env: { NO_COLOR: '1' } }), false);
      assert.equal(await coloured([], { env: { FORCE_COLOR: '1' } }), true);
    }));

  it('never passes control characters of a draft to the terminal', () =>
    inFolder({ '稿.txt': '讲话\n同志们：\n\x1b[31m完成\u202e投资XX亿元。\n' }, async (cwd) => {
      const { stdout } = await hegao(['check', '稿.txt'], { cwd });
      assert.match(stdout, /完成�投资XX亿元/);
      assert.doesNotMatch(stdout, /[\x1b\u202e]/);
    }));

  it('sums up when nothing was found and when a file could not be read', () =>
    inFolder({ '净.txt': CLEAN }, async (cwd) => {
      const clean = await hegao(['check', '净.txt'], { cwd });
      assert.equal(clean.stdout, '检查1个文件，没有发现问题。\n');
      const missing = await hegao(['check', '净.txt', '无.txt'], { cwd });
      assert.equal(missing.stdout, '检查2个文件，没有发现问题；1个文件未能完成检查。\n');
    }));
});
