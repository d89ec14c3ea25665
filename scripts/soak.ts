// npm run soak: a language server made to work for long; what it holds before, during and after. `npm run soak -- 500` for fewer edits.
import { parseArgs } from 'node:util';
import type { Memory } from '../test/lsp/support/measure.ts';
import { soak } from '../test/lsp/support/soak.ts';

const MOST_GROWTH = 0.1;

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const edits = Number(positionals[0] ?? 20_000);
  const { before, during, after, settings, milliseconds } = await soak({
    edits,
    documents: 50,
    settingsEvery: 200,
  });
  const growth = (after.data + after.external) / (before.data + before.external) - 1;
  console.log(`${edits} 次编辑，50 份稿子，${settings} 次改设置，${Math.round(milliseconds / 1000)} 秒`);
  for (const [name, memory] of Object.entries({ 之前: before, 期间: during, 之后: after })) {
    console.log(`${name}：${describe(memory)}`);
  }
  console.log(`数据（含堆外）比之前多 ${(growth * 100).toFixed(1)}%（不得超过 ${MOST_GROWTH * 100}%）`);
  process.exitCode = growth > MOST_GROWTH ? 1 : 0;
}

function describe({ data, code, external, rss }: Memory): string {
  const [heap, program, outside, all] = [data, code, external, rss].map((bytes) => (bytes / 1e6).toFixed(1));
  return `数据 ${heap} MB，编译出的代码 ${program} MB，堆外 ${outside} MB，进程 ${all} MB`;
}

void main();
