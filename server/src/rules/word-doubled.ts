import { paragraphRule } from '../engine/define.ts';

export default paragraphRule({
  id: 'word-doubled',
  title: '词语重复：农业农业生产、加大加大',
  level: 'warning',
  source: '惯例',
  check: ({ doubled }) =>
    doubled.map(({ span, again, text }) => ({
      messageId: 'doubled',
      message: `“${text}”连写了两遍，似多了一个，请核对。`,
      span,
      fixes: [{ title: `删去一个“${text}”`, safety: 'suggestion', edits: [{ span: again, newText: '' }] }],
    })),
});
