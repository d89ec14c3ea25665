import assert from 'node:assert/strict';
import { hegao, inFolder } from './harness.ts';

const TEXT =
  '在调度会上的讲话\n同志们：\n下面，我讲两点意见。\n一、抓项目\n（一）强投资\n一是完成投资XX亿元。\n二、抓作风\n照办。\n';

interface Item {
  readonly text: string;
  readonly offset: { readonly start: number; readonly end: number };
}

describe('hegao inspect', () => {
  it('prints every item with its offset and its text', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const run = await hegao(['inspect', '--format', 'json', '稿.txt'], { cwd });
      assert.equal(run.code, 0);
      const { speeches } = JSON.parse(run.stdout);
      assert.equal(speeches.length, 1);
      const [speech] = speeches;
      assert.equal(speech.title, '在调度会上的讲话');
      assert.deepEqual(speech.offset, { start: 0, end: TEXT.length });
      assert.deepEqual(
        speech.headings.map((h: { path: string; level: number }) => [h.path, h.level]),
        [
          ['一、', 1],
          ['一、（一）', 2],
          ['二、', 1],
        ],
      );
      const texts = (items: readonly Item[]): string[] => items.map((item) => item.text);
      assert.deepEqual(texts(speech.headings), ['一、抓项目', '（一）强投资', '二、抓作风']);
      assert.deepEqual(texts(speech.placeholders), ['XX亿元']);
      assert.deepEqual(texts(speech.promises), ['讲两点意见']);
      assert.deepEqual(texts(speech.series), ['一是']);
      for (const key of ['headings', 'series', 'promises', 'placeholders', 'figures', 'dates', 'phrases']) {
        for (const { offset, text } of speech[key] as Item[]) {
          assert.equal(TEXT.slice(offset.start, offset.end), text);
        }
      }
    }));

  it('prints an outline to read', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['inspect', '稿.txt'], { cwd });
      assert.match(
        stdout,
        /^第1篇 在调度会上的讲话\n {2}一、抓项目 {2}4:1\n {4}（一）强投资 {2}5:1\n {2}二、抓作风 {2}7:1$/m,
      );
      assert.match(stdout, /^ {4}6:7 “XX亿元”（一、（一）第1段）$/m);
    }));

  it('reads standard input', async () => {
    const run = await hegao(['inspect', '--format', 'json', '-'], { stdin: TEXT });
    assert.equal(JSON.parse(run.stdout).speeches[0].title, '在调度会上的讲话');
  });

  it('exits 2 when the file cannot be read, in both formats', () =>
    inFolder({ '夹.txt/': '' }, async (cwd) => {
      for (const format of ['text', 'json']) {
        const run = await hegao(['inspect', '--format', format, '夹.txt'], { cwd });
        assert.deepEqual(run, { code: 2, stdout: '', stderr: '夹.txt：这是文件夹，不是文件。\n' });
      }
    }));
});
