import { speechRule } from '../engine/define.ts';
import { mixedMarkers } from '../facts/heading-forms.ts';
import { label } from './shared/numbering-rule.ts';

/** What the standard does not write: a mark after brackets, 、 after an Arabic number. */
const NOT_STANDARD = /[）)][、.．]|^\d+、/;

export default speechRule({
  id: 'numbering-style',
  title: '层次序数写法不一或不合规范：(一)与（一）、1、与1.、（一）、',
  level: 'info',
  source: '国标 GB/T 9704—2012 7.3.3、GB/T 15834—2011 附录B.3',
  check: (speech) => {
    const mixed = mixedMarkers(speech).map(({ usual, odd }) => ({
      messageId: 'mixed',
      message: `“${odd[0]!.marker.text}”与本级其他序数的写法不一（如“${usual.marker.text}”）。请统一。`,
      span: odd[0]!.markerSpan,
      related: [usual, ...odd.slice(1)].map((h) => ({ message: `同级：${label(h)}`, span: h.markerSpan })),
    }));
    const first = speech.headings.find(({ marker }) => NOT_STANDARD.test(marker.text));
    if (!first || mixed.length > 0) return mixed;
    const right = first.marker.text
      .replace(/、$/, /^\d/.test(first.marker.text) ? '.' : '')
      .replace(/([）)])[.．]$/, '$1');
    return [
      {
        messageId: 'standard',
        message: `“${first.marker.text}”按规范写作“${right}”。请统一改过。`,
        span: first.markerSpan,
      },
    ];
  },
});
