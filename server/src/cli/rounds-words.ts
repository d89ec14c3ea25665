import { CHANGE_KIND_NAMES, CHANGE_KINDS, CHANGE_WAY_NAMES, type PlacedChange } from '../engine/rounds.ts';
import type { ShownRound } from './rounds.ts';
import { printable } from './width.ts';

const LONGEST = 60;

/** The changes of each kind that there is, in the order in which kinds are listed. */
export function byKind(
  changes: readonly PlacedChange[],
): readonly { readonly name: string; readonly changes: readonly PlacedChange[] }[] {
  return CHANGE_KINDS.map((kind) => ({
    name: CHANGE_KIND_NAMES[kind],
    changes: changes.filter((change) => change.kind === kind),
  })).filter(({ changes }) => changes.length > 0);
}

/** `旧稿.txt → 新稿.txt：3处不同（数据2、段落1）` */
export function headline({ old, now, changes }: ShownRound): string {
  const names = `${printable(old.name)} → ${printable(now.name)}`;
  if (changes.length === 0) return `${names}：没有实质不同。`;
  const counts = byKind(changes).map(({ name, changes }) => `${name}${changes.length}`);
  return `${names}：${changes.length}处不同（${counts.join('、')}）`;
}

/** `地区生产总值：`; empty where a change has no topic. */
export function topicOf({ topic }: PlacedChange): string {
  return topic === '' ? '' : `${printable(topic)}：`;
}

/** What became of it: 改, 增, 删, 移, 补上, 空出. */
export function wayOf({ way }: PlacedChange): string {
  return CHANGE_WAY_NAMES[way];
}

/** The words of one side on one line, shortened. */
export function shown(text: string): string {
  const characters = [...printable(text.replace(/\s+/g, ' '))];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
}
