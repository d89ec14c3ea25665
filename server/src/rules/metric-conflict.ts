import { describePlace } from '../draft/place.ts';
import type { Draft } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import type { Conflict } from '../facts/conflicts/types.ts';

export default speechRule({
  id: 'metric-conflict',
  title: '同一数据前后不一：第一部分66所，第二部分70所',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { facts, draft }) =>
    facts.ofSpeech(speech).conflicts.map((conflict) => report(conflict, { ...draft, speeches: [speech] })),
});

function report({ figure, others, topic, certain }: Conflict, draft: Draft): Report {
  const places = new Map<string, string[]>();
  for (const other of others) {
    const place = other.paragraph === figure.paragraph ? '本段另处' : describePlace(draft, other.span.start);
    places.set(place, [...(places.get(place) ?? []), `“${other.figure.text}”`]);
  }
  const there = [...places].map(([place, values]) => `${place}作${values.join('、')}`).join('，');
  const said = {
    messageId: certain ? 'conflict' : 'query',
    message: `同一数据前后不一：此处“${figure.figure.text}”，${there}（${topic}）。请核对口径、时点后统一。`,
    span: figure.span,
    related: others.map(({ figure: { text }, span }) => ({ message: `${topic}：${text}`, span })),
  };
  return certain ? said : { ...said, severity: 'info' };
}
