import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Rule } from '../../engine/types.ts';
import type { Ground } from '../run/types.ts';
import type { Answer, Order, ThreadStart } from './messages.ts';

/** A draft as a thread is given it. */
export interface Sent extends Omit<Extract<Order, { readonly bytes: Uint8Array }>, 'id' | 'number'> {
  readonly ground: Ground;
}

/** Another thread that examines drafts. */
export interface Thread {
  /** Rejects when the thread has come to an end. */
  readonly examine: (sent: Sent) => Promise<Answer>;
  /** Ends it when it is done with the draft at hand: nothing is left half-written. */
  readonly end: () => void;
}

/** The program of the command line, from the code compiled before if it can be; of the sources by their loader. */
function program(): { readonly file: string; readonly eval?: true; readonly execArgv?: string[] } {
  if (__filename.endsWith('.ts')) return { file: sources(), eval: true, execArgv: [] };
  const start = path.join(__dirname, 'cli.js');
  return { file: fs.existsSync(start) ? start : __filename };
}

/** Code that loads the sources: of themselves threads take over neither of the two loaders. */
function sources(): string {
  const [here, entry] = [__filename, path.join(__dirname, '../../cli.ts')].map((file) =>
    JSON.stringify(file),
  );
  return `const load = require('node:module').createRequire(${here});
    load('tsx/cjs/api').register();
    import('tsx/esm/api').then(({ register }) => { register(); load(${entry}); });`;
}

/** Megabytes; a thread for whose draft this is too little ends, and the draft is examined by who has asked. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** Starts a thread; one that cannot start rejects what it is asked. */
export function startThread(active: readonly Rule[], cache: string | undefined): Thread {
  const halted = new Int32Array(new SharedArrayBuffer(4));
  const start: ThreadStart = { hegao: 'check', active: active.map(({ meta }) => meta.id), cache, halted };
  const { file, ...loading } = program();
  const worker = new Worker(file, {
    workerData: start,
    stdout: true,
    stderr: true,
    resourceLimits: LIMITS,
    ...loading,
  });
  const asked = new Map<number, { readonly done: (answer: Answer) => void; readonly lost: () => void }>();
  const numbers = new Map<Ground, number>();
  let count = 0;
  let gone = false;

  const numberOf = (ground: Ground): number => {
    const number = numbers.get(ground) ?? numbers.size;
    if (!numbers.has(ground)) tell({ ground, number });
    numbers.set(ground, number);
    return number;
  };
  const tell = (order: Order, transfer: ArrayBuffer[] = []): void => worker.postMessage(order, transfer);
  const lose = (): void => {
    gone = true;
    for (const { lost } of asked.values()) lost();
    asked.clear();
  };
  worker.on('message', (answer: Answer) => {
    asked.get(answer.id)?.done(answer);
    asked.delete(answer.id);
  });
  worker.on('error', lose);
  worker.on('exit', lose);

  return {
    examine({ ground, ...sent }) {
      return new Promise((done, reject) => {
        const lost = (): void => reject(new Error('the thread has ended'));
        if (gone) return lost();
        const id = count++;
        asked.set(id, { done, lost });
        tell({ ...sent, id, number: numberOf(ground) });
      });
    },
    end() {
      Atomics.store(halted, 0, 1);
      worker.postMessage({ end: true } satisfies Order);
    },
  };
}
