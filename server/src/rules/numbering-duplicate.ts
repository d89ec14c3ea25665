import { numberingRule } from './shared/numbering-rule.ts';

export default numberingRule({
  id: 'numbering-duplicate',
  title: '层次序数重复：（二）（二）',
  kinds: ['duplicate', 'restart'],
  message: ({ kind, heading, previous }) =>
    kind === 'restart'
      ? `“${heading.marker.text}”在同一部分里重新起编：上文已排到“${previous?.marker.text ?? ''}”。请接着编号，或在此前补写上一级标题。`
      : `“${heading.marker.text}”重复：同一级上文已有这个序号。请改正或重排序号。`,
});
