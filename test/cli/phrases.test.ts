import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { phrases } from '../../server/src/cli/phrases.ts';
import { createWriter } from '../../server/src/cli/writer.ts';
import { hegao, inFolder } from './harness.ts';

const TEXT = [
  '在全县水利会上的讲话',
  '同志们：',
  '一、肯定成绩',
  '清淤12公里，水到田头。',
  '二、狠抓落实',
  '要凝心聚力、攻坚克难，做到“两个维护”。各乡镇要凝心聚力，扬优势、补短板。',
  '',
].join('\n');

describe('hegao phrases', () => {
  it('counts by group and by section, beside published reports', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const run = await hegao(['phrases', '--no-keywords', '--format', 'json', '稿.txt'], { cwd });
      assert.deepEqual([run.code, run.stderr], [0, '']);
      const { baseline, speeches } = JSON.parse(run.stdout);
      assert.match(baseline, /已发表/);
      const [speech] = speeches;
      assert.deepEqual(
        speech.sections.map(({ title, count }: { title: string; count: number }) => [title, count]),
        [
          ['一、肯定成绩', 0],
          ['二、狠抓落实', 5],
        ],
      );
      assert.deepEqual(speech.most[0], { phrase: '凝心聚力', group: '四字', count: 2, line: 6 });
      const four = speech.groups.find(({ group }: { group: string }) => group === '四字');
      assert.equal(four.count, 3);
      assert.equal(typeof four.baseline, 'number');
      assert.ok(!speech.groups.some(({ group }: { group: string }) => group === '固定提法'));
      assert.equal(speech.keywords, null);
    }));

  it('prints the same to read', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['phrases', '--no-keywords', '稿.txt'], { cwd });
      assert.match(stdout, /^第1篇 在全县水利会上的讲话（正文\d+字）$/m);
      assert.match(stdout, /^ {4}凝心聚力 2次（四字，首见第6行）$/m);
    }));

  it('says so where keywords cannot be had, and goes on', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const written: [string[], string[]] = [[], []];
      const stream = (to: string[]): Writable =>
        new Writable({
          write(piece: Buffer, _, done) {
            to.push(piece.toString());
            done();
          },
        });
      const [out, err] = written.map((to) => createWriter(stream(to)));
      const shell = {
        stdin: [] as unknown as AsyncIterable<Uint8Array>,
        stdout: stream([]),
        stderr: stream([]),
        env: {},
        cwd,
        isTTY: false,
        startServer: () => Promise.resolve(),
        out: out!,
        err: err!,
      };
      const missing = { keywords: async () => ({ missing: '未安装分词组件 nodejieba' }) };
      assert.equal(await phrases('稿.txt', { format: 'text', keywords: true }, shell, missing), 0);
      await out!.flush();
      assert.equal(written[1].join(''), '提示：未安装分词组件 nodejieba，本次不列关键词，其余不受影响。\n');
      assert.match(written[0].join(''), /凝心聚力 2次/);
      const given = { keywords: async () => ({ keywords: [{ word: '清淤', weight: 2 }] }) };
      await phrases('稿.txt', { format: 'text', keywords: true }, shell, given);
      await out!.flush();
      assert.match(written[0].join(''), /关键词（TF-IDF）：清淤\n {2}关键词（TextRank）：清淤\n/);
    }));

  it('inspect lists every one, fixed wording and frames as well', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['inspect', '--format', 'json', '稿.txt'], { cwd });
      const items = JSON.parse(stdout).speeches[0].phrases as readonly {
        readonly phrase: string;
        readonly group: string;
        readonly text: string;
        readonly offset: { readonly start: number; readonly end: number };
      }[];
      for (const { offset, text } of items) assert.equal(TEXT.slice(offset.start, offset.end), text);
      const found = new Map(items.map(({ text, group }) => [text, group]));
      assert.equal(found.get('做到“两个维护”'), '固定提法');
      assert.equal(found.get('扬优势、补短板'), '对仗句式');
      assert.equal(found.get('攻坚克难'), '四字');
    }));
});
