import assert from 'node:assert/strict';
import { asSvg } from '../../scripts/bench/report.mjs';

const took = (cpu: number) => ({ wall: cpu, cpu, memory: 1 });

describe('the picture of the bench', () => {
  it('has a longer bar for who takes longer, and one for who takes next to nothing', () => {
    const runs = { 慢: took(20), 快: took(0), hegao: took(3), 没装上: { missing: '没有装上' } };
    const svg = asSvg({ machine: '', runs: { 一百篇: runs } });
    const bars = [...svg.matchAll(/end">([^<]+)<\/text><rect x="\d+" y="\d+" width="([^"]+)"/g)];
    assert.deepEqual(
      bars.map(([, name]) => name),
      ['快', 'hegao', '慢'],
    );
    const widths = bars.map(([, , width]) => Number(width));
    assert.ok(widths[0]! > 0 && widths[0]! < widths[1]! && widths[1]! < widths[2]!, String(widths));
    assert.doesNotMatch(svg, /NaN|Infinity/);
  });
});
