import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readLedger } from '../../server/src/config/ledger-csv.ts';
import { hegao, inFolder } from './harness.ts';

const TEXT = [
  '在全县经济运行调度会上的讲话',
  '（2025年7月20日）',
  '同志们：',
  '上半年，全县地区生产总值完成67.12亿元，增长6.8%。',
  '要看到，目前税收收入增长xx.x%。还差3.5亿元。',
  '上半年，地区生产总值67.2亿元，形势很好。',
  '',
].join('\n');

describe('hegao metrics', () => {
  it('one metric stands together; what has no name is listed apart', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['metrics', '稿.txt'], { cwd });
      assert.equal(code, 0);
      assert.equal(stderr, '');
      const lines = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
      assert.deepEqual(lines[0], ['稿.txt（5处数据，3项指标）']);
      assert.deepEqual(lines[2], [
        '地区生产总值',
        '全县',
        '2025年上半年',
        '总量',
        '67.12',
        '亿元',
        '4:15',
        '67.12亿元',
      ]);
      assert.deepEqual(lines[3], ['67.2', '亿元', '6:11', '67.2亿元']);
      assert.match(stdout, /未能归口径（1处）\n {2}5:21 “3\.5亿元”/);
    }));

  it('--format csv is read back by the table of figures', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { code, stdout } = await hegao(['metrics', '--format', 'csv', '稿.txt'], { cwd });
      assert.equal(code, 0);
      assert.ok(stdout.startsWith('\ufeff指标,范围,时期,类别,数值,单位,位置,原文,文件\r\n'));
      const read = readLedger(stdout.slice(1));
      assert.ok('value' in read);
      assert.match(stdout, /^地区生产总值,[^\n]*,第4行第15列,/m);
      const [first] = read.value as readonly Record<string, unknown>[];
      assert.deepEqual(
        { ...first, source: '', line: 0 },
        {
          indicator: '地区生产总值',
          scope: '全县',
          period: '2025年上半年',
          kind: 'level',
          value: '67.12',
          unit: '亿元',
          source: '',
          line: 0,
        },
      );
    }));

  it('keeps a classified draft out of every table, and says so', () =>
    inFolder({ '密.txt': `机密★1年\n${TEXT}`, '稿.txt': TEXT }, async (cwd) => {
      const exported = await hegao(['metrics', '--format', 'csv', '密.txt', '稿.txt'], { cwd });
      assert.equal(exported.code, 2);
      assert.match(exported.stderr, /^密\.txt：稿子标有密级，不写入导出的表/);
      assert.match(exported.stdout, /,稿\.txt\r\n/);
      assert.doesNotMatch(exported.stdout, /密\.txt/);
      const written = await hegao(['metrics', '--write', '表.csv', '密.txt'], { cwd });
      assert.equal(written.code, 2);
      assert.doesNotMatch(fs.readFileSync(path.join(cwd, '表.csv'), 'utf8'), /地区生产总值/);
      const shown = await hegao(['metrics', '密.txt'], { cwd });
      assert.match(shown.stdout, /地区生产总值/);
    }));

  it('--format json gives key, offset and text of each figure', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['metrics', '--format', 'json', '稿.txt'], { cwd });
      const [file] = JSON.parse(stdout).files;
      assert.equal(file.path, '稿.txt');
      const figures = file.metrics.flatMap(({ figures }: { figures: unknown[] }) => figures);
      for (const { text, offset } of [...figures, ...file.unkeyed])
        assert.equal(text, TEXT.slice(offset.start, offset.end));
      assert.deepEqual(
        file.metrics.map(({ figures }: { figures: { value: number | null }[] }) =>
          figures.map(({ value }) => value),
        ),
        [[67.12, 67.2], [6.8], [null]],
      );
    }));

  it('reads standard input, and says what it cannot read', async () => {
    const run = await hegao(['metrics', '-'], { stdin: '税收收入5亿元。' });
    assert.match(run.stdout, /税收收入/);
    const missing = await hegao(['metrics', '没有的.txt']);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /没有的\.txt/);
  });
});

describe('hegao inspect and figures', () => {
  it('prints them with indicator, scope, period, kind, value and unit', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['inspect', '--format', 'json', '稿.txt'], { cwd });
      const [figure] = JSON.parse(stdout).speeches[0].figures;
      assert.equal(TEXT.slice(figure.offset.start, figure.offset.end), '67.12亿元');
      const { indicator, scope, period, kind, value, unit } = figure;
      assert.deepEqual(
        { indicator, scope, period, kind, value, unit },
        {
          indicator: '地区生产总值',
          scope: '全县',
          period: '2025年上半年',
          kind: 'level',
          value: 67.12,
          unit: '亿元',
        },
      );
      const shown = await hegao(['inspect', '稿.txt'], { cwd });
      assert.match(shown.stdout, /数据（5处）\n {4}4:15 地区生产总值 全县 2025年上半年 总量：“67\.12亿元”/);
    }));
});
