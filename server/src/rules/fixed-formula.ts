import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import { holdsThen, sentenceAround } from '../facts/dates/within.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import type { Alteration } from '../facts/formulas/types.ts';

export default speechRule({
  id: 'fixed-formula',
  title: '固定提法写走了样：丢字、换字、错搭、次序颠倒',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { facts }) =>
    facts.said(speech, alterationsIn).flatMap(({ index, said: alterations }) => {
      const paragraph = speech.paragraphs[index]!;
      const { spoken } = facts.ofSpeech(speech).dates;
      return alterations
        .filter((alteration) => {
          if (!alteration.dated) return holdsThen(alteration, [], spoken);
          const { start, end } = sentenceAround(paragraph.text, alteration.span);
          const { mentions } = facts.of(paragraph.text).dates;
          const near = mentions.filter(({ span }) => span.start >= start && span.end <= end);
          return spoken !== undefined && holdsThen(alteration, near, spoken);
        })
        .map((alteration) => report(alteration, paragraph.toSource));
    }),
});

const alterationsIn = ({ alterations }: ParagraphFacts) => alterations;

function report(
  { text, span, right, advice }: Alteration,
  toSource: (span: Alteration['span']) => Report['span'],
): Report {
  const at = toSource(span);
  if (right === undefined)
    return { messageId: 'mismatched', message: `“${text}”与固定的提法不合：${advice}，请核改。`, span: at };
  return {
    messageId: 'altered',
    message: `“${text}”与固定的提法不一致，应为“${right}”，请核改。`,
    span: at,
    fixes: [{ title: `改为“${right}”`, safety: 'suggestion', edits: [{ span: at, newText: right }] }],
  };
}
