import { speechRule } from '../engine/define.ts';
import { readForeignPlaces } from '../facts/names/places.ts';

export default speechRule({
  id: 'self-reference',
  title: '自称与标题不合：全市会议的讲话里说“我县”，借来的稿子留着别处的市委、市政府',
  level: 'info',
  source: '惯例',
  check: (speech, _, { facts }) =>
    readForeignPlaces(speech, facts).map(({ kind, written, span, own }) => ({
      messageId: kind,
      message:
        kind === 'level'
          ? `标题是全${own.slice(1)}的会议，此处自称“${written}”，请核是否应为“${own}”。`
          : `标题是${own}的稿子，此处写作“${written}”，请核是否从别处的稿子带来。`,
      span,
    })),
});
