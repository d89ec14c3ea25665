import { speechRule } from '../engine/define.ts';
import { findDuplicates } from '../facts/passages/duplicates.ts';

export default speechRule({
  id: 'passage-duplicate',
  title: '同一段在一篇里出现两次',
  level: 'info',
  source: '惯例',
  check: (speech, _, { facts }) =>
    findDuplicates(speech, facts).map(({ first, again, sameFigures }) => ({
      messageId: sameFigures ? 'same' : 'other-figures',
      message: sameFigures
        ? '这一段与本篇上文重复，请核对是否误贴。'
        : '这一段与本篇上文只有数字不同，请核对是否重复。',
      span: again.span,
      related: [{ message: '上文已有这一段', span: first.span }],
    })),
});
