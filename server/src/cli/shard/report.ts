import path from 'node:path';
import type { Io } from '../io.ts';
import type { Report } from '../report.ts';
import type { FileResult, Ground } from '../run/types.ts';
import { VERSION } from '../version.ts';
import { type FileLine, type GroundLine, type Head, LAYOUT, type Tail, type WordLine } from './lines.ts';
import { createRecord, type ShardRecord } from './record.ts';

/**
 * What `hegao merge` reads: of each file what its check alone has found, its text and its summaries, before a baseline
 * or the comparison with other drafts.
 */
export function createShardReport(
  { cwd }: Pick<Io, 'cwd'>,
  record: ShardRecord = createRecord({ index: 1, count: 1 }),
): Report {
  const numbers = new Map<Ground, number>();
  const line = (value: Head | GroundLine | FileLine | Tail): string => `${JSON.stringify(value)}\n`;
  const fromHere = (file: string | undefined) => (file === undefined ? undefined : path.relative(cwd, file));
  let files = 0;

  const introduce = (ground: Ground): string => {
    if (numbers.has(ground)) return '';
    const number = numbers.size;
    numbers.set(ground, number);
    const { settings, segmenter, archive } = ground;
    return line({ ground: number, settings, segmenter, archive: fromHere(archive) });
  };

  return {
    begin: () =>
      line({
        hegao: 'shard',
        layout: LAYOUT,
        tool: { name: 'hegao', version: VERSION },
        part: { index: record.index, count: record.count },
      }),
    file({ path: name, draft, checked, failures, word, named }) {
      files++;
      const at = record.placeOf(name);
      if (!checked || !draft) return line({ at, path: name, failures });
      const { core, ground, silences } = checked;
      const summaries = core.summarised?.length ? checked.summaries() : {};
      const own = { kind: draft.kind, text: draft.text, core, summaries, silences, named, ...wordOf(word) };
      const introduced = introduce(ground);
      const by = numbers.get(ground)!;
      return introduced + line({ at, path: name, by, ...own, decidedIn: fromHere(checked.decidedIn) });
    },
    end: () => line({ run: record.facts()!, files }),
  };
}

function wordOf(word: FileResult['word']): { readonly word?: WordLine } {
  if (!word) return {};
  const { marks, starts, pieces } = word;
  return { word: { marks, starts: [...starts], pieces } };
}
