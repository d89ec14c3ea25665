import assert from 'node:assert/strict';
import { hegao, inFolder } from './harness.ts';

const TEXT =
  '在调度会上的讲话\n同志们：\n下面，我讲两点意见。\n一、抓项目\n（一）强投资\n一是完成投资XX亿元。\n二、抓作风\n照办。\n';

const SIGNED = [
  '凝心聚力',
  '开新局',
  '——在全市农业工作会议上的讲话',
  '（送审稿）',
  '市长　林致远',
  '（2026年4月9日）',
  '同志们：',
  '今天开个短会。',
  '一、抓春耕',
  '不误农时。',
  '二、抓水利',
  '清淤修渠。',
  '同志们，让我们一起努力！',
  '谢谢大家！',
  '',
].join('\n');

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
      assert.deepEqual(
        speech.headings.map((h: { marker: string; ordinal: number }) => [h.marker, h.ordinal]),
        [
          ['一、', 1],
          ['（一）', 1],
          ['二、', 2],
        ],
      );
      assert.equal(speech.promises[0].count, 2);
      assert.equal(speech.series[0].ordinal, 1);
      for (const key of [
        'parts',
        'headings',
        'series',
        'promises',
        'placeholders',
        'figures',
        'dates',
        'phrases',
      ]) {
        for (const { offset, text } of speech[key] as Item[]) {
          assert.equal(TEXT.slice(offset.start, offset.end), text);
        }
      }
    }));

  it('names the parts of a speech and its kind', () =>
    inFolder({ '稿.txt': SIGNED }, async (cwd) => {
      const { stdout } = await hegao(['inspect', '--format', 'json', '稿.txt'], { cwd });
      const [speech] = JSON.parse(stdout).speeches;
      assert.equal(speech.title, '凝心聚力开新局——在全市农业工作会议上的讲话');
      assert.equal(speech.kind, '部署讲话');
      assert.deepEqual(
        speech.parts.map(({ part, text }: { part: string; text: string }) => [part, text]),
        [
          ['title', '凝心聚力\n开新局'],
          ['subtitle', '——在全市农业工作会议上的讲话'],
          ['speaker', '市长　林致远'],
          ['date', '2026年4月9日'],
          ['salutation', '同志们：'],
          ['opening', '今天开个短会。'],
          ['body', '一、抓春耕\n不误农时。\n二、抓水利\n清淤修渠。'],
          ['closing', '同志们，让我们一起努力！\n谢谢大家！'],
        ],
      );
      for (const { offset, text } of speech.parts as Item[])
        assert.equal(SIGNED.slice(offset.start, offset.end), text);
      const text = (await hegao(['inspect', '稿.txt'], { cwd })).stdout;
      assert.match(text, /^ {2}文种：部署讲话\n {2}标题 1:1 “凝心聚力 开新局”\n {2}副题 3:1 /m);
      assert.match(text, /^ {2}日期 6:2 “2026年4月9日”$/m);
    }));

  it('reads dates, and years counted from the day of the speech', async () => {
    const stdin = `在会上的讲话\n（2026年4月9日）\n同志们：\n去年7月，“十四五”收官之年过半。\n散会。\n`;
    const { stdout } = await hegao(['inspect', '--format', 'json', '-'], { stdin });
    const [speech] = JSON.parse(stdout).speeches;
    const { offset, ...spoken } = speech.spoken;
    assert.deepEqual(spoken, { year: 2026, month: 4, day: 9, known: 'byline' });
    assert.equal(stdin.slice(offset.start, offset.end), '2026年4月9日');
    const at = (text: string) => ({ start: stdin.indexOf(text), end: stdin.indexOf(text) + text.length });
    assert.deepEqual(speech.dates, [
      { offset: at('2026年4月9日'), text: '2026年4月9日', kind: 'date', year: 2026, month: 4, day: 9 },
      { offset: at('去年'), text: '去年', kind: 'relative', resolved: '2025' },
      { offset: at('7月'), text: '7月', kind: 'date', month: 7 },
      {
        offset: at('“十四五”收官之年'),
        text: '“十四五”收官之年',
        kind: 'plan',
        year: 2021,
        endYear: 2025,
        resolved: '2025',
      },
    ]);
  });

  it('has no kind and no parts where nothing tells them', async () => {
    const run = await hegao(['inspect', '--format', 'json', '-'], { stdin: '\n' });
    const [speech] = JSON.parse(run.stdout).speeches;
    assert.deepEqual([speech.kind, speech.parts, speech.title], [null, [], '']);
  });

  it('reads a line of occasion for its date and speaker, and a signature at the end', async () => {
    const stdin =
      '2025年临江市政府工作报告\n——2026年1月9日在临江市第九届人民代表大会第一次会议上市长　林致远\n各位代表：\n请予审议。\n完毕。\n';
    const parts = async (text: string): Promise<readonly string[]> =>
      JSON.parse(
        (await hegao(['inspect', '--format', 'json', '-'], { stdin: text })).stdout,
      ).speeches[0].parts.map(({ part, text }: { part: string; text: string }) => `${part} ${text}`);
    assert.deepEqual((await parts(stdin)).slice(0, 4), [
      'title 2025年临江市政府工作报告',
      'subtitle ——2026年1月9日在临江市第九届人民代表大会第一次会议上市长　林致远',
      'date 2026年1月9日',
      'speaker 市长　林致远',
    ]);
    const signed = await parts(
      '述职报告\n现报告如下。\n学习抓得不紧。\n请批评指正。\n林致远\n2026年1月9日\n',
    );
    assert.deepEqual(signed.slice(-3), ['closing 请批评指正。', 'speaker 林致远', 'date 2026年1月9日']);
  });

  it('prints an outline to read', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['inspect', '稿.txt'], { cwd });
      assert.match(
        stdout,
        /^第1篇 在调度会上的讲话\n(?: {2}\S.*\n)+ {2}一、抓项目 {2}4:1\n {4}（一）强投资 {2}5:1\n {2}二、抓作风 {2}7:1$/m,
      );
      assert.match(stdout, /^ {4}6:7 “XX亿元”（一、（一）第1段）$/m);
    }));

  it('shows series with the headings that hold them', async () => {
    const stdin = '一、抓项目\n一是快审批，二是强要素。\n二、抓作风\n';
    const { stdout } = await hegao(['inspect', '-'], { stdin });
    assert.match(
      stdout,
      /^ {2}层次（2个标题、2个分项）\n {2}一、抓项目 {2}1:1\n {4}一是快审批 {2}2:1\n {4}二是强要素 {2}2:7\n {2}二、抓作风 {2}3:1$/m,
    );
    const json = await hegao(['inspect', '--format', 'json', '-'], { stdin });
    const [{ headings, tree }] = JSON.parse(json.stdout).speeches;
    assert.deepEqual([headings.length, tree.length, tree[0].children.length], [2, 2, 2]);
  });

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
