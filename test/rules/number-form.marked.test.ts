import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/engine/edit.ts';
import numberForm from '../../server/src/rules/number-form.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const fixed = (text: string): string =>
  applyEdits(
    text,
    findingsOf(numberForm, text).flatMap(({ fixes }) => fixes[0]!.edits),
  );

/** A wrong form and the right one. */
const CASES: readonly (readonly [string, string])[] = [
  ['2O26年开局', '2026年开局'],
  ['202O年以来', '2020年以来'],
  ['二零二六年', '二〇二六年'],
  ['二○二六年', '二〇二六年'],
  ['二0二六年', '二〇二六年'],
  ['一九四九年至二零一九年', '一九四九年至二〇一九年'],
  ['20届4中全会', '二十届四中全会'],
  ['二十届4中全会', '二十届四中全会'],
  ['19届六中全会', '十九届六中全会'],
  ['党的20大以来', '党的二十大以来'],
  ['“15五”规划', '“十五五”规划'],
  ['14五时期', '十四五时期'],
  ['十5五规划', '十五五规划'],
  ['增长15～30%', '增长15%～30%'],
  ['占4.5-5%', '占4.5%-5%'],
  ['由5至8%', '由5%至8%'],
  ['新增4千人', '新增4000人'],
  ['投入3百万元', '投入300万元'],
  ['5千多户', '5000多户'],
  ['到了3、4个', '到了三四个'],
  ['有2、3天', '有两三天'],
  ['降了.5%', '降了0.5%'],
];

describe('number-form', () => {
  for (const [wrong, right] of CASES) it(`${wrong} → ${right}`, () => assert.equal(fixed(wrong), right));

  for (const sentence of [
    '2026年、二〇二六年、一九四九年、二十世纪九十年代、二零一工程、零零后青年。',
    '二十届四中全会，第20届博览会，20大项目，党的二十大，第3届4次会议，“十五五”规划，115五金店。',
    '15%～30%，1—9月增长30%，2021-2025年，3-5年，0931-123456，第3-5页，比例为3:5-7%。',
    '5千瓦、3千克、4千公里、110千伏、5千米、2千人计划、3百万千瓦、2百万吨、5百强、7百分点。',
    '3、4号地块，3、4月份，第3、4个，附件3、4，1、2季度，3、5个，1、2、3个，一、二等奖，二、三产业。',
    '完成如下：1、2个项目开工。',
    '增长0.5%，1.5%，版本.5，GB/T 9704.5%，约30人左右。',
    '20xx年、20XX年、2○○×年、第x届x中全会、增长x～x%。',
  ])
    it(`is silent: ${sentence}`, () => assertMarked(numberForm, sentence));

  it('fixes are final', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...CASES.map(([wrong]) => wrong), '，', '。', '全市', '30%'), {
          maxLength: 8,
        }),
        (pieces) => {
          const once = fixed(pieces.join('，'));
          assert.deepEqual(
            findingsOf(numberForm, once).map(({ message }) => message),
            [],
          );
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
