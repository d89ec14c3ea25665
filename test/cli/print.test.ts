import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/draft/read.ts';
import { visible, wordsOf } from '../support/reading-copy.ts';
import { hegao, inFolder } from './harness.ts';

const TEXT = '在睢县<script>工作会议上的讲话\n同志们：\n一、抓紧\n完成66.7亿元，增长xx.x%。\n';
const bodyOf = (page: string): string => page.slice(page.indexOf('<body>'));

describe('hegao print', () => {
  it('writes one page that loads nothing', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['print', '稿.txt', '-o', '念稿.html'], { cwd });
      assert.deepEqual([code, stdout, stderr], [0, '', '']);
      const page = fs.readFileSync(path.join(cwd, '念稿.html'), 'utf8');
      assert.equal(visible(bodyOf(page)), wordsOf(readDraft(TEXT)));
      assert.doesNotMatch(page, /<script|<link|<img|https?:|url\(/);
      assert.match(page, /default-src 'none'/);
      assert.match(page, /<ruby>睢<rt>suī<\/rt><\/ruby>/);
      assert.match(page, /font: 22pt/);
    }));

  it('to standard output, in other letters, with brackets and times', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const flags = ['--pinyin', 'bracket', '--size', '26', '--times', '--rate', '60', '--section-pages'];
      const { code, stdout } = await hegao(['print', ...flags, '稿.txt'], { cwd });
      assert.equal(code, 0);
      assert.match(stdout, /睢<span class="reading">（suī）<\/span>/);
      assert.match(stdout, /font: 26pt/);
      assert.match(stdout, /<p class="salutation" data-time="全篇约\d+秒">/);
      assert.match(stdout, /<h2 class="new-page" data-time="约\d+秒">/);
    }));

  for (const [flags, message] of [
    [['--pinyin', '拼音'], /可用：ruby、bracket、off/],
    [['--size', '4'], /应为14到48之间的磅数/],
    [['--rate', '5'], /--rate 应为60到400的整数/],
    [['-o', '稿.txt'], /稿\.txt：这是原稿/],
    [['-o', '夹/'], /念稿未能写入/],
  ] as const)
    it(`${flags.join(' ')} is refused`, () =>
      inFolder({ '稿.txt': TEXT, '夹/': '' }, async (cwd) => {
        const { code, stdout, stderr } = await hegao(['print', '稿.txt', ...flags], { cwd });
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, message);
        assert.equal(fs.readFileSync(path.join(cwd, '稿.txt'), 'utf8'), TEXT);
      }));

  it('makes none of a draft that is marked as a secret', () =>
    inFolder({ '稿.txt': `秘密★1年\n${TEXT}` }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['print', '稿.txt', '-o', 'a.html'], { cwd });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /标有密级，不生成念稿/);
      assert.equal(fs.existsSync(path.join(cwd, 'a.html')), false);
    }));
});
