import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import { oddLabels } from '../facts/field-labels.ts';
import { mixedEndings } from '../facts/heading-forms.ts';
import { label } from './shared/numbering-rule.ts';

export default speechRule({
  id: 'heading-style',
  title: '同级标题末尾标点不一',
  level: 'info',
  source: '惯例',
  check: (speech, _, { draft, facts }) => {
    const headings: Report[] = mixedEndings(speech, facts.ofSpeech(speech).numbering.runs, draft.text).map(
      ({ usual, odd }) => ({
        messageId: 'ending',
        message: `标题“${label(odd[0]!)}”的末尾标点与同级标题不一。请统一。`,
        span: odd[0]!.span,
        related: [usual, ...odd.slice(1)].map((h) => ({ message: `同级：${label(h)}`, span: h.span })),
      }),
    );
    const labels = facts.said(speech, labelsIn).map(({ index, said: found }): Report => {
      const paragraph = speech.paragraphs[index]!;
      const [first, ...rest] = found.odd;
      const text = paragraph.text.slice(first!.start, first!.end);
      const usual = paragraph.text.slice(found.usual.start, found.usual.end);
      return {
        messageId: 'label',
        message: `“${text}”与同组的小标题（如“${usual}”）末尾标点不一。请统一。`,
        span: paragraph.toSource(first!),
        related: [found.usual, ...rest].map((span) => ({
          message: '同组的小标题',
          span: paragraph.toSource(span),
        })),
      };
    });
    return [...headings, ...labels];
  },
});

const labelsIn = ({ labels }: ParagraphFacts) => oddLabels(labels);
