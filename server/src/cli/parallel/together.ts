import type { Desk, Outcome } from '../run/desk.ts';
import type { Planner, Task } from '../run/plan.ts';
import { takeTurn } from '../run/turn.ts';
import type { Selection } from '../run/types.ts';
import type { Sized } from '../shard/record.ts';
import { threadsFor } from './how-many.ts';
import { shareOut } from './share-out.ts';
import { startThread, type Thread } from './threads.ts';

/** A draft of which nothing is known yet. */
interface Open {
  readonly task: Task;
  readonly size: number;
}

/**
 * Checks files with other threads, the largest first, and gives the outcomes in the order of the files. What a cache
 * knows is looked up here, before a thread is started.
 */
export async function* checkTogether(
  files: readonly Sized[],
  planner: Planner,
  desk: Desk,
  { run, active }: Selection,
): AsyncGenerator<Outcome> {
  const stopped = run?.watch?.stopped ?? (() => false);
  const slots: (Outcome | Open)[] = [];
  for (const [i, { found, size }] of files.entries()) {
    await takeTurn(i);
    if (stopped()) return;
    const planned = await planner(found);
    const refused = desk.refuse(planned);
    if (refused) slots.push(refused);
    else if ('task' in planned)
      slots.push((await known(planned.task, desk, run?.cache)) ?? { task: planned.task, size });
  }
  const open = slots.filter((slot) => 'task' in slot).sort((a, b) => b.size - a.size);
  const count = open.some(needsJieba)
    ? 0
    : threadsFor(
        run?.workers ?? 0,
        open.map(({ size }) => size),
      );
  const threads = Array.from({ length: count }, () => startThread(active, run?.cache));
  try {
    const here = ({ task }: Open): Promise<Outcome> => checkHere(task, desk);
    const hands = threads.map(
      (thread) =>
        ({ task }: Open) =>
          checkThere(task, desk, thread),
    );
    const promises = shareOut(open, hands, here, stopped);
    const outcomes = new Map(open.map((slot, i) => [slot, promises[i]!]));
    for (const slot of slots) {
      const outcome = 'task' in slot ? await outcomes.get(slot) : slot;
      if (!outcome) return;
      yield outcome;
    }
  } finally {
    for (const thread of threads) thread.end();
  }
}

/** A team's dictionary takes 240 MB in each thread that loads it. */
function needsJieba({ task }: Open): boolean {
  return task.ground.segmenter.dictionary !== undefined;
}

/** What a cache knows of a draft; its bytes are read again for the check, so that they are not all held. */
async function known(task: Task, desk: Desk, cache: string | undefined): Promise<Outcome | undefined> {
  if (cache === undefined || task.found.path === '-') return undefined;
  const read = await desk.read(task);
  return 'said' in read ? read : desk.recall(task, read);
}

async function checkHere(task: Task, desk: Desk): Promise<Outcome> {
  const read = await desk.read(task);
  return 'said' in read ? read : desk.examine(task, read);
}

async function checkThere(task: Task, desk: Desk, thread: Thread): Promise<Outcome> {
  const read = await desk.read(task);
  if ('said' in read) return read;
  const { name, kind, ground, silences, earlier } = task;
  const { bytes, key } = read;
  const hasOthers = desk.hasOthers(task);
  const answer = await thread.examine({ name, bytes, kind, ground, silences, earlier, hasOthers, key });
  if ('here' in answer) return desk.examine(task, read);
  if ('failure' in answer) return desk.failed(task, answer.failure);
  return desk.take(task, key, answer);
}
