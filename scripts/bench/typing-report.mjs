// What typing through the server took, as Markdown.

const ms = (value) => value.toFixed(1);

/** The table of one run, and how long the event loop was held. */
export function typingReport({ length, edits, rows, longest, beyond, refreshes, load }) {
  return [
    `${length}字，${edits}次改动；服务内部从收到改动到发出该版提示，毫秒（括号内是处理器时间）`,
    '',
    '| 改动 | 次数 | p50 | p95 | p99 |',
    '| --- | --: | --: | --: | --: |',
    ...rows.map(({ name, count, quantiles }) => {
      const cells = quantiles.map(({ wall, cpu }) => `${ms(wall)}（${ms(cpu)}）`);
      return `| ${name} | ${count} | ${cells.join(' | ')} |`;
    }),
    '',
    `事件循环一次最长 ${ms(longest.wall)} 毫秒（处理器时间 ${ms(longest.cpu)}），超过20毫秒的 ${beyond.wall} 次（处理器时间超过的 ${beyond.cpu} 次）；请编辑器重取 ${refreshes} 次；机器负载 ${ms(load)}`,
    '',
  ].join('\n');
}
