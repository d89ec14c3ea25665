import type { Draft } from '../../draft/types.ts';
import { decode } from '../../files/decode.ts';
import { type Source, sourceOf } from '../../files/source.ts';
import { sniff } from '../../word/foreign.ts';
import { isArchive } from '../archives.ts';
import type { Cache } from '../cache/cache.ts';
import type { Shell } from '../io.ts';
import { readFoundBytes } from '../read.ts';
import { createExaminer, type Examination, type Examiner } from './examine.ts';
import { lazyDraft } from './lazy-draft.ts';
import type { Planned, Task } from './plan.ts';
import { resultOf } from './result.ts';
import type { FileResult, Selection } from './types.ts';

/** What there is to say about a file, and its result if it has one. */
export interface Outcome {
  readonly said: readonly string[];
  readonly result?: FileResult;
}

/** The bytes of a draft, and what a cache names them. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly key?: string | undefined;
}

/** A draft as its file has it, and its speeches where they were read. */
interface Read extends Pick<Source, 'kind' | 'extras' | 'word'> {
  readonly speeches?: Draft['speeches'] | undefined;
}

/** Where drafts are read, looked up and examined in this thread. */
export interface Desk {
  /** What can be said of a file without its text; undefined where it is to be checked. */
  readonly refuse: (planned: Planned) => Outcome | undefined;
  readonly read: (task: Task) => Promise<Bytes | Outcome>;
  /** What a cache keeps of it. */
  readonly recall: (task: Task, bytes: Bytes) => Promise<Outcome | undefined>;
  readonly examine: (task: Task, bytes: Bytes) => Promise<Outcome>;
  /** A draft as another thread has examined it. */
  readonly take: (
    task: Task,
    key: string | undefined,
    answer: Omit<Examination, 'speeches'> & { readonly text: string },
    source?: Read,
  ) => Outcome;
  readonly failed: (task: Task, reason: string) => Outcome;
  /** Whether other drafts, or an archive, are there to be compared with. */
  readonly hasOthers: (task: Task) => boolean;
}

/** Makes a desk. `hasMany`: the run is of more than one file. */
export function createDesk(
  { active }: Selection,
  cache: Cache | undefined,
  hasMany: boolean,
  shell: Shell,
): Desk {
  let made: Examiner | undefined;
  const examiner = (): Examiner => {
    made ??= createExaminer(active);
    return made;
  };
  const hasOthers = ({ ground }: Task): boolean => hasMany || isArchive(ground.archive);
  const failed = ({ name }: Pick<Task, 'name'>, reason: string): Outcome => ({
    said: [`${name}：${reason}。`],
    result: { path: name, findings: [], failures: [{ message: `${reason}。` }] },
  });

  const take: Desk['take'] = (task, key, { text, core, summaries, classified, notes }, source) => {
    const { name, ground, silences, decidedIn } = task;
    const { kind } = source ?? task;
    const own = { core, ground, silences, decidedIn, summaries: () => summaries };
    const checked = { ...own, key: classified || notes.length > 0 ? undefined : key };
    return {
      said: [...noticesOf(task, source), ...notes],
      result: resultOf(
        name,
        lazyDraft(() => text, kind, source?.speeches, source?.extras),
        checked,
        examiner,
        fileOf(task, source),
      ),
    };
  };

  return {
    failed,
    hasOthers,
    take,
    refuse(planned) {
      if ('task' in planned) return undefined;
      if ('left' in planned) return { said: planned.left === undefined ? [] : [planned.left] };
      const { name, failures, said } = planned;
      const result = { path: name, findings: [], failures: failures.map((message) => ({ message })) };
      return { said, result };
    },
    async read(task) {
      const bytes = await readFoundBytes(task.found, shell);
      if ('failure' in bytes) return failed(task, bytes.failure);
      return { bytes, key: cache?.keyOf(task, bytes) };
    },
    async recall(task, { bytes, key }) {
      const kept = key === undefined ? undefined : cache?.get(key);
      if (!kept) return undefined;
      const isCompared = hasOthers(task) || kept.core.speeches > 1;
      if (isCompared && kept.core.summarised === undefined) return undefined;
      const { summarised: _, ...alone } = kept.core;
      const core = isCompared ? kept.core : alone;
      const { summaries } = kept;
      const { name, ground, silences, decidedIn } = task;
      const checked = { core, ground, silences, decidedIn, summaries, key };
      // What is kept goes by bytes; by its name the same file may be one that is refused.
      const word = sniff(bytes, name) === 'other' ? undefined : await sourceOf(bytes, name);
      if (word && 'failure' in word) return undefined;
      return {
        said: noticesOf(task, word),
        result: resultOf(
          name,
          lazyDraft(() => word?.text ?? textIn(bytes), (word ?? task).kind, undefined, word?.extras),
          checked,
          examiner,
          fileOf(task, word),
        ),
      };
    },
    async examine(task, { bytes, key }) {
      const source = await sourceOf(bytes, task.name);
      if ('failure' in source) return failed(task, source.failure);
      const { text, kind, extras } = source;
      const { ground, silences, earlier } = task;
      const came = await examiner().examine({
        text,
        kind,
        extras,
        ground,
        silences,
        earlier,
        hasOthers: hasOthers(task),
      });
      const { core, summaries, classified, notes, speeches } = came;
      if (key !== undefined && !classified && notes.length === 0) cache?.put(key, core, summaries);
      return take(task, key, { text, core, summaries, classified, notes }, { ...source, speeches });
    },
  };
}

/** What stands in a Word file and not in its text. */
function noticesOf({ name }: Task, source: Read | undefined): readonly string[] {
  return (source?.word?.notices ?? []).map((notice) => `${name}：${notice}。`);
}

/** Of a Word file its packed parts are not kept. */
function fileOf({ found }: Task, source: Read | undefined): Pick<FileResult, 'word' | 'named'> {
  const { named } = found;
  if (!source?.word) return { named };
  const { text, marks, starts, pieces } = source.word;
  return { named, word: { text, marks, starts, pieces } };
}

/** The text of bytes that were a text when they were kept. */
function textIn(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return 'failure' in decoded ? '' : decoded.text;
}
