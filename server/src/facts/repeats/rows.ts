import type { Tokened } from './find.ts';
import type { JudgedRepeat } from './judge.ts';

const MEMBERS = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)+/g;

/** Rows between 、 in which at least `times` members end alike in at least `length` characters: 甲银行某市分行、乙银行某市分行. */
export function findRows(
  paragraphs: readonly Tokened[],
  length: number,
  times: number,
): readonly JudgedRepeat[] {
  return paragraphs.flatMap(({ paragraph }, index) => {
    if (!paragraph.text.includes('、')) return [];
    return [...paragraph.text.matchAll(MEMBERS)].flatMap(({ 0: row, index: from }): JudgedRepeat[] => {
      const members = row.split('、');
      if (members.length < times) return [];
      const end = sharedEnd(members.slice(0, -1));
      if (end.length < length) return [];
      let at = from;
      const places = members.flatMap((member) => {
        const start = at + member.indexOf(end);
        at += member.length + 1;
        if (!member.includes(end)) return [];
        return [{ paragraph, index, span: { start, end: start + end.length }, distance: start }];
      });
      return places.length >= times ? [{ text: end, places, kind: 'row', close: places }] : [];
    });
  });
}

/** What all members end with; the last member may go on with the sentence, so it is not among them. */
function sharedEnd(members: readonly string[]): string {
  const [first = '', ...others] = members.slice(1);
  let size = first.length;
  for (const member of others) {
    let same = 0;
    while (same < size && same < member.length && member.at(-1 - same) === first.at(-1 - same)) same++;
    size = same;
  }
  return first.slice(first.length - size);
}
