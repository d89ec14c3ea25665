import type { Draft, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import { standardMarker } from '../engine/outline/slots.ts';
import { normaliseStyle, type OutlineChange, writeLike } from '../engine/outline-edits.ts';
import type { Fix, Report } from '../engine/types.ts';
import { mixedMarkers, type OddForms } from '../facts/heading-forms.ts';
import { label } from './shared/numbering-rule.ts';

/** What the standard does not write: a mark after brackets, 、 after an Arabic number. */
const NOT_STANDARD = /[）)][、.．]|^\d+、/;

export default speechRule({
  id: 'numbering-style',
  title: '层次序数写法不一或不合规范：(一)与（一）、1、与1.、（一）、',
  level: 'info',
  source: '国标 GB/T 9704—2012 7.3.3、GB/T 15834—2011 附录B.3',
  check: (speech, _, { draft }) => {
    const mixed = mixedMarkers(speech);
    if (mixed.length > 0) return mixed.map((forms) => mixedReport(draft, speech, forms));
    const first = speech.headings.find(({ marker }) => NOT_STANDARD.test(marker.text));
    if (!first) return [];
    return [
      {
        messageId: 'standard',
        message: `“${first.marker.text}”按规范写作“${standardMarker(first.marker)}”。请统一改过。`,
        span: first.markerSpan,
        fixes: fix('统一序号写法', normaliseStyle(draft, speech)),
      },
    ];
  },
});

/** The fix that serves the level comes first; then the one for the whole speech, where that does more. */
function mixedReport(draft: Draft, speech: Speech, { usual, odd }: OddForms): Report {
  const all = normaliseStyle(draft, speech);
  const like = writeLike(draft, speech, odd, usual);
  const title = `改成与同级一致（如“${usual.marker.text}”，共${odd.length}处）`;
  return {
    messageId: 'mixed',
    message: `“${odd[0]!.marker.text}”与本级其他序数的写法不一（如“${usual.marker.text}”）。请统一。`,
    span: odd[0]!.markerSpan,
    related: [usual, ...odd.slice(1)].map((h) => ({ message: `同级：${label(h)}`, span: h.markerSpan })),
    fixes: [...(sameEdits(all, like) ? [] : fix(title, like)), ...fix('统一序号写法', all)],
  };
}

function fix(title: string, change: OutlineChange): readonly Fix[] {
  return 'refusal' in change ? [] : [{ title, safety: 'suggestion', edits: change.edits }];
}

function sameEdits(a: OutlineChange, b: OutlineChange): boolean {
  return 'edits' in a && 'edits' in b && JSON.stringify(a.edits) === JSON.stringify(b.edits);
}
