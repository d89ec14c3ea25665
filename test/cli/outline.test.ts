import assert from 'node:assert/strict';
import { hegao, inFolder } from './harness.ts';

const TEXT = [
  '在调度会上的讲话',
  '市长　林致远',
  '同志们：',
  '开个短会。',
  '一、抓项目',
  '（一）强投资。要抓紧。',
  '1.看*进度*',
  '（二）强服务',
  '二、抓作风',
  '照办。',
  '第二篇：在总结会上的讲话',
  '同志们：',
  '讲两句。',
  '1.讲成绩',
  '2.讲任务',
  '',
].join('\n');

const MIXED = [
  '在调度会上的讲话',
  '同志们：',
  '一、抓项目',
  '一是快审批，一次办结；二是强要素：',
  '——保用地。',
  '——保用工。',
  '二、抓作风',
  '农业方面：下田头。工业方面：进车间。',
  '',
].join('\n');

interface Node {
  readonly path: string;
  readonly line: number;
  readonly level: number;
  readonly text: string;
  readonly offset: { readonly start: number; readonly end: number };
  readonly children: readonly Node[];
}

describe('hegao outline', () => {
  it('prints the tree of each speech with line numbers', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['outline', '稿.txt'], { cwd });
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(stdout.split('\n'), [
        '稿.txt',
        '',
        ' 1  第1篇 在调度会上的讲话',
        ' 5    一、抓项目',
        ' 6      （一）强投资  〔一、（一）〕',
        ' 7        1.看*进度*  〔一、（一）1.〕',
        ' 8      （二）强服务  〔一、（二）〕',
        ' 9    二、抓作风',
        '',
        '12  第2篇 （无标题）',
        '14    1.讲成绩',
        '15    2.讲任务',
        '',
      ]);
    }));

  it('prints it nested, every node with its place', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { code, stdout } = await hegao(['outline', '--format', 'json', '稿.txt'], { cwd });
      assert.equal(code, 0);
      const { speeches } = JSON.parse(stdout);
      assert.deepEqual(
        speeches.map((speech: { title: string; line: number }) => [speech.title, speech.line]),
        [
          ['在调度会上的讲话', 1],
          ['', 12],
        ],
      );
      const shape = (nodes: readonly Node[]): unknown[] =>
        nodes.map(({ path, line, level, children }) => [path, line, level, shape(children)]);
      assert.deepEqual(shape(speeches[0].tree), [
        [
          '一、',
          5,
          1,
          [
            ['一、（一）', 6, 2, [['一、（一）1.', 7, 3, []]]],
            ['一、（二）', 8, 2, []],
          ],
        ],
        ['二、', 9, 1, []],
      ]);
      const [first] = speeches[0].tree as readonly Node[];
      assert.equal(first!.text, '一、抓项目');
      assert.equal(TEXT.slice(first!.offset.start, first!.offset.end), first!.text);
    }));

  it('prints series, —— items and field labels with the headings', () =>
    inFolder({ '稿.txt': MIXED }, async (cwd) => {
      assert.deepEqual((await hegao(['outline', '稿.txt'], { cwd })).stdout.split('\n'), [
        '稿.txt',
        '',
        '1  第1篇 在调度会上的讲话',
        '3    一、抓项目',
        '4      一是快审批',
        '4      二是强要素',
        '5        ——保用地',
        '6        ——保用工',
        '7    二、抓作风',
        '8      农业方面',
        '8      工业方面',
        '',
      ]);
      const { stdout } = await hegao(['outline', '--format', 'markdown', '稿.txt'], { cwd });
      assert.match(stdout, /\n {2}- 二是强要素（第4行）\n {4}- ——保用地（第5行）\n/);
      const json = await hegao(['outline', '--format', 'json', '稿.txt'], { cwd });
      const [first] = JSON.parse(json.stdout).speeches[0].tree;
      const [, item] = first.children;
      assert.deepEqual(
        [first.kind, item.kind, item.style, item.path, item.level, item.children[0].kind],
        ['heading', 'series', '是', '一、二是', 2, 'dash'],
      );
      assert.equal(MIXED.slice(item.extent.start, item.extent.end), '二是强要素：\n——保用地。\n——保用工。');
    }));

  it('prints Markdown that shows the words as they are', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['outline', '--format', 'markdown', '稿.txt'], { cwd });
      assert.deepEqual(stdout.split('\n'), [
        '## 在调度会上的讲话',
        '',
        '- 一、抓项目（第5行）',
        '  - （一）强投资（第6行）',
        '    - 1\\.看\\*进度\\*（第7行）',
        '  - （二）强服务（第8行）',
        '- 二、抓作风（第9行）',
        '',
        '## （无标题）',
        '',
        '- 1\\.讲成绩（第14行）',
        '- 2\\.讲任务（第15行）',
        '',
      ]);
    }));

  it('says when a speech has no outline', async () => {
    const stdin = '在座谈会上的讲话\n同志们：\n谢谢大家！\n';
    assert.match(
      (await hegao(['outline', '-'], { stdin })).stdout,
      /^1 {2}第1篇 在座谈会上的讲话\n.*没有标题和分项/m,
    );
    const { stdout } = await hegao(['outline', '--format', 'markdown', '-'], { stdin });
    assert.equal(stdout, '## 在座谈会上的讲话\n\n（没有标题和分项）\n');
  });

  it('reads standard input, as Markdown where its name says so', async () => {
    const stdin = '# 在座谈会上的讲话\n\n同志们：\n\n```\n一、代码\n```\n\n## 一、看形势\n\n要看清。\n';
    const text = await hegao(['outline', '--stdin-filename', '稿.md', '-'], { stdin });
    assert.equal(text.stdout, '稿.md\n\n1  第1篇 在座谈会上的讲话\n9    一、看形势\n');
  });

  it('exits 2 when the file cannot be read or the format is unknown', () =>
    inFolder({ '夹.txt/': '' }, async (cwd) => {
      for (const format of ['text', 'json', 'markdown']) {
        const run = await hegao(['outline', '--format', format, '夹.txt'], { cwd });
        assert.deepEqual(run, { code: 2, stdout: '', stderr: '夹.txt：这是文件夹，不是文件。\n' });
      }
      const run = await hegao(['outline', '--format', 'xml', '-'], { cwd });
      assert.equal(run.code, 2);
      assert.match(run.stderr, /^选项“--format”不能是“xml”，可用：text、json、markdown。/);
    }));
});
