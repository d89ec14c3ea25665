import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadWords } from '../../server/src/words/load.ts';
import { seeded } from '../support/speeches.ts';
import { createDrafts, type Failure } from './drafts.ts';
import { READ_FILES, tryFile } from './files.ts';
import { randomUnit, tryGrowth } from './hostile.ts';
import { tryRequests } from './requests.ts';
import { createCheck } from './use-draft.ts';

/** Where inputs that go wrong are written. */
const FOUND = path.join(import.meta.dirname, '../../node_modules/.cache/hegao/fuzz');
const MESSAGES = 300;

/** One kind of input: tries a few of them and says how many, and what went wrong. */
interface Kind {
  readonly name: string;
  readonly turn: () => Promise<{ readonly tried: number; readonly faults: readonly string[] }>;
}

/** `npm run fuzz -- [--seconds N] [--seed S]`: all kinds in turn until the time is over; the exit code is 1 where something went wrong. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '300' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
    },
  });
  const seed = Number(values.seed);
  const seconds = Number(values.seconds);
  if (!(seconds > 0) || !Number.isInteger(seed)) {
    process.stderr.write('用法：npm run fuzz -- [--seconds 秒数] [--seed 整数]\n');
    process.exitCode = 2;
    return;
  }
  process.stdout.write(`种子 ${seed}，${seconds} 秒\n`);
  const tried = new Map<string, number>();
  const kinds = kindsFor(seed);
  let wrong = 0;
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    for (const { name, turn } of kinds) {
      const done = await turn();
      tried.set(name, (tried.get(name) ?? 0) + done.tried);
      for (const fault of done.faults) keep(name, seed, ++wrong, fault);
      if (performance.now() >= until) break;
    }
  }
  for (const [name, count] of tried) process.stdout.write(`${name}：${count}\n`);
  process.stdout.write(wrong === 0 ? '没有出错。\n' : `出错 ${wrong} 处。\n`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

function kindsFor(seed: number): readonly Kind[] {
  const below = seeded(seed);
  const loaded = loadWords();
  const words = 'words' in loaded ? loaded.words : undefined;
  const drafts = createDrafts(words);
  const check = createCheck(words);
  const random = drafts.random(below);
  let prefixes = drafts.prefixes(1, seeded(0));
  let file = 0;

  const several = (source: () => Failure | undefined, most: number) => () => {
    const failures = Array.from({ length: most }, source).filter((one) => one !== undefined);
    return Promise.resolve({ tried: most, faults: failures.map((one) => JSON.stringify(one, undefined, 2)) });
  };
  const nextPrefix = (): Failure | undefined => {
    const next = prefixes.next();
    if (next.done) prefixes = drafts.prefixes(1, seeded(0));
    return next.value ?? undefined;
  };
  return [
    { name: '样稿、例句的每个开头', turn: several(nextPrefix, 100) },
    { name: '近似的稿子、改坏的稿子、任意字符', turn: several(() => random.next().value, 100) },
    {
      name: '只有一样东西的长稿',
      turn: () => Promise.resolve({ tried: 1, faults: tryGrowth(randomUnit(below), check) }),
    },
    {
      name: '写坏的文件',
      turn: async () => {
        const faults = await tryFile(READ_FILES[file++ % READ_FILES.length]!, below);
        return { tried: 1, faults };
      },
    },
    {
      name: '发给语言服务的消息',
      turn: async () => {
        // A conversation takes as long as several turns of the others.
        if (file % 5 > 0) return { tried: 0, faults: [] };
        return { tried: MESSAGES, faults: await tryRequests(MESSAGES, below) };
      },
    },
  ];
}

function keep(name: string, seed: number, number: number, fault: string): void {
  fs.mkdirSync(FOUND, { recursive: true });
  const file = path.join(FOUND, `${seed}-${number}.txt`);
  fs.writeFileSync(file, `${name}\n${fault}\n`);
  process.stdout.write(`${name}：${fault.slice(0, 300)}\n已写入 ${file}\n`);
}

void run();
