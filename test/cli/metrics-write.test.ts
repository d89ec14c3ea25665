import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { hegao, inFolder, report } from './harness.ts';

const CITY = [
  '在全市经济运行分析会上的讲话',
  '（2024年7月20日）',
  '同志们：',
  '上半年，全市实现地区生产总值321.56亿元，同比增长6.3%；规上工业增加值增长7.1%，税收收入下降3.1%。',
  '上半年，清河县实现地区生产总值2.86亿元，增长5.9%，制造业投资占固定资产投资的31.2%。',
  '6月，全市城镇调查失业率5.1%，高新技术企业达到234家，近240家。',
  '上半年，全市进出口总额约12亿元，粮食总产量5%～6%，新增xx家企业。',
  '今年，全市规上工业增加值力争增长8%，新增专项债券12,345万元。',
].join('\n');
const HOST = [
  '全市经济运行分析会主持词',
  '（2024年7月20日）',
  '上半年，全市地区生产总值321.6亿元，增长6.8%；固定资产投资增长4.2%。',
  '去年上半年，地区生产总值增长5.5%。',
].join('\n');
const CONFIG = '{"metrics": {"ledger": "口径表.csv"}}';

describe('hegao metrics --write', () => {
  it('writes a table with which the drafts agree', () =>
    inFolder({ '讲话.txt': CITY, '主持.txt': HOST, '.hegao.json': CONFIG }, async (cwd) => {
      const written = await hegao(['metrics', '--write', '口径表.csv', '讲话.txt', '主持.txt'], { cwd });
      assert.equal(written.code, 0, written.stderr);
      assert.equal(written.stdout, '');
      assert.match(written.stderr, /^已写入 口径表\.csv：\d+行，其中1项数值不一，/);
      const checked = report(await hegao(['check', '--format', 'json', '.'], { cwd }));
      assert.deepEqual(
        checked.files.flatMap(({ findings }) => findings.filter(({ ruleId }) => ruleId === 'metric-ledger')),
        [],
      );
    }));

  it('writes one row a figure, both of those that differ, and says where they stand', () =>
    inFolder({ '讲话.txt': CITY, '主持.txt': HOST }, async (cwd) => {
      await hegao(['metrics', '讲话.txt', '主持.txt', '--write', '表.csv'], { cwd });
      const table = fs.readFileSync(path.join(cwd, '表.csv'), 'utf8');
      assert.ok(table.startsWith('\ufeff指标,范围,时期,类别,数值,单位,来源\r\n'));
      const rows = table.split('\r\n');
      for (const row of [
        '地区生产总值,全市,2024年上半年,总量,321.56,亿元,讲话.txt 第4行',
        '地区生产总值,全市,2024年上半年,增速,6.3,%,讲话.txt 第4行；几处数值不一，请核定后只留一行',
        '地区生产总值,全市,2024年上半年,增速,6.8,%,主持.txt 第3行；几处数值不一，请核定后只留一行',
        '税收收入,全市,2024年上半年,增速,-3.1,%,讲话.txt 第4行',
        '地区生产总值,清河县,2024年上半年,总量,2.86,亿元,讲话.txt 第5行',
        '进出口总额,全市,2024年上半年,总量,12,亿元,讲话.txt 第7行；稿中作“约12亿元”',
      ])
        assert.ok(rows.includes(row), `${row}\n${table}`);
      assert.ok(
        rows.some((row) => /^规模以上工业增加值,全市,2024年,目标,8,%,/.test(row)),
        table,
      );
    }));

  it('catches what is changed afterwards', () =>
    inFolder({ '讲话.txt': CITY, '.hegao.json': CONFIG }, async (cwd) => {
      await hegao(['metrics', '讲话.txt', '--write', '口径表.csv'], { cwd });
      fs.writeFileSync(path.join(cwd, '讲话.txt'), CITY.replace('321.56', '312.56').replace('5.1%', '5.4%'));
      const { files } = report(await hegao(['check', '--format', 'json', '讲话.txt'], { cwd }));
      assert.deepEqual(
        files[0]!.findings.filter(({ ruleId }) => ruleId === 'metric-ledger').map(({ text }) => text),
        ['312.56亿元', '5.4%'],
      );
    }));

  it('overwrites nothing unasked, and nothing but a table', () =>
    inFolder({ '讲话.txt': CITY, '口径表.csv': '指标,数值\n' }, async (cwd) => {
      const kept = await hegao(['metrics', '讲话.txt', '--write', '口径表.csv'], { cwd });
      assert.equal(kept.code, 2);
      assert.match(kept.stderr, /已有这个文件，没有写入（要覆盖请加 --force）/);
      assert.equal(fs.readFileSync(path.join(cwd, '口径表.csv'), 'utf8'), '指标,数值\n');
      const forced = await hegao(['metrics', '讲话.txt', '--write', '口径表.csv', '--force'], { cwd });
      assert.equal(forced.code, 0);
      const draft = await hegao(['metrics', '讲话.txt', '--write', '讲话.txt', '--force'], { cwd });
      assert.equal(draft.code, 2);
      assert.equal(fs.readFileSync(path.join(cwd, '讲话.txt'), 'utf8'), CITY);
      assert.deepEqual(fs.readdirSync(cwd).sort(), ['口径表.csv', '讲话.txt']);
    }));

  it('leaves nothing half written where it cannot write', () =>
    inFolder({ '讲话.txt': CITY }, async (cwd) => {
      const { code, stderr } = await hegao(['metrics', '讲话.txt', '--write', '没有/口径表.csv'], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /没有写入：没有这个文件或文件夹。/);
    }));
});

describe('hegao check of several drafts', () => {
  const first = '2024年清河县工作汇报\n2024年，清河县实现地区生产总值57.3亿元。\n';
  const second = '会议材料\n2024年，清河县地区生产总值53.7亿元。\n';
  it('holds them against each other, in both, and says where', () =>
    inFolder({ '汇报.txt': first, '讲话.txt': second }, async (cwd) => {
      const { files } = report(await hegao(['check', '--format', 'json', '.'], { cwd }));
      const related = files.map(({ findings }) =>
        findings
          .filter(({ ruleId }) => ruleId === 'metric-drafts')
          .map(({ text, related }) => [text, (related as { path: string }[])[0]!.path]),
      );
      assert.deepEqual(related, [[['57.3亿元', '讲话.txt']], [['53.7亿元', '汇报.txt']]]);
      const { stdout } = await hegao(['check', '.'], { cwd });
      assert.match(stdout, /另一份材料作“53\.7亿元”/);
    }));
});
