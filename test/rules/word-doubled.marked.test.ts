import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/edit.ts';
import wordDoubled from '../../server/src/rules/word-doubled.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const loaded = loadWords();
assert.ok('words' in loaded);
const { words } = loaded;

describe('word-doubled', () => {
  for (const sentence of [
    '抓好〖农业农业〗生产，〖加大加大〗推进力度，〖推进推进〗项目建设。',
    '这是大家努力〖的的〗结果，〖是是〗很不容易的，取得〖了了〗进展，〖在在〗全市推开。',
    '督办〖任务任务〗，防止〖问题问题〗反弹。',
    '一项一项研究，一个一个落实，越来越好，一步一步推进，一批一批销号。',
    '研究研究办法，讨论讨论方案，总结总结经验，人人动手，天天坚持，常常过问。',
    '方方面面都要实实在在，的的确确见到成效，是是非非要分清，不了了之不行。',
    '引进博士博士后，提出重要要求，中国国家形象，举办发展展览，市市场监管局牵头。',
    '人民民主，产业产业链，农民农民工，企业企业家，服务服务对象，管理管理人员。',
    '改革改革再改革，落实落实再落实，非常非常重要，发展、发展、再发展。',
    '为了了解实情，存在在途资金，在在建项目上，目的的确明确，和和谐社区一道，和和气气。',
    '吉林吉林市、海南海南州的同志介绍了经验，看在眼里，现在在线办理。',
  ])
    it(sentence, () => assertMarked(wordDoubled, sentence, words));

  it('deletes one of the two', () => {
    const text = '抓好农业农业生产，加大加大力度。';
    const edits = findingsOf(wordDoubled, text, words).flatMap(({ fixes }) => fixes[0]!.edits);
    const once = applyEdits(text, edits);
    assert.equal(once, '抓好农业生产，加大力度。');
    assert.deepEqual(findingsOf(wordDoubled, once, words), []);
  });

  it('says nothing without words', () => assertMarked(wordDoubled, '抓好农业农业生产。'));
});
