import { describePlace } from '../draft/place.ts';
import type { Draft } from '../draft/types.ts';
import type { FactMemory } from '../facts/facts.ts';
import { changesOf, wholeChanges } from '../facts/rounds/changes.ts';
import { pairSpeeches, readRound } from '../facts/rounds/read.ts';
import type { Change, ChangeKind, ChangeWay } from '../facts/rounds/types.ts';

/** A change with its places in words: 二、（三）第2段; empty on a side that it does not have. */
export interface PlacedChange extends Change {
  readonly oldPlace: string;
  readonly nowPlace: string;
}

/** Kinds of change in the order in which they are listed. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  'figure',
  'name',
  'date',
  'placeholder',
  'heading',
  'promise',
  'paragraph',
  'text',
];

/** What a kind is called. */
export const CHANGE_KIND_NAMES: Readonly<Record<ChangeKind, string>> = {
  figure: '数据',
  name: '名称',
  date: '日期',
  placeholder: '待补',
  heading: '标题',
  promise: '预告',
  paragraph: '段落',
  text: '文字',
};

/** What became of it, in a word. */
export const CHANGE_WAY_NAMES: Readonly<Record<ChangeWay, string>> = {
  changed: '改',
  added: '增',
  deleted: '删',
  moved: '移',
  filled: '补上',
  opened: '空出',
};

/** Everything of substance that differs between two versions of a file: speech by speech, in the order of the new one. */
export function compareDrafts(old: Draft, now: Draft, memory: FactMemory): readonly PlacedChange[] {
  const changes = pairSpeeches(old, now).flatMap((pair): readonly Change[] => {
    if (pair.old && pair.now) return changesOf(readRound(pair.old, pair.now, memory), memory);
    if (pair.now) return wholeChanges(pair.now, 'added');
    return pair.old ? wholeChanges(pair.old, 'deleted') : [];
  });
  return changes.map((change) => ({
    ...change,
    oldPlace: change.old ? describePlace(old, change.old.span.start) : '',
    nowPlace: change.now ? describePlace(now, change.now.span.start) : '',
  }));
}
