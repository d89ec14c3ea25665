import type { Draft, Heading, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import { writeLike } from '../engine/outline-edits.ts';
import type { Fix } from '../engine/types.ts';
import { levelSkips } from '../facts/levels.ts';
import { label } from './shared/numbering-rule.ts';

export default speechRule({
  id: 'level-skip',
  title: '越级：别处用了（一），此处由一、直接到1.',
  level: 'info',
  finalLevel: 'error',
  source: '国标 GB/T 9704—2012 7.3.3',
  check: (speech, _, { draft }) =>
    levelSkips(speech).map(({ kind, heading, example, list }) => {
      const parent = speech.headings[heading.parent];
      const under = parent ? `“${parent.marker.text}”之下` : '本篇';
      const [own, other] = [heading.marker.text, example.marker.text];
      return {
        messageId: kind,
        message:
          kind === 'climb'
            ? `${under}先用了“${own}”，后面又有上一级的“${other}”。请统一层次。`
            : `${under}直接用了“${own}”，而别处中间还有“${other}”一级。请统一层次。`,
        span: heading.markerSpan,
        related: [
          {
            message: `${kind === 'climb' ? '后面的上一级' : '别处的中间层次'}：${label(example)}`,
            span: example.markerSpan,
          },
        ],
        fixes: putBack(draft, speech, list, example),
      };
    }),
});

/** The headings of the list one level up, as the example is written. */
function putBack(draft: Draft, speech: Speech, list: readonly Heading[], example: Heading): readonly Fix[] {
  const change = list.length > 0 ? writeLike(draft, speech, list, example) : undefined;
  if (!change || 'refusal' in change) return [];
  return [
    {
      title: `改成“${example.marker.text}”一级（共${list.length}处）`,
      safety: 'suggestion',
      edits: change.edits,
    },
  ];
}
