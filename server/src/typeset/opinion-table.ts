import { loadWordWriter } from './load-writer.ts';

/** How wide the columns of a 核稿意见表 are; 1 where nothing is said. */
const SHARES: Readonly<Record<string, number>> = {
  序号: 0.7,
  位置: 2,
  原文: 3,
  问题: 3,
  建议: 3,
  提出人: 1.2,
  采纳情况: 1.4,
};

/** A 核稿意见表 as a Word file, or why it cannot be made, in Chinese. */
export async function wordOpinions(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<{ readonly content: Uint8Array } | { readonly failure: string }> {
  const loaded = loadWordWriter();
  if ('missing' in loaded) return { failure: loaded.missing };
  const named = columns.map((name) => ({ name, share: SHARES[name] ?? 1 }));
  return { content: await loaded.writer.wordTable(title, named, rows) };
}
