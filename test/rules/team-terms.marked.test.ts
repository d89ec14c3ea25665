import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTermFile } from '../../server/src/config/term-file.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import type { Rule } from '../../server/src/engine/types.ts';
import teamTerms from '../../server/src/rules/team-terms.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, findingsOf, ruleWith } from '../support/marked.ts';

const loaded = loadWords();
assert.ok('words' in loaded);
const { words } = loaded;

function ruleOf(yaml: string): Rule {
  const file = readTermFile(yaml);
  assert.ok('entries' in file, JSON.stringify(file));
  return ruleWith(teamTerms, { entries: file.entries });
}

function each(yaml: string, sentences: readonly string[]): void {
  const rule = ruleOf(yaml);
  for (const sentence of sentences)
    it(sentence.replaceAll('\n', '⏎'), () => assertMarked(rule, sentence, words));
}

describe('team-terms', () => {
  it('says nothing without a list', () => assertMarked(teamTerms, '市场主体，老板。', words));

  describe('words that are out, by the borders of words', () =>
    each('- 禁用: [人大, 民工]\n  整词: 是\n', [
      '要向〖人大〗报告，组织〖民工〗返岗。',
      '农民工返岗，每个人大力支持，工人大会如期召开。',
    ]));

  describe('by the date of the sentence and of the speech', () => {
    each('- 改用: 经营主体\n  原词: 市场主体\n  起: 2022-10\n', [
      '全县新增〖市场主体〗3000户。',
      '2023年全县新增〖市场主体〗3000户。',
      '2019年全县新增市场主体3000户；今年新增〖市场主体〗5000户。',
      '“十三五”时期新增市场主体1万户。',
      '2019年至2023年新增市场主体1万户。',
      '2022年新增市场主体3000户，2022年11月新增〖市场主体〗300户。'.replace('，', '。'),
      '在全市工作会议上的讲话\n（2020年3月5日）\n同志们：\n要激发市场主体活力，到2025年翻一番。',
      '在全市工作会议上的讲话\n（2024年3月5日）\n同志们：\n要激发〖市场主体〗活力，去年新增〖市场主体〗2万户。2021年新增市场主体1万户。',
    ]);
    each('- 禁用: 攻坚\n  起: 2016\n  止: 2020\n', [
      '2018年全力〖攻坚〗。',
      '2015年开始攻坚，2021年不再攻坚。',
    ]);
    each('- 禁用: 攻坚\n  止: 2020-06\n', ['2020年5月〖攻坚〗。2020年继续攻坚。']);
  });

  describe('an order', () =>
    each('- 次序: [赵大明, 钱学文, 孙立新]\n', [
      '出席的有〖钱学文、赵大明〗、孙立新。',
      '出席的有赵大明、孙立新。',
      '〖孙立新、钱学文〗、赵大明出席；〖钱学文、赵大明〗列席。',
      '〖孙立新同志和副市长钱学文〗分别发言。',
      '孙立新讲话，会前赵大明、钱学文看望代表。',
      '钱学文主持。赵大明出席。',
      '《孙立新、赵大明文集》已出版。',
    ]));

  describe('forms that agree', () =>
    each('- 统一: [市委、市政府, 市委市政府]\n', [
      '市委、市政府要求，市委、市政府部署，〖市委市政府〗强调。',
      '市委市政府要求，〖市委、市政府〗部署。',
      '市委市政府要求，市委市政府部署。',
      '在甲会议上的讲话\n同志们：\n市委市政府要求抓好落实。\n\n在乙会议上的讲话\n同志们：\n市委、市政府要求抓好落实。',
    ]));

  describe('what is due once', () =>
    each('- 必有: [党的二十大精神, 二十大精神]\n  标题: [部署会]\n  起: 2022-10\n', [
      '〖在全市工作部署会上的讲话〗\n同志们：\n今天部署下一步工作。\n要抓好落实。',
      '在全市工作部署会上的讲话\n同志们：\n要深入学习贯彻二十大精神。\n要抓好落实。',
      '在全市工作座谈会上的讲话\n同志们：\n今天座谈。\n要抓好落实。',
      '在全市工作部署会上的讲话\n（2020年5月6日）\n同志们：\n今天部署下一步工作。',
    ]));

  it('has the level of each entry, never above that of the rule', () => {
    const rule = ruleOf('- 禁用: 甲\n  级别: 必改\n- 禁用: 乙\n- 禁用: 丙\n  级别: 参考\n');
    assert.deepEqual(
      findingsOf(rule, '甲乙丙', words).map(({ severity }) => severity),
      ['error', 'warning', 'hint'],
    );
  });

  it('says what the entry says, with its source', () => {
    const [finding] = findingsOf(ruleOf('- 禁用: 甲\n  提示: 请写全称。\n  依据: 2024年规范\n'), '甲');
    assert.equal(finding?.message, '请写全称。（依据：2024年规范）');
  });

  it('puts every preferred wording right, and finds nothing more then', () => {
    const rule = ruleOf('- 改用: 经营主体\n  原词: [市场主体, 市场经营主体]\n- 改用: 作出\n  原词: 做出\n');
    const piece = fc.constantFrom('市场主体', '市场经营主体', '经营主体', '做出', '作出', '贡献', '，', '。');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const edits = findingsOf(rule, text, words).flatMap(({ fixes }) => fixes[0]!.edits);
        const once = applyEdits(text, edits);
        assert.deepEqual(findingsOf(rule, once, words), []);
      }),
      { seed: 7 },
    );
  });
});
