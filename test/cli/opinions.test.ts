import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { encode } from '../../server/src/files/encode.ts';
import { DRAFT, hegao, inFolder } from './harness.ts';

const HEAD = '序号,位置,原文,问题,建议,采纳情况\r\n';
const read = (cwd: string, name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');
const rows = (text: string): readonly string[] => text.replace('\ufeff', '').trimEnd().split('\r\n');

describe('hegao opinions', () => {
  it('writes the findings as CSV, Markdown or Word, by the name of the file', () =>
    inFolder({ '讲话稿.txt': DRAFT }, async (cwd) => {
      const csv = await hegao(['opinions', '讲话稿.txt', '-o', '表.csv'], { cwd });
      assert.deepEqual([csv.code, csv.stdout, csv.stderr], [0, '', '已写入 表.csv：1条。\n']);
      const [head, row] = rows(read(cwd, '表.csv'));
      assert.equal(head, HEAD.trimEnd());
      assert.match(row ?? '', /^1,第3行（开头第1段）,xx\.x%,/);
      const shown = await hegao(['opinions', '讲话稿.txt'], { cwd });
      await hegao(['opinions', '讲话稿.txt', '-o', '表.md'], { cwd });
      assert.equal(shown.stdout, read(cwd, '表.md'));
      assert.match(shown.stdout, /\| 1 \| 第3行（开头第1段） \| xx\.x% \|/);
      const word = await hegao(['opinions', '讲话稿.txt', '-o', '表.docx'], { cwd });
      assert.equal(word.code, 0, word.stderr);
      const parts = unzipSync(fs.readFileSync(path.join(cwd, '表.docx')));
      const body = strFromU8(parts['word/document.xml']!);
      for (const text of ['采纳情况', '第3行（开头第1段）', 'xx.x%']) assert.ok(body.includes(text), text);
    }));

  it('names the file of each place where there are several', () =>
    inFolder({ '甲.txt': DRAFT, '乙.txt': DRAFT }, async (cwd) => {
      const { stdout } = await hegao(['opinions', '.'], { cwd });
      assert.match(stdout, /乙\.txt 第3行/);
      assert.match(stdout, /\| 2 \|/);
    }));

  it('refuses other endings, the draft itself, and classified drafts', () =>
    inFolder({ '讲话稿.md': DRAFT, '密.txt': `秘密★1年\n${DRAFT}` }, async (cwd) => {
      const other = await hegao(['opinions', '讲话稿.md', '-o', '表.xlsx'], { cwd });
      assert.deepEqual(
        [other.code, other.stderr],
        [2, '表.xlsx：核稿意见表的文件名请以 .csv、.md 或 .docx 结尾。\n'],
      );
      const own = await hegao(['opinions', '讲话稿.md', '-o', '讲话稿.md'], { cwd });
      assert.equal(own.code, 2);
      assert.equal(read(cwd, '讲话稿.md'), DRAFT);
      const secret = await hegao(['opinions', '密.txt', '-o', '表.csv'], { cwd });
      assert.equal(secret.code, 2);
      assert.equal(fs.existsSync(path.join(cwd, '表.csv')), false);
    }));
});

describe('hegao opinions merge', () => {
  const merge = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    let merged: readonly string[] = [];
    let stderr = '';
    await inFolder(files, async (cwd) => {
      const run = await hegao(['opinions', 'merge', ...Object.keys(files), '-o', '汇总.csv'], { cwd });
      assert.equal(run.code, 0, run.stderr);
      stderr = run.stderr;
      merged = rows(read(cwd, '汇总.csv'));
    });
    return { merged, stderr };
  };

  it('sets remarks side by side in the order of the draft, joins equal ones, keeps and marks those that differ', async () => {
    const { merged, stderr } = await merge({
      '张.csv': `${HEAD}1,第9行（二、第1段）,抓实抓细,重复。,删去一个。,\r\n2,第3行（一、第1段）,66所,数据不一。,请核对。,采纳\r\n`,
      '李.csv': `${HEAD}1,第3行（一、第1段）,66所,数据不一,请核对,\r\n2,第9行（二、第1段）,抓实抓细,重复。,改为抓实。,\r\n`,
    });
    assert.deepEqual(merged, [
      '序号,位置,原文,问题,建议,提出人,采纳情况,备注',
      '1,第3行（一、第1段）,66所,数据不一。,请核对。,张、李,采纳,',
      '2,第9行（二、第1段）,抓实抓细,重复。,删去一个。,张,,同一处意见不一，请定夺',
      '3,第9行（二、第1段）,抓实抓细,重复。,改为抓实。,李,,同一处意见不一，请定夺',
    ]);
    assert.equal(stderr, '已写入 汇总.csv：3条，相同的1条已合并，意见不一的有1处。\n');
  });

  it('reads columns in any order, a title above the head, and GB18030', async () => {
    const table =
      '某某会议核稿意见\t\t\t\t\r\n建议\t原文\t位置\t问题\t提出人\r\n补上\tXX\t第2行\t没有填\t王\r\n';
    const bytes = encode(table, { encoding: 'gb18030', bom: false });
    assert.ok(bytes);
    const { merged } = await merge({ '甲.csv': bytes });
    assert.deepEqual(merged.slice(1), ['1,第2行,XX,没有填,补上,王,,']);
  });

  it('guards cells that a spreadsheet would run, and takes the guard off when it reads', async () => {
    const once = await merge({ '甲.csv': `${HEAD}1,第2行,=1+1,'@x,+cmd,\r\n` });
    assert.deepEqual(once.merged.slice(1), ["1,第2行,'=1+1,'@x,'+cmd,甲,,"]);
    const again = await merge({ '乙.csv': `${once.merged.join('\r\n')}\r\n` });
    assert.deepEqual(again.merged.slice(1), once.merged.slice(1));
  });

  it('keeps the files of a table apart and in order', async () => {
    const { merged } = await merge({
      '甲.csv': `${HEAD}1,乙.txt 第2行,a,b,c,\r\n2,甲.txt 第9行,a,b,c,\r\n`,
      '丙.csv': `${HEAD}1,甲.txt 第1行,d,e,f,\r\n2,乙.txt 第1行,d,e,f,\r\n`,
    });
    assert.deepEqual(
      merged.slice(1).map((row) => row.split(',')[1]),
      ['乙.txt 第1行', '乙.txt 第2行', '甲.txt 第1行', '甲.txt 第9行'],
    );
  });

  it('refuses what is no such table, with one sentence', () =>
    inFolder(
      { '甲.csv': `${HEAD}1,第2行,a,b,c,\r\n`, '乙.csv': '姓名,位置\r\n张,第2行\r\n', '丙.csv': '随便写的' },
      async (cwd) => {
        const lacking = await hegao(['opinions', 'merge', '甲.csv', '乙.csv'], { cwd });
        assert.equal(lacking.code, 2);
        assert.equal(
          lacking.stderr,
          '乙.csv：这不是核稿意见表：缺“原文”、“问题”、“建议”一栏；要有位置、原文、问题、建议四栏，次序不限。\n',
        );
        assert.equal((await hegao(['opinions', 'merge', '丙.csv'], { cwd })).code, 2);
        assert.equal((await hegao(['opinions', 'merge', '无.csv'], { cwd })).code, 2);
        assert.equal((await hegao(['opinions', 'merge', '甲.csv', '-o', '甲.csv'], { cwd })).code, 2);
      },
    ));
});
