import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { draftText } from '../../scripts/bench/drafts.mjs';
import { exponent } from '../../scripts/bench/run.mjs';
import { SHAPES } from '../../scripts/bench/shapes.mjs';
import { excerpt } from '../../server/src/cli/excerpt.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';

const CLI = path.join(__dirname, '../../server/out/cli.js');
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const settings = presetSettings(rules);

/** Processor milliseconds of a piece of work. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function checkAnew(text: string): void {
  const { read, check } = createChecker(rules, { words: () => words });
  check(read(text, 'text'), settings);
}

function growth(shape: keyof typeof SHAPES, sizes: readonly number[]): number {
  checkAnew(SHAPES[shape](20_000));
  return exponent(
    sizes.map((size) => {
      const text = SHAPES[shape](size);
      const rounds = size < 100_000 ? 3 : 1;
      return [size, Math.min(...Array.from({ length: rounds }, () => cost(() => checkAnew(text))))];
    }),
  );
}

describe('速度（比例）', function () {
  this.timeout(120_000);

  it('稿子长一百倍，时间也不过长一百多倍', () => {
    const found = growth('平常的稿子', [10_000, 100_000, 1_000_000]);
    assert.ok(found < 1.2, `exponent ${found}`);
  });

  it('一段里有几万个占位符，时间不随个数成倍地涨', () => {
    const found = growth('全是占位符', [30_000, 150_000]);
    assert.ok(found < 1.45, `exponent ${found}`);
  });

  it('摘出一处只看那一处的附近，与一行多长无关', () => {
    const of = (length: number): number => {
      const text = '的'.repeat(length);
      const line = { start: 0, end: length };
      const span = { start: length >> 1, end: (length >> 1) + 2 };
      return cost(() => {
        for (let i = 0; i < 300; i++) excerpt(text, line, span, 100);
      });
    };
    of(1_000);
    const [short, long] = [of(1_000), of(1_000_000)];
    assert.ok(long < 20 * short + 100, `${short} ms, ${long} ms`);
  });

  it('检查一篇一万字的稿子，不超过起动 Node 本身的十二倍', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-speed-'));
    try {
      const file = path.join(folder, '稿.txt');
      fs.writeFileSync(file, draftText(3, 10_000));
      const seconds = (...args: string[]): number => {
        const started = performance.now();
        spawnSync(process.execPath, args, { cwd: folder });
        return performance.now() - started;
      };
      const pairs = Array.from({ length: 5 }, () => [
        seconds(CLI, 'check', file, '--no-config'),
        seconds('-e', '0'),
      ]);
      const [check, node] = [0, 1].map((side) => Math.min(...pairs.map((pair) => pair[side]!)));
      assert.ok(check! < 12 * node!, `${check} ms, ${node} ms`);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
