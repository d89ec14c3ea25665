import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';

function paragraphs(text: string): readonly string[] {
  return readDraft(text, 'markdown').speeches.flatMap((speech) => speech.paragraphs.map((one) => one.text));
}

describe('a strong heading that runs into its text, in Markdown', () => {
  for (const [text, seen] of [
    ['**（一）善谋划。**规划是先手棋。', '（一）善谋划。规划是先手棋。'],
    ['**一是“走出去”**学经验。', '一是“走出去”学经验。'],
    ['- **1.抓培训：**每季度一次。', '1.抓培训：每季度一次。'],
    ['　　**第一，要快。**时间不等人。', '第一，要快。时间不等人。'],
    // As CommonMark has it.
    ['**（一）善谋划**。规划是先手棋。', '（一）善谋划。规划是先手棋。'],
    // A mask, not a sign.
    ['**市的同志：**请坐。', '**市的同志：**请坐。'],
  ] as const) {
    it(text, () => assert.deepEqual(paragraphs(`${text}\n`), [seen]));
  }

  it('is a heading of the outline', () => {
    const { headings } = readDraft('**（一）善谋划。**规划是先手棋。\n', 'markdown').speeches[0]!;
    assert.deepEqual(
      headings.map(({ title }) => title),
      ['善谋划'],
    );
  });

  it('is left alone in code', () => {
    assert.deepEqual(paragraphs('```\n**（一）善谋划。**规划\n```\n\n正文在这里。\n'), ['正文在这里。']);
  });
});
