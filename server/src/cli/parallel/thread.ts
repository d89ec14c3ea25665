import { parentPort, workerData } from 'node:worker_threads';
import { decode } from '../../files/decode.ts';
import { rules } from '../../rules/index.ts';
import { sniff } from '../../word/foreign.ts';
import { openStore } from '../cache/store.ts';
import { createExaminer } from '../run/examine.ts';
import type { Ground } from '../run/types.ts';
import type { Answer, Order, ThreadStart } from './messages.ts';

/** Examines the drafts that it is sent, one after the other, until it is told to end; what it has begun it ends whole. */
export function serve(): void {
  const { active, cache, halted } = workerData as ThreadStart;
  const examiner = createExaminer(rules.filter(({ meta }) => active.includes(meta.id)));
  const store = cache === undefined ? undefined : openStore(cache);
  const grounds = new Map<number, Ground>();

  const answer = async (order: Extract<Order, { readonly bytes: Uint8Array }>): Promise<Answer> => {
    const { id, name, bytes, kind, number, silences, earlier, hasOthers, key } = order;
    // A Word file holds more than its text: what that is stays with whoever shows the results.
    if (sniff(bytes, name) !== 'other') return { id, here: true };
    const decoded = decode(bytes);
    if ('failure' in decoded) return { id, failure: decoded.failure };
    const { text } = decoded;
    const ground = grounds.get(number)!;
    const { core, summaries, classified, notes } = await examiner.examine({
      text,
      kind,
      ground,
      silences,
      earlier,
      hasOthers,
    });
    if (key !== undefined && !classified && notes.length === 0) store?.put(key, core, summaries);
    return { id, text, core, summaries, classified, notes };
  };
  parentPort!.on('message', async (order: Order) => {
    if ('end' in order) parentPort!.close();
    else if ('ground' in order) grounds.set(order.number, order.ground);
    else if (Atomics.load(halted, 0) === 0) parentPort!.postMessage(await answer(order));
  });
}
