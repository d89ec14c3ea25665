import path from 'node:path';
import type { Rule } from '../../engine/types.ts';
import { createExaminer, type Examiner } from '../run/examine.ts';
import { lazyDraft } from '../run/lazy-draft.ts';
import { resultOf } from '../run/result.ts';
import type { FileResult, Ground } from '../run/types.ts';
import type { FileLine, GroundLine } from './lines.ts';
import type { Shard } from './read.ts';

/** The results of all parts in the order of the run, as they were before drafts are compared. */
export function resultsOf(
  shards: readonly Shard[],
  active: readonly Rule[],
  cwd: string,
  archive: string | undefined,
): readonly FileResult[] {
  let made: Examiner | undefined;
  const examiner = (): Examiner => {
    made ??= createExaminer(active);
    return made;
  };
  const placed = shards.flatMap(({ files, grounds }) => {
    const opened = new Map([...grounds].map(([number, line]) => [number, groundOf(line, cwd, archive)]));
    return files.map((line) => ({ at: line.at, result: fileResult(line, opened, cwd, examiner) }));
  });
  return placed.sort((a, b) => a.at - b.at).map(({ result }) => result);
}

function groundOf({ settings, segmenter, archive }: GroundLine, cwd: string, given?: string): Ground {
  return { settings, segmenter, archive: given ?? fullPath(archive, cwd) };
}

function fileResult(
  line: FileLine,
  grounds: ReadonlyMap<number, Ground>,
  cwd: string,
  examiner: () => Examiner,
): FileResult {
  if ('failures' in line) return { path: line.path, findings: [], failures: line.failures };
  const { by, kind, text, core, summaries, silences, decidedIn, named = false } = line;
  const word = line.word && { ...line.word, text, starts: new Set(line.word.starts) };
  const own = { core, ground: grounds.get(by)!, silences, summaries: () => summaries };
  const checked = { ...own, decidedIn: fullPath(decidedIn, cwd) };
  return resultOf(
    line.path,
    lazyDraft(() => text, kind, undefined, word),
    checked,
    examiner,
    { named, ...(word ? { word } : {}) },
  );
}

function fullPath(file: string | undefined, cwd: string): string | undefined {
  return file === undefined ? undefined : path.resolve(cwd, file);
}
