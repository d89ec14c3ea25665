import { Type } from 'typebox';
import { paragraphsOutsideHeadings } from '../draft/outline.ts';
import type { Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import { findRepeats, type Repeat } from '../facts/repeats.ts';
import { FORMULAS } from '../lexicon/formulas.ts';

const options = Type.Object(
  {
    length: Type.Integer({ minimum: 4, maximum: 40, default: 6, description: '至少几个字才算一个说法' }),
    times: Type.Integer({ minimum: 3, maximum: 100, default: 5, description: '一篇里用到几次才提示' }),
    limit: Type.Integer({ minimum: 1, maximum: 50, default: 5, description: '一篇最多提示几处' }),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'phrase-repeat',
  title: '同一说法反复出现',
  level: 'info',
  source: '建议',
  options,
  check: (speech, { length, times, limit }, { facts }) => {
    const paragraphs = paragraphsOutsideHeadings(speech).flatMap((paragraph) => {
      const seeds = facts.of(paragraph.text).seeds(length);
      return seeds ? [{ paragraph, seeds }] : [];
    });
    return findRepeats(paragraphs, length, times)
      .filter((repeat) => !isExpected(repeat, speech))
      .slice(0, limit)
      .map(({ text, places }) => ({
        messageId: 'repeat',
        message: `“${text}”本稿用了${places.length}次，可酌情精简或换个说法。`,
        span: places[0]!,
        related: places.slice(1, 11).map((span, i) => ({ message: `第${i + 2}次出现`, span })),
      }));
  },
});

/** Wording that a speech may well repeat: its own subject, its headings, fixed political formulas. */
function isExpected({ text }: Repeat, speech: Speech): boolean {
  const subject = speech.title + speech.headings.map((heading) => heading.title).join('\n');
  return (
    subject.includes(text) || FORMULAS.some((formula) => formula.includes(text) || text.includes(formula))
  );
}
