import { parentPort, workerData } from 'node:worker_threads';
import type { Question, WorkerStart } from './jieba-messages.ts';
import { createJiebaService } from './jieba-service.ts';
import { loadDictionary } from './load.ts';
import { loadNodejieba } from './nodejieba.ts';

// The worker's own program: bundled apart, started by jieba-worker.ts.
const { answers, signal } = workerData as WorkerStart;
const compiled = loadDictionary();
const ownWords = 'dictionary' in compiled ? compiled.dictionary.ownWords : '';

const serve = createJiebaService(
  {
    reply: (reply) => parentPort?.postMessage(reply),
    answer(answer, transfer) {
      answers.postMessage(answer, transfer);
      Atomics.add(signal, 0, 1);
      Atomics.notify(signal, 0);
    },
  },
  (userWords) => loadNodejieba({ userWords: `${ownWords}\n${userWords}` }),
);
parentPort?.on('message', (question: Question) => serve(question));
