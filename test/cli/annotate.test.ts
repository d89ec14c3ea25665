import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { commentedTexts, commentsOf } from '../support/annotated.ts';
import { item, level, numbering, paragraph as p, run as r, wordFile } from '../support/word-file.ts';
import { DRAFT, hegao, inFolder, report } from './harness.ts';

const LISTS = { numbering: numbering([level(0, 'chineseCounting', '%1、')]) };
const WORD = wordFile(
  p('在全县水利工作会议上的讲话') +
    p('同志们：') +
    item('抓建设', 1) +
    p(`${r('全年完成投资')}${r('xx.x亿元', '<w:b/>')}${r('，，增长7.2%。')}`) +
    item('抓管护', 1) +
    p('管护经费全部落实。'),
  LISTS,
);
const DATE = ['--annotate-date', '2026-03-05T08:00'];

const bytesOf = (cwd: string, name: string): Uint8Array => fs.readFileSync(path.join(cwd, name));

describe('hegao check --annotate', () => {
  it('writes what is reported into a copy: message, advice, level and rule, at the words', () =>
    inFolder({ '稿.docx': WORD }, async (cwd) => {
      const run = await hegao(
        ['check', '稿.docx', '--annotate', '稿_核稿.docx', ...DATE, '--format', 'json'],
        { cwd },
      );
      const { findings } = report(run).files[0]!;
      assert.ok(findings.length >= 2);
      assert.match(run.stderr, new RegExp(`^稿_核稿\\.docx：已写入，批注${findings.length}处。\n$`));
      const made = bytesOf(cwd, '稿_核稿.docx');
      const texts = commentedTexts(made);
      const comments = [...commentsOf(made)];
      assert.deepEqual(
        comments.map(([id]) => texts.get(id)),
        findings.map(({ text }) => text),
      );
      const [, blank] = comments.find(([, { lines }]) => lines.at(-1)!.endsWith('placeholder-number'))!;
      assert.equal(blank.author, '核稿');
      assert.match(blank.lines.join('\n'), /^[^\n]+\n建议：[^\n]+\n【请核】placeholder-number$/);
      assert.deepEqual(Buffer.from(bytesOf(cwd, '稿.docx')), Buffer.from(WORD));
      await hegao(['check', '稿.docx', '--annotate', '又.docx', ...DATE], { cwd });
      assert.deepEqual(bytesOf(cwd, '又.docx'), made);
      const again = await hegao(['check', '稿_核稿.docx', '--annotate', '三.docx', ...DATE], { cwd });
      assert.match(again.stderr, /已写入/);
      assert.ok(commentsOf(bytesOf(cwd, '三.docx')).size > comments.length);
    }));

  it('writes what can be put right as tracked changes too, where that is asked for', () =>
    inFolder({ '稿.docx': WORD }, async (cwd) => {
      const run = await hegao(['check', '稿.docx', '--annotate', '改.docx', '--annotate-changes', ...DATE], {
        cwd,
      });
      assert.match(run.stderr, /^改\.docx：已写入，批注\d+处，修订1处。\n$/);
      const outline = await hegao(['check', '改.docx', '--format', 'json'], { cwd });
      const ids = report(outline).files[0]!.findings.map(({ ruleId }) => ruleId);
      assert.ok(!ids.includes('punctuation-repeated'), String(ids));
    }));

  it('leaves out what is known: baseline, silenced places', () =>
    inFolder({ '稿.docx': WORD }, async (cwd) => {
      await hegao(['check', '稿.docx', '--baseline', '基线.json', '--update-baseline'], { cwd });
      const run = await hegao(['check', '稿.docx', '--baseline', '基线.json', '--annotate', '核.docx'], {
        cwd,
      });
      assert.equal(run.stderr, '核.docx：已写入，没有问题，与原稿相同。\n');
      assert.deepEqual(Buffer.from(bytesOf(cwd, '核.docx')), Buffer.from(WORD));
    }));

  it('never takes the place of the draft, nor of another file unless told to', () =>
    inFolder({ '稿.docx': WORD, '旧.docx': 'x' }, async (cwd) => {
      fs.symlinkSync(path.join(cwd, '稿.docx'), path.join(cwd, '链.docx'));
      for (const name of ['稿.docx', './稿.docx', '链.docx']) {
        const run = await hegao(['check', '稿.docx', '--annotate', name, '--force'], { cwd });
        assert.equal(run.code, 2);
        assert.equal(run.stderr, `${name}：这是稿子本身，没有写入；请给批注稿另起一个名字。\n`);
      }
      const kept = await hegao(['check', '稿.docx', '--annotate', '旧.docx'], { cwd });
      assert.deepEqual(
        [kept.code, kept.stderr],
        [2, '旧.docx：已有这个文件，没有写入（要覆盖请加 --force）。\n'],
      );
      assert.equal(fs.readFileSync(path.join(cwd, '旧.docx'), 'utf8'), 'x');
      const forced = await hegao(['check', '稿.docx', '--annotate', '旧.docx', '--force'], { cwd });
      assert.match(forced.stderr, /已写入/);
      assert.deepEqual(Buffer.from(bytesOf(cwd, '稿.docx')), Buffer.from(WORD));
    }));

  it('says what to do where it cannot be: several files, texts, other names, classified drafts', () =>
    inFolder(
      {
        '稿.docx': WORD,
        'a.txt': DRAFT,
        '夹/b.docx': WORD,
        '密.docx': wordFile(p('机密★1年') + p('在会上的讲话') + p('投资xx.x亿元。')),
        '坏.docx': WORD.subarray(0, 900),
      },
      async (cwd) => {
        const to = ['--annotate', '核.docx'];
        const one = /^--annotate 一次只写一份稿子的批注，请写明一个 \.docx 文件。\n$/;
        for (const [args, stderr] of [
          [['稿.docx', 'a.txt', ...to], one],
          [['夹', ...to], one],
          [['-', ...to], one],
          [to, one],
          [['a.txt', ...to], /^核\.docx：稿子不是 Word 文件[^\n]*hegao export[^\n]*。\n$/],
          [['稿.docx', '--annotate', '核.doc'], /^核\.doc：批注稿的文件名应以 \.docx 结尾，没有写入。\n$/],
          [['密.docx', ...to], /核\.docx：稿子标有密级，不写批注稿；请在涉密计算机上核。\n$/],
          [['坏.docx', ...to], /^坏\.docx：Word 文件已损坏[^\n]*\n核\.docx：稿子没有读成，没有写入。\n$/],
          [['没有.docx', ...to], /核\.docx：稿子没有读成，没有写入。\n$/],
          [['稿.docx', ...to, '--annotate-date', '昨天'], /^--annotate-date 要写成/],
          [['稿.docx', '--annotate-changes'], /^--annotate-changes 要和 --annotate 文件\.docx 同用。\n$/],
          [['稿.docx', '--force'], /^--force 要和 --annotate 文件\.docx 同用。\n$/],
          [['稿.docx', ...to, '--fix'], /--annotate/],
        ] as const) {
          const run = await hegao(['check', ...args], { cwd });
          assert.equal(run.code, 2, args.join(' '));
          assert.match(run.stderr, stderr);
          assert.ok(!fs.existsSync(path.join(cwd, '核.docx')), args.join(' '));
        }
      },
    ));

  it('is written whole or not at all', () =>
    inFolder({ '稿.docx': WORD, '夹/': '' }, async (cwd) => {
      fs.mkdirSync(path.join(cwd, '核.docx'));
      const run = await hegao(['check', '稿.docx', '--annotate', '核.docx', '--force'], { cwd });
      assert.equal(run.code, 2);
      assert.match(run.stderr, /^核\.docx：没有写入（[^\n]*）。\n$/);
      assert.deepEqual(fs.readdirSync(cwd).sort(), ['夹', '核.docx', '稿.docx'].sort());
    }));
});
