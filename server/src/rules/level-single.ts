import { speechRule } from '../engine/define.ts';

export default speechRule({
  id: 'level-single',
  title: '只有（一）没有（二）',
  level: 'info',
  source: '惯例',
  check: (speech, _, { facts }) =>
    facts
      .ofSpeech(speech)
      .numbering.runs.filter((run) => run.length === 1 && run[0]!.parent >= 0 && run[0]!.marker.ordinal === 1)
      .map(([heading]) => ({
        messageId: 'single',
        message: `“${heading!.marker.text}”之后没有下一个，只有一条的不必编号。请补写或去掉序数。`,
        span: heading!.markerSpan,
      })),
});
