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
    levelSkips(speech).map(({ heading, example, list }) => {
      const parent = speech.headings[heading.parent]!;
      return {
        messageId: 'skip',
        message: `“${parent.marker.text}”之下直接用了“${heading.marker.text}”，而别处中间还有“${example.marker.text}”一级。请统一层次。`,
        span: heading.markerSpan,
        related: [{ message: `别处的中间层次：${label(example)}`, span: example.markerSpan }],
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
