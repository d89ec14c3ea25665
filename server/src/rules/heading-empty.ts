import { speechRule } from '../engine/define.ts';
import { emptyHeadings } from '../facts/heading-forms.ts';
import { label } from './shared/numbering-rule.ts';

export default speechRule({
  id: 'heading-empty',
  title: '标题之下没有内容，而同级标题都有',
  level: 'info',
  source: '惯例',
  check: (speech, _, { facts }) =>
    /提[ 　]*纲/.test(speech.title)
      ? []
      : emptyHeadings(speech, facts.ofSpeech(speech).numbering.runs).map((heading) => ({
          messageId: 'empty',
          message: `“${label(heading)}”之下没有内容，而同级标题都有。请补写，或并入上一条。`,
          span: heading.span,
        })),
});
