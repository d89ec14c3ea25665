import path from 'node:path';
import type { PlacedEntry } from '../../config/ignore-file.ts';
import { createIgnoreLoader } from '../../config/ignores.ts';
import { archiveIn, createConfigLoader, type Settled } from '../../config/loader.ts';
import { readConfigBytes, readConfigText } from '../../config/read.ts';
import type { DraftKind } from '../../draft/types.ts';
import type { Found } from '../../files/find.ts';
import { kindOf } from '../../files/source.ts';
import { problemSentence } from '../read.ts';
import type { EarlierDraft } from '../since.ts';
import type { Ground, Selection } from './types.ts';

/** A draft to be checked. */
export interface Task {
  /** As results name it. */
  readonly name: string;
  readonly found: Found;
  readonly kind: DraftKind;
  readonly ground: Ground;
  readonly silences: readonly PlacedEntry[];
  readonly decidedIn?: string | undefined;
  /** Its earlier version, where the run is compared with one. */
  readonly earlier?: EarlierDraft | undefined;
}

/** What is to be done about a file that was found: check it, say why not, or leave it out. */
export type Planned =
  | { readonly task: Task }
  | { readonly name: string; readonly failures: readonly string[]; readonly said: readonly string[] }
  | { readonly left: string | undefined };

/** Says of each file that was found what is to be done about it; configurations are read once. */
export type Planner = (found: Found) => Promise<Planned>;

/** Makes a planner for drafts named from a folder. */
export function createPlanner(
  { stdinFilename, layers, rules, archive, earlier }: Selection,
  cwd: string,
): Planner {
  const loader = createConfigLoader(rules, readConfigText, { readBytes: readConfigBytes, ...layers });
  const ignores = createIgnoreLoader(
    rules.map(({ meta }) => meta.id),
    layers.file === false ? () => undefined : readConfigText,
  );
  const groundOf = createGrounds(archive ?? (layers.file === false ? undefined : archiveIn(cwd)), archive);
  return async (found) => {
    const name = found.path === '-' ? (stdinFilename ?? '-') : found.path;
    if (found.failure !== undefined)
      return { name, failures: [`${found.failure}。`], said: [`${name}：${found.failure}。`] };
    const full = path.resolve(cwd, name);
    const settled = await loader.settingsFor(full);
    const decided = await ignores.silencesFor(full);
    if (settled.problems || decided.problems) {
      const problems = [...(settled.problems ?? []), ...(decided.problems ?? [])];
      const failures = problems.map((problem) => problemSentence(problem, cwd));
      return { name, failures, said: failures };
    }
    if (settled.ignored) {
      return { left: found.named ? `${name}：已按配置的 ignore 跳过（加 --no-config 可检查）。` : undefined };
    }
    const { silences, file } = decided;
    const ground = groundOf(settled);
    const before = await earlier?.(name);
    return { task: { name, found, kind: kindOf(name), ground, silences, decidedIn: file, earlier: before } };
  };
}

type Sound = Extract<Settled, { readonly ignored: boolean }>;

/** One ground for all drafts of the same settings, so that it is named and sent to another thread once. */
function createGrounds(
  otherwise: string | undefined,
  always: string | undefined,
): (settled: Sound) => Ground {
  const made: Ground[] = [];
  return ({ settings, segmenter, archive: own }) => {
    const archive = always ?? own ?? otherwise;
    const known = made.find(
      (one) => one.settings === settings && one.segmenter === segmenter && one.archive === archive,
    );
    if (known) return known;
    const ground = { settings, segmenter, archive };
    made.push(ground);
    return ground;
  };
}
