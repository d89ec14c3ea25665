import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';

/** Each figure of the tables of a draft: indicator, scope, period, kind, value with unit, and the text it stands for. */
function read(table: string, kind: 'markdown' | 'text' = 'markdown'): readonly string[] {
  const text = `在经济形势分析会上的讲话\n\n同志们：\n\n现将有关情况通报如下。\n\n${table}`;
  const [speech] = readDraft(text, kind).speeches;
  return createFactMemory()
    .ofSpeech(speech!)
    .figures.map(({ figure, scope, period, kind, span }) => {
      const value = `${figure.value}${figure.unit.written}`;
      return [figure.indicator, scope, period.name, kind, value, text.slice(span.start, span.end)].join(' ');
    });
}

const BY_NAME = `附表 2024年上半年主要指标

| 指标 | 总量（亿元） | 同比增长（%） |
| --- | ---: | ---: |
| 地区生产总值 | 120.5 | 6.9 |
| 社会消费品零售总额 | 45.2 | -1.3 |
`;

describe('figures of tables', () => {
  it('are read by the name of the row and the head of the column', () => {
    assert.deepEqual(read(BY_NAME), [
      '地区生产总值  2024年上半年 level 120.5亿元 120.5',
      '地区生产总值  2024年上半年 growth 6.9% 6.9',
      '社会消费品零售总额  2024年上半年 level 45.2亿元 45.2',
      '社会消费品零售总额  2024年上半年 growth -1.3% -1.3',
    ]);
  });

  it('are the same with CRLF, and in plain text with its line of dashes', () => {
    assert.deepEqual(read(BY_NAME.replaceAll('\n', '\r\n')), read(BY_NAME));
    assert.deepEqual(read(BY_NAME, 'text'), read(BY_NAME));
  });

  it('belong to the place of the row where the first column holds places', () => {
    const text = `| 县区 | 粮食总产（万吨） | 增长 |
|---|---|---|
| 临江县 | 12.3 | 4.5% |
| 望山县 | 15.1 | - |
`;
    assert.deepEqual(read(text), [
      '粮食总产量 临江县  level 12.3万吨 12.3',
      '粮食总产量 临江县  growth 4.5% 4.5%',
      '粮食总产量 望山县  level 15.1万吨 15.1',
    ]);
  });

  it('are growth in a column of growth, whatever it is called, and take its per cent from it', () => {
    for (const name of [
      '增长',
      '增长率',
      '增速',
      '增幅',
      '增减',
      '同比',
      '同比增长',
      '同比增速',
      '同比增幅',
      '同比增减',
    ]) {
      const named = read(
        `| 指标 | 总量（亿元） | ${name} |\n|---|---|---|\n| 地区生产总值 | 120.5 | 6.9 |\n`,
      );
      const growth = '地区生产总值   growth 6.9% 6.9';
      const level = '地区生产总值   level 120.5亿元 120.5';
      assert.deepEqual(named, name === '同比' ? [level] : [level, growth], name);
    }
    assert.deepEqual(
      read('| 县区 | 税收收入（亿元） | 税收收入同比增速 |\n|---|---|---|\n| 临江县 | 12.3 | 4.5 |\n'),
      ['税收收入 临江县  level 12.3亿元 12.3', '税收收入 临江县  growth 4.5% 4.5'],
    );
    assert.deepEqual(
      read('| 指标 | 总量（亿元） | 增速排名 |\n|---|---|---|\n| 地区生产总值 | 120.5 | 3 |\n'),
      ['地区生产总值   level 120.5亿元 120.5'],
    );
  });

  it('take a unit from its own column, a period from the head', () => {
    const text = `| 指标 | 单位 | 2023年 | 2024年 |
|---|---|---|---|
| 地区生产总值 | 亿元 | 110.2 | 120.5 |
`;
    assert.deepEqual(read(text), [
      '地区生产总值  2023年 level 110.2亿元 110.2',
      '地区生产总值  2024年 level 120.5亿元 120.5',
    ]);
  });

  it('are none where the table does not say what it counts', () => {
    assert.deepEqual(read('| 序号 | 姓名 | 电话 |\n|---|---|---|\n| 1 | 张三 | 5551234 |\n'), []);
    assert.deepEqual(read('| 指标 | 说明 |\n|---|---|\n| 地区生产总值 | 12 |\n'), []);
    assert.deepEqual(read('| 指标 | 总量 |\n| 地区生产总值 | 12 |\n'), []);
  });

  it('stay linear: a table of 3,000 rows', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `| 地区生产总值 | ${i}.5 | 6.9 |`);
    const text = `| 指标 | 总量（亿元） | 增长（%） |\n|---|---|---|\n${rows.join('\n')}\n`;
    assert.equal(read(text).length, 6000);
  });
});
