import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Found } from '../../files/find.ts';
import type { Cache } from '../cache/cache.ts';
import type { Shell } from '../io.ts';
import { threadsFor } from '../parallel/how-many.ts';
import { beThrifty } from '../parallel/thrift.ts';
import { filesOfPart, type Sized } from '../shard/record.ts';
import { createDesk, type Desk, type Outcome } from './desk.ts';
import { createPlanner, type Planner } from './plan.ts';
import type { Selection } from './types.ts';

/** Checks files by themselves, in their order: here, or with other threads where there is much to do. */
export async function* checkEach(
  found: readonly Found[],
  selection: Selection,
  cache: Cache | undefined,
  shell: Shell,
): AsyncGenerator<Outcome> {
  const { run } = selection;
  const { shard } = run ?? {};
  const planner = createPlanner(selection, shell.cwd);
  const desk = createDesk(selection, cache, found.length > 1 || shard !== undefined, shell);
  let files: readonly Sized[] = found.map((one) => ({ found: one, size: 0 }));
  if (shard || (run && found.length > 1)) {
    files = found.map((one) => ({ found: one, size: sizeOf(one, shell.cwd) }));
  }
  if (shard) {
    const { runFacts } = await import('../shard/facts.ts');
    const nameOf = ({ path: name }: Found): string =>
      name === '-' ? (selection.stdinFilename ?? '-') : name;
    const facts = await runFacts(files, planner, selection, shell.cwd);
    shard.begin(facts, new Map(found.map((one, i) => [nameOf(one), i])));
    files = filesOfPart(files, shard);
  }
  const sizes = files.map(({ size }) => size);
  const threads = threadsFor(run?.workers ?? 0, sizes);
  if (sizes.length > 1) beThrifty(sizes, threads);
  const outcomes =
    threads > 0
      ? (await import('../parallel/together.ts')).checkTogether(files, planner, desk, selection)
      : oneByOne(files, planner, desk, selection);
  run?.watch?.begin(files.length);
  let count = 0;
  for await (const outcome of outcomes) {
    run?.watch?.done(++count);
    yield outcome;
  }
}

async function* oneByOne(
  files: readonly Sized[],
  planner: Planner,
  desk: Desk,
  { run }: Selection,
): AsyncGenerator<Outcome> {
  for (const [i, { found }] of files.entries()) {
    if (run?.watch && i > 0) {
      await setImmediate();
      if (run.watch.stopped()) return;
    }
    const planned = await planner(found);
    const refused = desk.refuse(planned);
    if (refused || !('task' in planned)) {
      if (refused) yield refused;
      continue;
    }
    const { task } = planned;
    const read = await desk.read(task);
    yield 'said' in read ? read : ((await desk.recall(task, read)) ?? (await desk.examine(task, read)));
  }
}

/** Bytes of a file; none where it cannot be told. */
function sizeOf({ path: name, failure }: Found, cwd: string): number {
  if (name === '-' || failure !== undefined) return 0;
  try {
    return fs.statSync(path.resolve(cwd, name)).size;
  } catch {
    return 0;
  }
}
