import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Answer, Question, Reply, WaitingQuestion, WorkerStart } from './jieba-messages.ts';
import type { Keyword, KeywordMethod, Tagged, Words } from './words.ts';

/** nodejieba in a worker of its own, one for a process: 0.75 s and 240 MB when it is first asked, nothing before. */
export interface JiebaWorker {
  /**
   * Loads a user dictionary that was found sound, and words besides. `fallback` cuts where the worker has gone.
   * Settles with a cutter that may be called at once, or with a Chinese clause that says what is missing.
   */
  readonly open: (
    slot: string,
    userWords: string,
    words: readonly string[],
    fallback: () => Words | undefined,
  ) => Promise<{ readonly words: Words } | { readonly missing: string }>;
  /** Gives a slot's memory to the next one opened; its cutter uses the fallback from now on. */
  readonly close: (slot: string) => void;
  /** The `count` weightiest words, the weightiest first. */
  readonly keywords: (
    text: string,
    count: number,
    method: KeywordMethod,
  ) => Promise<{ readonly keywords: readonly Keyword[] } | { readonly missing: string }>;
}

/** Where a build puts the worker's program: beside the bundle, or, for the sources, in the folder of builds. */
const PLACES = [path.join(__dirname, 'jieba-worker.js'), path.join(__dirname, '../../out/jieba-worker.js')];
const GONE = '分词组件 nodejieba 的线程已经中断';
/** Milliseconds to wait for one cut before the worker counts as gone; a book takes less. */
const PATIENCE = 20_000;
/** The slot of keywords: jieba's dictionary and the project's words alone. */
const PLAIN = '';

type Asking<Q> = Q extends { readonly id: number } ? Omit<Q, 'id'> : Q;

/** Makes the handle; nothing is started. */
export function createJiebaWorker(places: readonly string[] = PLACES): JiebaWorker {
  let thread: Thread | undefined;
  const reach = (): Thread => {
    thread ??= startThread(places);
    return thread;
  };
  let plain: Promise<Reply> | undefined;

  const wordsOf = (slot: string, fallback: () => Words | undefined): Words => {
    const own = (question: Asking<WaitingQuestion>): Tagged | undefined => reach().wait(question);
    return {
      cut: (text, model = true) =>
        own({ kind: 'cut', slot, text, model })?.ends ?? fallback()?.cut(text, model) ?? singles(text),
      tag: (text) =>
        own({ kind: 'tag', slot, text }) ??
        fallback()?.tag(text) ?? { ends: singles(text), tags: text.split('').map(() => 'x') },
      add: (word, tag = 'x') => reach().tell({ kind: 'add', slot, word, tag }),
    };
  };

  return {
    async open(slot, userWords, words, fallback) {
      const { missing } = await reach().ask({ kind: 'open', slot, userWords, words });
      return missing === undefined ? { words: wordsOf(slot, fallback) } : { missing };
    },
    close: (slot) => reach().tell({ kind: 'close', slot }),
    async keywords(text, count, method) {
      plain ??= reach().ask({ kind: 'open', slot: PLAIN, userWords: '', words: [] });
      const { missing } = await plain;
      if (missing !== undefined) return { missing };
      const reply = await reach().ask({ kind: 'keywords', slot: PLAIN, text, count, method });
      return reply.missing === undefined ? { keywords: reply.keywords ?? [] } : { missing: reply.missing };
    },
  };
}

interface Thread {
  /** Asks, and lets this thread go on meanwhile; the process stays alive until the reply. */
  readonly ask: (question: Asking<Question & { readonly id: number }>) => Promise<Reply>;
  /** Asks, and waits; undefined where there is no such slot, or no worker any more. */
  readonly wait: (question: Asking<WaitingQuestion>) => Tagged | undefined;
  readonly tell: (question: Question & { readonly kind: 'close' | 'add' }) => void;
}

function startThread(places: readonly string[]): Thread {
  const program = places.find((place) => fs.existsSync(place));
  if (program === undefined) {
    const reply = { id: 0, missing: '缺少分词线程的程序 jieba-worker.js' };
    return { ask: () => Promise.resolve(reply), wait: () => undefined, tell: () => {} };
  }
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const start: WorkerStart = { answers: port2, signal };
  const worker = new Worker(program, { workerData: start, transferList: [port2] });
  const asked = new Map<number, (reply: Reply) => void>();
  let questions = 0;
  let gone = false;

  const settle = (reply: Reply): void => {
    asked.get(reply.id)?.(reply);
    asked.delete(reply.id);
    if (asked.size === 0) worker.unref();
  };
  const lose = (): void => {
    gone = true;
    for (const id of [...asked.keys()]) settle({ id, missing: GONE });
  };
  worker.on('message', settle);
  worker.on('error', lose);
  worker.on('exit', lose);
  worker.unref();

  return {
    ask(question) {
      const id = ++questions;
      if (gone) return Promise.resolve({ id, missing: GONE });
      worker.ref();
      worker.postMessage({ ...question, id });
      return new Promise((resolve) => asked.set(id, resolve));
    },
    wait(question) {
      if (gone) return undefined;
      const id = ++questions;
      let heard = Atomics.load(signal, 0);
      worker.postMessage({ ...question, id });
      for (;;) {
        const answer = receiveMessageOnPort(port1)?.message as Answer | undefined;
        if (answer?.id === id) return answer.tagged;
        if (answer) continue;
        if (Atomics.wait(signal, 0, heard, PATIENCE) === 'timed-out') break;
        heard = Atomics.load(signal, 0);
      }
      gone = true;
      return undefined;
    },
    tell(question) {
      if (!gone) worker.postMessage(question);
    },
  };
}

function singles(text: string): Uint32Array {
  return Uint32Array.from({ length: text.length }, (_, i) => i + 1);
}
