// npm run bench:many [FILES [CHARACTERS [ROUNDS]]]: checks so many made drafts (1000 of 8,000 characters, 3 rounds unless given)
// plainly, with other threads, with a cache that is empty and with one that is full, and in four shards that are merged.
// The ways take turns, so that what else the machine does hits all of them; medians, and ratios to the plain run.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSpeechMaker } from '../test/support/speeches.ts';

const CLI = path.join(__dirname, '../server/out/cli.js');
const SHARDS = 4;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-many-'));
/** What a way of running cost. */
interface Cost {
  readonly seconds: number;
  /** Processor seconds of all its threads. */
  readonly processor: number;
  /** At its largest. */
  readonly megabytes: number;
}

function bench([count = 1000, characters = 8000, rounds = 3]: readonly number[]): void {
  makeDrafts(count, characters);
  const costs = new Map<string, Cost[]>();
  const reports = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, way] of WAYS) {
      const { report, ...cost } = way();
      costs.set(name, [...(costs.get(name) ?? []), cost]);
      if (report !== '') reports.add(report);
    }
  }
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`${count}篇，每篇约${characters}字，${os.availableParallelism()}核，${rounds}轮的中位数`);
  say('方式 | 秒 | 比逐篇检查快几倍 | 处理器秒 | 内存MB');
  const of = (name: string, key: keyof Cost): number => median(costs.get(name)!.map((cost) => cost[key]));
  const plain = of(WAYS[0]![0], 'seconds');
  for (const [name] of WAYS) {
    const seconds = of(name, 'seconds');
    const figures = [seconds.toFixed(2), (plain / seconds).toFixed(1), of(name, 'processor').toFixed(2)];
    say([name, ...figures, of(name, 'megabytes').toFixed(0)].join(' | '));
  }
  say(reports.size === 1 ? '各种方式的报告相同。' : `报告不同：${reports.size}种。`);
}

function makeDrafts(count: number, characters: number): void {
  const maker = createSpeechMaker(7);
  for (let i = 0; i < count; i++) {
    const part = path.join(folder, '稿件', String(i % 10));
    fs.mkdirSync(part, { recursive: true });
    fs.writeFileSync(path.join(part, `${i}.txt`), maker.speech(characters));
  }
}

type Measured = Cost & { readonly report: string };
type Way = () => Measured;

const WAYS: readonly (readonly [name: string, way: Way])[] = [
  ['逐篇', () => check('--workers', '0')],
  ['多线程', () => check()],
  [
    '缓存，第一次',
    () => {
      fs.rmSync(path.join(folder, '.hegao-cache'), { recursive: true, force: true });
      return check('--workers', '0', '--cache');
    },
  ],
  ['缓存，第二次', () => check('--workers', '0', '--cache')],
  [
    '缓存，改了一篇',
    () => {
      const file = path.join(folder, '稿件/0/0.txt');
      const text = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, `${text}。`);
      const cost = check('--workers', '0', '--cache');
      fs.writeFileSync(file, text);
      return { ...cost, report: '' };
    },
  ],
  [
    `${SHARDS}份里最慢的一份，加合并`,
    () => {
      const names = Array.from({ length: SHARDS }, (_, i) => `${i + 1}.shard`);
      const parts = names.map((name, i) => {
        const part = ['--shard', `${i + 1}/${SHARDS}`, '--format', `shard=${name}`];
        return run('check', '--workers', '0', ...part, '稿件');
      });
      const slowest = Math.max(...parts.map(({ seconds }) => seconds));
      const merged = run('merge', '--format', 'json', ...names);
      return {
        seconds: slowest + merged.seconds,
        processor: parts.reduce((sum, { processor }) => sum + processor, merged.processor),
        megabytes: Math.max(merged.megabytes, ...parts.map(({ megabytes }) => megabytes)),
        report: merged.report,
      };
    },
  ],
];

/** Says at the end of a process what it has used. */
const METER = `
if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost = { processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  require('node:fs').writeFileSync(process.env.HEGAO_METER, JSON.stringify(cost));
});`;

function check(...options: readonly string[]): Measured {
  return run('check', '--format', 'json', ...options, '稿件');
}

/** The report is without its duration. */
function run(...argv: readonly string[]): Measured {
  const [meter, used] = [path.join(folder, 'meter.cjs'), path.join(folder, 'used')];
  fs.writeFileSync(meter, METER);
  const started = performance.now();
  const { stdout } = spawnSync(process.execPath, ['--require', meter, CLI, ...argv], {
    cwd: folder,
    env: { ...process.env, HEGAO_METER: used },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - started) / 1000;
  const cost = JSON.parse(fs.readFileSync(used, 'utf8')) as Omit<Cost, 'seconds'>;
  return { ...cost, seconds, report: stdout.replace(/"durationMs":\d+/, '') };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

try {
  bench(process.argv.slice(2).map(Number));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
