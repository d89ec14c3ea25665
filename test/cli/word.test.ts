import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { item, level, numbering, paragraph as p, run as r, wordFile } from '../support/word-file.ts';
import { CLEAN, DRAFT, hegao, inFolder, type JsonFinding, report } from './harness.ts';

const LISTS = {
  numbering: numbering([level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）')]),
};
const BY = 'w:author="李科长" w:date="2026-01-05T08:00:00Z"';
const WORD = wordFile(
  p('在全县水利工作会议上的讲话') +
    p('同志们：') +
    item('抓建设', 1) +
    item('病险水库', 1, 1) +
    p('除险加固进展顺利。') +
    p(
      `${r('全年完成投资')}<w:del w:id="1" ${BY}><w:r><w:delText>9亿元</w:delText></w:r></w:del>${r('xx.x亿元')}${r('，，增长7.2%。')}`,
    ) +
    item('抓管护', 1) +
    p('管护经费全部落实。'),
  LISTS,
);
const COPY = wordFile(
  DRAFT.trim()
    .split('\n')
    .map((line) => p(line))
    .join(''),
);

describe('Word files on the command line', () => {
  it('are located as their reader would say it, and by run for tools', () =>
    inFolder({ '稿.docx': WORD }, async (cwd) => {
      const text = await hegao(['check', '稿.docx'], { cwd });
      assert.match(text.stdout, /^稿\.docx {2}一、（一）第2段“全年完成投资xx\.x亿元…”\n/m);
      assert.doesNotMatch(text.stdout, /稿\.docx:\d/);
      assert.equal(text.code, 0);
      const json = await hegao(['check', '--format', 'json', '稿.docx'], { cwd });
      const findings = report(json).files[0]!.findings as readonly (JsonFinding & {
        readonly word: unknown;
      })[];
      const blank = findings.find(({ ruleId }) => ruleId === 'placeholder-number');
      assert.equal(blank?.text, 'xx.x亿元');
      assert.deepEqual(blank?.range, { start: { line: 6, column: 7 }, end: { line: 6, column: 13 } });
      assert.deepEqual(blank?.word, {
        ...{ part: 'word/document.xml', paragraph: 5, run: 2, offset: 0 },
        end: { part: 'word/document.xml', paragraph: 5, run: 2, offset: 6 },
      });
    }));

  it('are read as Word files under any name', () => {
    const word = wordFile(p('    增长xx.x%，，') + p('`增长xx.x%，，`') + p('# 完成xx亿元，，'));
    return inFolder({ '稿.docx': word, '稿.md': word }, async (cwd) => {
      for (const options of [[], ['--cache'], ['--cache']]) {
        const run = await hegao(['check', '--format', 'json', ...options], { cwd });
        const [one, other] = report(run).files;
        assert.ok(one!.findings.length >= 6);
        assert.deepEqual(other!.findings, one!.findings);
      }
    });
  });

  it('give what the text gives, in every command that reads drafts', () =>
    inFolder({ '稿.docx': COPY, '稿.txt': DRAFT }, async (cwd) => {
      for (const command of [
        ['inspect', '--format', 'json'],
        ['outline', '--format', 'json'],
        ['phrases'],
        ['metrics', '--format', 'json'],
        ['placeholders', '--format', 'json'],
      ]) {
        const [word, text] = [
          await hegao([...command, '稿.docx'], { cwd }),
          await hegao([...command, '稿.txt'], { cwd }),
        ];
        const same = (output: string): string =>
          output
            .replaceAll('稿.docx', '稿.txt')
            .replace(/"durationMs":\d+/, '')
            .replace(/,?"word":\{[^{}]*\{[^{}]*\}\}/g, '');
        assert.equal(same(word.stdout), same(text.stdout), command[0]);
        assert.equal(word.code, text.code);
        assert.notEqual(word.stdout, '');
      }
    }));

  it('are found below folders, but not what Word keeps beside an open one', () =>
    inFolder({ '稿/a.docx': COPY, '稿/~$a.docx': 'x', 'b.txt': CLEAN }, async (cwd) => {
      const run = await hegao(['check', '--format', 'json'], { cwd });
      assert.deepEqual(
        report(run).files.map((file) => file.path),
        ['b.txt', '稿/a.docx'],
      );
      assert.equal(run.code, 0);
    }));

  it('are read from standard input', async () => {
    const run = await hegao(['check', '--format', 'json', '-', '--stdin-filename', '稿.docx'], {
      stdin: COPY,
    });
    assert.deepEqual(
      report(run).files[0]!.findings.map(({ ruleId }) => ruleId),
      ['placeholder-number'],
    );
  });

  it('are compared with each other, with texts, and with the archive', () => {
    const long =
      '全县新建高标准农田三万亩，改造灌区两处，疏浚河道一百二十公里，沿线九个乡镇的灌溉用水得到保障，十四万群众从此不再为春旱发愁，粮食产量连续三年稳步提高。';
    const other = wordFile(p('在总结会上的讲话') + p('同志们：') + p(long));
    const text = `在部署会上的讲话\n同志们：\n${long}\n`;
    return inFolder({ '旧/旧.docx': other, '新.txt': text }, async (cwd) => {
      const reuse = await hegao(['reuse', '新.txt', '--against', '旧', '--format', 'json'], { cwd });
      assert.match(reuse.stdout, /旧\.docx/);
      const added = await hegao(['archive', 'add', '旧', '--archive', '档案'], { cwd });
      assert.equal(added.code, 0, added.stderr);
      const found = await hegao(['check', '新.txt', '--archive', '档案', '--format', 'json'], { cwd });
      const [reused] = report(found).files[0]!.findings.filter(({ ruleId }) => ruleId === 'passage-reuse');
      assert.match(JSON.stringify(reused?.related), /旧\.docx/);
      const [place] = reused!.related as readonly {
        readonly range: { readonly start: { readonly line: number } };
      }[];
      assert.equal(place?.range.start.line, 3);
    });
  });

  it('are compared with what they were: only what is new is told', () => {
    const after = wordFile(
      p('在座谈会上的讲话') +
        p('同志们：') +
        p('上半年，全市工业投资增长xx.x%，形势总体平稳。') +
        p('新开工项目XX个。'),
    );
    return inFolder({ '旧.docx': COPY, '新.docx': after }, async (cwd) => {
      const run = await hegao(['check', '新.docx', '--since-file', '旧.docx', '--format', 'json'], { cwd });
      assert.deepEqual(
        report(run).files[0]!.findings.map(({ text }) => text),
        ['XX个'],
      );
    });
  });

  it('are not changed: --fix of one that is named is a mistake, others are left aside', () =>
    inFolder({ '稿.docx': WORD, 'b.txt': DRAFT.replace('，形势', '，，形势') }, async (cwd) => {
      const named = await hegao(['check', '--fix', '稿.docx'], { cwd });
      assert.deepEqual(named, {
        code: 2,
        stdout: '',
        stderr: '稿.docx：文件是 Word 文档，不直接改，请按核查结果在 Word 或 WPS 中改。\n',
      });
      const all = await hegao(['check', '--fix', '.'], { cwd });
      assert.match(all.stderr, /稿\.docx：文件是 Word 文档，不直接改/);
      assert.match(all.stderr, /已改正1处（1个文件）/);
      assert.equal(all.code, 0);
      assert.equal(fs.readFileSync(path.join(cwd, 'b.txt'), 'utf8'), DRAFT);
      assert.deepEqual(fs.readFileSync(path.join(cwd, '稿.docx')), Buffer.from(WORD));
    }));

  it('that cannot be read are one sentence and exit 2; the others are still checked', () =>
    inFolder({ '坏.docx': WORD.subarray(0, 900), '旧.doc': '同志们：', '稿.docx': COPY }, async (cwd) => {
      const run = await hegao(['check', '--format', 'json', '坏.docx', '旧.doc', '稿.docx'], { cwd });
      assert.equal(run.code, 2);
      assert.match(
        run.stderr,
        /^坏\.docx：Word 文件已损坏[^\n]*。\n旧\.doc：这是 \.doc 文件[^\n]*另存为 \.docx 后再核。\n$/,
      );
      assert.deepEqual(
        report(run).files.map(({ findings }) => findings.length),
        [0, 0, 1],
      );
      for (const command of ['inspect', 'outline', 'metrics', 'placeholders']) {
        const one = await hegao([command, '坏.docx'], { cwd });
        assert.match(one.stderr, /^坏\.docx：Word 文件已损坏[^\n]*\n$/);
        assert.equal(one.code, 2, command);
      }
    }));

  it('say what they hold and nobody reads', () => {
    const file = wordFile(`${p('同志们：')}<w:altChunk r:id="rId9"/>`);
    return inFolder({ '稿.docx': file }, async (cwd) => {
      const { stderr, code } = await hegao(['check', '稿.docx'], { cwd });
      assert.deepEqual([stderr, code], ['稿.docx：文件里嵌入了另一份文档，没有读取，请另行核对。\n', 0]);
    });
  });
});
