import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { paragraphTexts, readPart, styleOf } from '../support/docx-parts.ts';
import { WORD_SPEECH } from '../support/word-speech.ts';
import { hegao, inFolder } from './harness.ts';

const RESIDUE = '在甲会上的讲话\n同志们：\n今天的会议只有一个议题，就是防汛。\n— 3 —\n请大家抓紧落实。\n';

describe('hegao export', () => {
  it('writes a Word file beside the draft and says so', () =>
    inFolder({ '稿/讲话.txt': WORD_SPEECH }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['export', '稿/讲话.txt'], { cwd });
      assert.deepEqual([code, stderr], [0, '']);
      const file = path.join('稿', '讲话.docx');
      const paragraphs = paragraphTexts(fs.readFileSync(path.join(cwd, file)));
      assert.equal(stdout, `${file}：已写入，${paragraphs.length}段。\n`);
      assert.equal(paragraphs[0], '在全县民宿发展推进会上的讲话');
      assert.deepEqual(fs.readdirSync(path.join(cwd, '稿')).sort(), ['讲话.docx', '讲话.txt']);
    }));

  it('never writes over a file but with --force, and never over the draft', () =>
    inFolder({ '讲话.txt': WORD_SPEECH, '旧.docx': '旧', '稿.docx': WORD_SPEECH }, async (cwd) => {
      const refused = await hegao(['export', '讲话.txt', '-o', '旧.docx'], { cwd });
      assert.deepEqual(
        [refused.code, refused.stdout, refused.stderr],
        [2, '', '旧.docx：已有这个文件，没有写入（要覆盖请加 --force）。\n'],
      );
      assert.equal(fs.readFileSync(path.join(cwd, '旧.docx'), 'utf8'), '旧');
      assert.equal((await hegao(['export', '讲话.txt', '-o', '旧.docx', '--force'], { cwd })).code, 0);
      assert.ok(paragraphTexts(fs.readFileSync(path.join(cwd, '旧.docx'))).length > 10);
    }));

  it('writes .docx alone, and needs a name for what comes from standard input', () =>
    inFolder({ '讲话.txt': WORD_SPEECH }, async (cwd) => {
      const wrong = await hegao(['export', '讲话.txt', '-o', '讲话.doc'], { cwd });
      assert.deepEqual([wrong.code, wrong.stderr], [2, '讲话.doc：导出的文件应为 .docx。\n']);
      const nameless = await hegao(['export', '-'], { cwd, stdin: WORD_SPEECH });
      assert.deepEqual(
        [nameless.code, nameless.stderr],
        [2, '稿子来自标准输入，请用 -o 写明导出到哪个文件。\n'],
      );
      assert.equal((await hegao(['export', '-', '-o', '一.docx'], { cwd, stdin: WORD_SPEECH })).code, 0);
      const named = await hegao(['export', '-', '--stdin-filename', '二.txt'], { cwd, stdin: WORD_SPEECH });
      assert.equal(named.code, 0);
      assert.deepEqual(fs.readdirSync(cwd).sort(), ['一.docx', '二.docx', '讲话.txt']);
    }));

  it('refuses a classified draft, and an empty one', () =>
    inFolder({ '密.txt': `机密★1年\n${WORD_SPEECH}`, '空.txt': '\n\n' }, async (cwd) => {
      const secret = await hegao(['export', '密.txt', '--force'], { cwd });
      assert.deepEqual(
        [secret.code, secret.stderr],
        [2, '密.docx：稿子标有密级，不导出；请在涉密计算机上排版。\n'],
      );
      assert.equal((await hegao(['export', '空.txt'], { cwd })).code, 2);
      assert.deepEqual(fs.readdirSync(cwd).sort(), ['密.txt', '空.txt']);
    }));

  it('says what residue it has marked, and leaves it out when asked to', () =>
    inFolder({ '讲话.txt': RESIDUE }, async (cwd) => {
      const kept = await hegao(['export', '讲话.txt', '-o', '一.docx'], { cwd });
      assert.equal(
        kept.stderr,
        '讲话.txt：页码、网页文字等残留1处照样写入并标黄（不要请加 --drop-residue）：第4行“— 3 —”。\n',
      );
      assert.ok(paragraphTexts(fs.readFileSync(path.join(cwd, '一.docx'))).includes('— 3 —'));
      const dropped = await hegao(['export', '讲话.txt', '-o', '二.docx', '--drop-residue'], { cwd });
      assert.equal(dropped.stderr, '讲话.txt：页码、网页文字等残留1处没有写入：第4行“— 3 —”。\n');
      assert.ok(!paragraphTexts(fs.readFileSync(path.join(cwd, '二.docx'))).includes('— 3 —'));
    }));

  it('says what of Markdown, and which characters, cannot stand in the file', () =>
    inFolder(
      { '讲话.md': '# 在甲会上的讲话\n\n同志们：\n\n见[办法](https://a.example/1)。\u0007\n' },
      async (cwd) => {
        const { code, stderr } = await hegao(['export', '讲话.md'], { cwd });
        assert.equal(code, 0);
        assert.equal(
          stderr,
          '讲话.md：Markdown 的代码、链接地址等1处没有写入：第5行“](https://a.exam…”。\n讲话.md：Word 存不了的控制字符1个写成了“\ufffd”。\n',
        );
      },
    ));

  it('takes a profile file, and says where it is wrong', () =>
    inFolder(
      {
        '讲话.txt': WORD_SPEECH,
        '版式.yaml': 'extends: reading\nstyles:\n  body: { font: 宋体 }\n',
        '错.json': '{\n  "linse": 20\n}\n',
      },
      async (cwd) => {
        const wrong = await hegao(['export', '讲话.txt', '--profile', '错.json'], { cwd });
        assert.equal(wrong.code, 2);
        assert.match(wrong.stderr, /^错\.json:2:3 版式里没有“linse”这一项，是否要写“lines”？/);
        assert.ok(!fs.existsSync(path.join(cwd, '讲话.docx')));
        assert.equal((await hegao(['export', '讲话.txt', '--profile', '版式.yaml'], { cwd })).code, 0);
        const bytes = fs.readFileSync(path.join(cwd, '讲话.docx'));
        assert.match(JSON.stringify(styleOf(bytes, 'SpeechBody')), /"w:eastAsia":\{?[^}]*宋体|宋体/);
        const none = await hegao(['export', '讲话.txt', '--profile', 'gb9740'], { cwd });
        assert.match(none.stderr, /^没有“gb9740”这一版式，是否要写“gb9704”？/);
      },
    ));

  it('leaves nothing behind where it cannot write', () =>
    inFolder({ '讲话.txt': WORD_SPEECH, '一.docx/': '' }, async (cwd) => {
      const { code, stderr } = await hegao(['export', '讲话.txt', '-o', '一.docx', '--force'], { cwd });
      assert.deepEqual([code, stderr], [2, '一.docx：没有写入（这是文件夹）。\n']);
      assert.deepEqual(fs.readdirSync(cwd).sort(), ['一.docx', '讲话.txt']);
    }));

  it('names the file by the title of the speech in its properties', () =>
    inFolder({ '讲话.txt': WORD_SPEECH }, async (cwd) => {
      await hegao(['export', '讲话.txt'], { cwd });
      const core = readPart(fs.readFileSync(path.join(cwd, '讲话.docx')), 'docProps/core.xml');
      assert.match(JSON.stringify(core), /在全县民宿发展推进会上的讲话/);
    }));
});
