import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import gap from '../../server/src/rules/series-gap.ts';
import rule from '../../server/src/rules/series-style.ts';
import { assertMarked, findingsOf, readMarked } from '../support/marked.ts';

/** Asserts that the marked item is told, that it alone is, and that the fix writes it as `item`. */
function restores(marked: string, item: string): void {
  assertMarked(rule, marked);
  const { text, spans } = readMarked(marked);
  assert.deepEqual(findingsOf(gap, text), []);
  const [finding] = findingsOf(rule, text);
  const [span] = spans;
  assert.equal(
    applyEdits(text, finding!.fixes[0]!.edits),
    text.slice(0, span!.start) + item + text.slice(span!.end),
  );
}

describe('series-style: an item of another counter', () => {
  const three = (...[a, b, c]: readonly string[]): string =>
    `要抓好三件事。${a}抓项目，促开工；${b}抓招商，促落地；${c}抓环境，促服务。`;

  it('in one paragraph: first, middle, last', () => {
    for (const stray of ['第一，', '其一，', '一、', '（一）', '1.', '①'])
      restores(three(`〖${stray}〗`, '二是', '三是'), '一是');
    for (const stray of ['第二，', '其二，', '二、', '（二）', '(2)', '2.', '2、', '②'])
      restores(three('一要', `〖${stray}〗`, '三要'), '二要');
    restores(three('一是', '二是', '〖第三，〗'), '三是');
    restores(three('第一，', '〖二是〗', '第三，'), '第二，');
  });

  it('at the heads of paragraphs, with text of their own', () => {
    const lines = (...marks: readonly string[]): string =>
      ['同志们：', ...marks.flatMap((mark) => [`${mark}抓好这件事。`, '要抓紧抓实。'])].join('\n');
    for (const stray of ['第二，', '二、', '2.']) restores(lines('一是', `〖${stray}〗`, '三是'), '二是');
    restores(lines('〖第一，〗', '二是', '三是'), '一是');
    restores(lines('〖1.〗', '二是', '三是'), '一是');
    restores(lines('一是', '二是', '〖第三，〗'), '三是');
  });

  it('a series within a series, and a number of something else', () => {
    for (const text of [
      '第一，抓项目。一是开工；二是投产。第二，抓招商。一是签约；二是落地。第三，抓环境。',
      '首先，抓项目。一是开工；二是投产；三是达效。其次，抓招商。',
      '一是抓项目；二是抓招商。第三产业要加快。',
    ])
      assertMarked(rule, text);
    const lost = '一是抓农业，稳一产。二、三产业要加快。三是抓环境。';
    assertMarked(rule, lost);
    assert.equal(findingsOf(gap, lost).length, 1);
  });

  it('a heading above a series that opens in a sentence stays a heading', () => {
    const text = '一、工作安排\n要做到三点：一是抓项目。\n二是抓招商。\n三是抓环境。';
    assert.equal(readDraft(text).speeches[0]!.headings.length, 1);
    assertMarked(rule, text);
    const lost = '一、工作安排\n二是抓招商。\n三是抓环境。\n二、工作要求\n要加强领导。';
    assert.equal(readDraft(lost).speeches[0]!.headings.length, 2);
  });
});
