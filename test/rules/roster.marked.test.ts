import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRoster } from '../../server/src/config/roster-csv.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import type { Rule } from '../../server/src/engine/types.ts';
import roster from '../../server/src/rules/roster.ts';
import { assertMarked, findingsOf, ruleWith } from '../support/marked.ts';

function ruleOf(csv: string): Rule {
  const content = readRoster(csv);
  assert.ok('value' in content, JSON.stringify(content));
  return ruleWith(roster, { rows: content.value });
}

const RULE = ruleOf(`姓名,职务,排序,起,止
陈立强,市委书记,1,2023-05,
高远,市委书记,,2019,2023-04
韩志明,市委副书记、市长,2,,
吴丽华,常务副市长,3,,
郑国栋,副市长,4,,
王强,秘书长,5,,
`);
const speech = (date: string, body: string): string =>
  `在全市工作会议上的讲话\n市委书记 陈立强\n（${date}）\n同志们：\n${body}\n要把各项任务抓紧抓实。`;

describe('roster', () => {
  it('says nothing without a list', () => assertMarked(roster, '市长陈立强、副市长韩志明。'));

  describe('a wrong title', () => {
    for (const sentence of [
      '请〖市长陈立强〗同志讲话，〖副市长韩志明〗同志主持，〖秘书长郑国栋〗通报情况。',
      '〖市长吴丽华〗强调，要抓好落实。',
      '市委书记陈立强、市长韩志明出席，临江市市长韩志明致辞，市委副书记韩志明主持，副市长吴丽华通报。',
      '前任市长陈立强、原市长吴丽华、时任副市长韩志明、代市长郑国栋到会。',
      '2018年，副市长韩志明带队考察；去年市长吴丽华来过。',
      '省长陈立强、局长韩志明、县委书记吴丽华。',
      '秘书长王强调，要抓好落实；副市长陈立强华到会。',
    ])
      it(sentence, () => assertMarked(RULE, sentence));

    it('by the date of the speech', () => {
      assertMarked(RULE, speech('2024年3月1日', '〖市委书记高远〗同志出席，市长韩志明主持。'));
      assertMarked(
        RULE,
        speech('2021年3月1日', '市委书记高远同志出席，〖市委书记陈立强〗同志主持。').replace(/〖|〗/g, ''),
      );
      assertMarked(RULE, '市委书记高远同志出席。');
    });
  });

  describe('a wrong name', () => {
    for (const sentence of [
      '请市长〖韩志民〗同志讲话，常务副市长〖吴丽花〗出席，市委书记陈力强出席。',
      '请市长刘伟同志讲话，市长韩志民族地区调研。',
      '原市长韩志民、副市长韩志民、副秘书长王刚到会。',
    ])
      it(sentence, () => assertMarked(RULE, sentence));

    it('is put right', () => {
      const text = '请市长韩志民同志讲话。';
      const [finding] = findingsOf(RULE, text);
      assert.equal(applyEdits(text, finding!.fixes[0]!.edits), '请市长韩志明同志讲话。');
    });
  });

  describe('an order', () => {
    for (const sentence of [
      '出席的有〖韩志明、陈立强〗、吴丽华等同志。',
      '〖副市长郑国栋、市长韩志明〗分别带队。',
      '出席的有市委书记陈立强，市长韩志明，副市长吴丽华、郑国栋等同志。',
      '按得票多少为序：郑国栋、韩志明、陈立强。',
      '郑国栋得32票、韩志明得30票，郑国栋45分、韩志明40分。',
      '郑国栋汇报，韩志明讲话，陈立强同志作总结。',
      '郑国栋、张大为、韩志明出席。',
    ])
      it(sentence, () => assertMarked(RULE, sentence));
  });

  describe('one left out', () => {
    for (const sentence of [
      '今天出席的有〖陈立强、韩志明、吴丽华、郑国栋〗。',
      '今天出席的有陈立强、韩志明、吴丽华、郑国栋等同志。',
      '今天出席的有韩志明、吴丽华、郑国栋、王强。',
      '今天出席的有陈立强、韩志明、吴丽华、王强，郑国栋请假。',
      '今天出席的有陈立强、韩志明、吴丽华。',
    ])
      it(sentence, () =>
        assertMarked(
          ruleOf(
            '姓名,职务,排序\n陈立强,市委书记,1\n韩志明,市长,2\n吴丽华,常务副市长,3\n郑国栋,副市长,4\n王强,秘书长,5\n',
          ),
          sentence,
        ),
      );
    it('is not the speaker', () =>
      assertMarked(
        ruleOf(
          '姓名,职务,排序\n韩志明,市长,1\n陈立强,市委书记,2\n吴丽华,常务副市长,3\n郑国栋,副市长,4\n王强,秘书长,5\n',
        ),
        speech('2024年3月1日', '今天出席的有韩志明、吴丽华、郑国栋、王强。'),
      ));
  });

  it('is silent on any part of the roster in its order, and on each with the own title', () => {
    const people = ['市委书记陈立强', '市长韩志明', '常务副市长吴丽华', '副市长郑国栋', '秘书长王强'];
    fc.assert(
      fc.property(fc.subarray(people, { minLength: 1 }), fc.constantFrom('同志', ''), (present, called) =>
        assertMarked(RULE, `出席会议的有${present.map((one) => one + called).join('、')}等。`),
      ),
      { seed: 5 },
    );
  });
});

describe('a roster file', () => {
  const faults = (csv: string): string[] => {
    const content = readRoster(csv);
    return 'faults' in content ? content.faults.map(({ line, message }) => `${line} ${message}`) : [];
  };

  it('is a table of spreadsheets', () => {
    const content = readRoster(
      '序号\t姓名\t职务\t任职时间\t离任时间\r\n1\t李 明\t县长\t2021年3月\t至今\r\n\t\t\t\t\r\n',
    );
    assert.deepEqual(content, {
      value: [{ name: '李明', title: '县长', order: 1, from: '2021-03', line: 2 }],
    });
  });

  it('tells each mistake with its line', () => {
    assert.deepEqual(faults('姓名,排序\n'), ['1 名单第一行缺“职务”一栏；各栏为姓名、职务、排序、起、止。']);
    assert.deepEqual(faults('姓名,职务,排序,起\n李明,县长,一,\n张华,副县长,2,明年\n'), [
      '2 排序应为正整数，不能是“一”。',
      '3 “起”“止”应为年或年月，例如 2021 或 2021-03，不能是“明年”。',
    ]);
  });
});
