// What a run of the bench has found, as Markdown and as a picture.

import { ONE_FILE } from './peers.mjs';
import { typingReport } from './typing-report.mjs';

const figure = (value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : '—');

/** Tables of a result, for the page on speed. */
export function asMarkdown({ machine, rounds, corpora, runs, growth, typing }) {
  const parts = [
    `${machine}；${rounds}轮，轮流跑，输出写进文件。秒是中位数，括号内是处理器秒；内存是最大的一次。`,
  ];
  for (const corpus of Object.keys(runs)) parts.push(table(corpus, corpora[corpus], runs[corpus]));
  parts.push(targets(runs, typing));
  if (growth.length > 0) parts.push(growthTable(growth));
  if (typing) parts.push(`### 打字\n\n${typingReport(typing)}`.trimEnd());
  return `${parts.join('\n\n')}\n`;
}

function table(corpus, bytes, run) {
  const own = run.hegao;
  const rows = Object.entries(run)
    .filter(([name, { missing }]) => name !== ONE_FILE || !missing)
    .map(([name, { wall, cpu, memory, missing }]) => {
      if (missing) return `| ${name} | ${missing} | — | — | — | — |`;
      const speed = bytes > 0 ? figure(bytes / 1e6 / wall) : '—';
      return `| ${name} | ${figure(wall)}（${figure(cpu)}） | ${speed} | ${figure(memory, 0)} | ${figure(wall / own?.wall)} | ${figure(cpu / own?.cpu)} |`;
    });
  return [
    `### ${corpus}（${figure(bytes / 1e6, 2)} MB）`,
    '',
    '| 工具 | 秒 | MB/秒 | 内存MB | 时间是hegao的几倍 | 处理器时间是几倍 |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

function targets(runs, typing) {
  const hundred = runs.一百篇 ?? {};
  const ratio = (name) => (hundred[name] ? hundred[name].wall / hundred.hegao?.wall : Number.NaN);
  const cold = runs.一万字一篇;
  const start = cold ? (cold[ONE_FILE] ?? cold.hegao).wall / cold['node -e 0'].wall : Number.NaN;
  const typed = typing?.rows.at(-1).quantiles.map(({ wall }) => figure(wall, 1)) ?? ['—'];
  return [
    '### 目标',
    '',
    '| 目标 | 量得 |',
    '| --- | --: |',
    `| 一百篇，快过 autocorrect-node 10倍 | ${figure(ratio('autocorrect-node'))} |`,
    `| 一百篇，快过 textlint 25倍 | ${figure(ratio('textlint，两条规则'))} |`,
    `| 一百篇，内存不超过300 MB | ${figure(hundred.hegao?.memory, 0)} |`,
    `| 一万字一篇，不超过 node -e 0 的4倍 | ${figure(start)} |`,
    `| 五万字打字，p50、p95、p99 不超过2、5、16毫秒 | ${typed.join('、')} |`,
  ].join('\n');
}

function growthTable(growth) {
  const rows = growth.map(({ shape, points, exponent }) => {
    const costs = [...points]
      .sort(([a], [b]) => a - b)
      .map(([size, ms]) => `${size / 10_000}万字 ${figure(ms, 0)}`)
      .join('，');
    return `| ${shape} | ${costs || '没有量完'} | ${figure(exponent)} |`;
  });
  return ['### 篇幅与处理器毫秒', '', '| 文字 | 毫秒 | 指数 |', '| --- | --- | --: |', ...rows].join('\n');
}

/** Processor seconds that the system tells apart, and a logarithm needs a beginning. */
const LEAST = 0.01;

/** Bars of the hundred drafts on a logarithmic scale: CPU seconds, which other work on the machine disturbs least. */
export function asSvg({ machine, runs }) {
  const rows = Object.entries(runs.一百篇 ?? {})
    .filter(([name, { cpu }]) => name !== 'node -e 0' && Number.isFinite(cpu))
    .sort(([, a], [, b]) => a.cpu - b.cpu);
  const most = Math.max(2 * LEAST, ...rows.map(([, { cpu }]) => cpu));
  const length = (cpu) => 8 + (412 * Math.log(Math.max(cpu, LEAST) / LEAST)) / Math.log(most / LEAST);
  const bars = rows.map(([name, { cpu }], i) => {
    const y = 44 + i * 28;
    const fill = name.startsWith('hegao') ? '#b3261e' : '#8a94a0';
    return `<text x="168" y="${y + 14}" text-anchor="end">${escaped(name)}</text><rect x="176" y="${y}" width="${length(cpu).toFixed(1)}" height="18" rx="3" fill="${fill}"/><text x="${(182 + length(cpu)).toFixed(1)}" y="${y + 14}">${cpu < LEAST ? `不到${LEAST}` : figure(cpu)} 秒</text>`;
  });
  const height = 76 + rows.length * 28;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#222">
<rect width="680" height="${height}" fill="#fff"/>
<text x="16" y="26" font-size="15" font-weight="600">检查一百篇、8.4 MB 生成的稿子，处理器秒（对数刻度）</text>
${bars.join('\n')}
<text x="16" y="${height - 14}" font-size="11" fill="#666">${escaped(machine)}。各工具查的东西不同，只比快慢。</text>
</svg>
`;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
