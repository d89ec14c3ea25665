import type { Shard } from './read.ts';
import type { RunFacts } from './record.ts';

/** Why reports are not the parts of one run, as a Chinese sentence; undefined where they are. `program` is the one that merges. */
export function whyNotTogether(shards: readonly Shard[], program: string): string | undefined {
  const [first] = shards;
  if (!first) return '请写明各份的报告，如 hegao merge 一.shard 二.shard。';
  const { count } = first.head.part;
  const byIndex = new Map<number, Shard>();
  for (const shard of shards) {
    const { index, count: own } = shard.head.part;
    if (own !== count) return `${first.name} 分作${count}份，${shard.name} 分作${own}份，不是同一次检查。`;
    const other = byIndex.get(index);
    if (other) return `第${index}份给了两次：${other.name}、${shard.name}，请只留一份。`;
    byIndex.set(index, shard);
  }
  for (const { key, what } of SAME) {
    const odd = shards.find(({ tail }) => tail.run[key] !== first.tail.run[key]);
    if (odd) return `${first.name} 和 ${odd.name} ${what}`;
  }
  if (first.tail.run.program !== program) return `各份报告是另一版本的程序写的，请用同一版本合并。`;
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) return `缺第${missing.join('、')}份（共${count}份），请补齐后再合并。`;
  return undefined;
}

/**
 * Why reports cannot be merged with an earlier state, as a Chinese sentence: what was changed in one place and left in
 * others was looked for when they were made, or was not. `since` names the state that is asked for now.
 */
export function whyNotSince(shards: readonly Shard[], since: string | undefined): string | undefined {
  const made = shards[0]?.tail.run.since;
  if (made === since) return undefined;
  if (since === undefined) return '各份检查时用了 --since，合并时也请写同一个 --since。';
  return made === undefined
    ? '各份检查时没有用 --since，请各份都加上同一个 --since 重新检查。'
    : '合并时的 --since 与各份检查时的不同，请写同一个。';
}

const SAME: readonly { readonly key: keyof RunFacts; readonly what: string }[] = [
  { key: 'program', what: '是不同版本的程序写的，请用同一版本重新检查。' },
  { key: 'files', what: '查的不是同一批稿件，请在同一份稿件上重新检查。' },
  { key: 'configuration', what: '的配置不同，请用同一套配置和选项重新检查。' },
  { key: 'since', what: '比较的旧稿不同，请各份都用同一个 --since 重新检查。' },
];
