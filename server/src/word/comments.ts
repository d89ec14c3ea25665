import type { Mark } from '../draft/types.ts';
import type { Locate, Placed } from './marks.ts';
import type { Story, StoryPlace } from './story.ts';

interface Remark {
  readonly author: string;
  readonly text: string;
}

/** The remarks in the margin, by id. */
export function readRemarks(story: Story): ReadonlyMap<string, Remark> {
  const remarks = new Map<string, Remark>();
  for (const { owner, text } of story.paragraphs) {
    if (owner === undefined) continue;
    const before = remarks.get(owner)?.text;
    const all = [before, text.trim()].filter(Boolean).join(' ');
    remarks.set(owner, { author: story.authors.get(owner) ?? '', text: all });
  }
  return remarks;
}

/** Comments and tracked changes that were left in the file, those at one place together. */
export function leftMarks(
  { anchors, revisions }: Story,
  remarks: ReadonlyMap<string, Remark>,
  length: number,
  locate: Locate,
): readonly Placed[] {
  const at = ({ paragraph, at }: StoryPlace): number | undefined => locate(paragraph, at);
  const starts = new Map<string, number | undefined>();
  const ends = new Map<string, number | undefined>();
  const found = new Map<string, { span: Mark['span']; remarks: Remark[] }>();
  for (const anchor of anchors) {
    if (anchor.kind === 'comment-start') starts.set(anchor.id, at(anchor));
    if (anchor.kind === 'comment-end') ends.set(anchor.id, at(anchor));
    if (anchor.kind !== 'comment') continue;
    const place = at(anchor);
    if (place === undefined) continue;
    const span = seen({ start: starts.get(anchor.id) ?? place, end: ends.get(anchor.id) ?? place }, length);
    const key = `${span.start}-${span.end}`;
    const group = found.get(key) ?? { span, remarks: [] };
    found.set(key, group);
    group.remarks.push(remarks.get(anchor.id) ?? { author: '', text: '' });
  }
  const comments = [...found.values()].map(({ span, remarks }): Placed => {
    const [first] = remarks;
    return { kind: 'comment', span, author: first!.author, note: first!.text, count: remarks.length };
  });
  const changed = revisions.map(at).find((place) => place !== undefined);
  return changed === undefined
    ? comments
    : [
        ...comments,
        { kind: 'revision', span: seen({ start: changed, end: changed }, length), count: revisions.length },
      ];
}

/** A span with at least one character in it. */
function seen({ start, end }: Mark['span'], length: number): Mark['span'] {
  if (end > start) return { start, end };
  return start < length ? { start, end: start + 1 } : { start: Math.max(0, start - 1), end: start };
}
