import assert from 'node:assert/strict';
import rule from '../../server/src/rules/quote-mismatch.ts';
import { archiveOf, assertMarked, findingsOf } from '../support/marked.ts';

const ORIGINAL =
  '关于山塘管护的办法\n一、责任\n山塘由所在村民小组管护，每月巡查不少于2次，发现渗漏、塌岸的应当当日报告，不得自行放空。';
const archive = archiveOf({}, { '/文件/办法.txt': ORIGINAL });

describe('quote-mismatch marks', () => {
  for (const marked of [
    '办法规定“〖每月巡查不少于3次，发现渗漏、塌岸的应当当日报告〗”。',
    '办法规定“〖发现渗漏、塌岸的应当即日报告，不得自行放空〗”。',
    '办法规定“〖发现渗漏塌岸的应当日报告，不得自行放空〗”。',
    '办法规定“发现渗漏、塌岸的，应当当日报告，不得自行放空”。',
    '办法规定“每月巡查不少于２次，发现渗漏、塌岸的应当当日报告”。',
    '办法规定“发现渗漏……应当即日报告，不得自行放空”。',
    '办法规定“不得自己放空”。',
    '办法的意思是“发现渗水、塌方的应当立即报告，不得自行放空”。',
    '老支书讲“塘是大家的塘，谁家门口谁照看，漏了要早说”。',
    '办法规定发现渗漏、塌岸的应当即日报告，不得自行放空。',
  ])
    it(marked, () => assertMarked(rule, marked, undefined, {}, archive));
});

it('quote-mismatch gives the original, its place and a fix', () => {
  const text = '办法规定“发现渗漏、塌岸的应当即日报告，不得自行放空”。';
  const [found] = findingsOf(rule, text, undefined, 'text', {}, archive);
  assert.equal(
    found!.message,
    '引文与《关于山塘管护的办法》原文不一致：原文为“发现渗漏、塌岸的应当当日报告，不得自行放空”，请核对。',
  );
  const { path, span } = found!.related[0]!;
  assert.equal(path, '/文件/办法.txt');
  assert.equal(ORIGINAL.slice(span.start, span.end), '发现渗漏、塌岸的应当当日报告，不得自行放空');
  const [fix] = found!.fixes;
  assert.equal(fix!.safety, 'suggestion');
  assert.equal(fix!.edits[0]!.newText, '发现渗漏、塌岸的应当当日报告，不得自行放空');
});

it('quote-mismatch is silent without an archive', () => {
  const text = '办法规定“发现渗漏、塌岸的应当即日报告，不得自行放空”。';
  assert.deepEqual(findingsOf(rule, text), []);
});
