import { Type } from 'typebox';
import type { Paragraph, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import type { LongClause } from '../facts/aloud/long-clauses.ts';
import { isVoiced } from '../facts/aloud/voiced.ts';
import type { ParagraphFacts } from '../facts/facts.ts';

export default speechRule({
  id: 'clause-long',
  title: '一口气念不完：连着36个字没有停顿',
  level: 'hint',
  finalLevel: 'off',
  source: '建议',
  options: Type.Object(
    {
      characters: Type.Integer({
        default: 36,
        minimum: 12,
        maximum: 200,
        description: '连着多少个字没有停顿才提示；数字按念出来的字数算',
      }),
    },
    { additionalProperties: false },
  ),
  check: (speech, { characters }, { facts }) =>
    facts.said(speech, clausesIn, characters).flatMap(({ index, said: clauses }) => {
      const paragraph = speech.paragraphs[index]!;
      if (paragraph.quoted || !isVoiced(speech, index)) return [];
      return reports(paragraph, clauses, (place) => isHeading(speech, index, place));
    }),
});

const clausesIn = ({ longClauses }: ParagraphFacts, characters: number) => longClauses(characters);

function reports(
  { toSource }: Paragraph,
  clauses: readonly LongClause[],
  inHeading: (place: number) => boolean,
): readonly Report[] {
  return clauses.flatMap((clause) => {
    const span = toSource(clause.span);
    if (inHeading(span.start)) return [];
    const message = `这里连着${clause.syllables}个字没有停顿，念起来换不过气，可分成两句，或在中间加逗号。`;
    return [{ messageId: 'long', message, span }];
  });
}

/** Whether a place of a paragraph lies in one of its headings. */
function isHeading({ headings }: Speech, paragraph: number, place: number): boolean {
  return headings.some(
    (heading) => heading.paragraph === paragraph && heading.span.start <= place && place < heading.span.end,
  );
}
