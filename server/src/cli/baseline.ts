import path from 'node:path';
import { readConfigText } from '../config/read.ts';
import { fingerprint } from '../engine/fingerprint.ts';
import type { Finding } from '../engine/types.ts';
import { changeFile } from '../files/write.ts';
import type { FileResult } from './collect.ts';

/**
 * Findings that are known and let be: how many of each rule at each place, by draft. Places are named by the text
 * around them, so edits above or below wake none.
 */
export interface Baseline {
  /** The result without the findings that are known; each known one stands for one finding. */
  readonly without: (result: FileResult) => FileResult;
  /** Writes what was seen in place of what was known of the drafts seen; gives how many there are, or a failure. */
  readonly update: () => Promise<Outcome>;
  /** Takes away what is known and was not seen any more; gives how many went, or a failure. */
  readonly prune: (exists: (file: string) => boolean) => Promise<Outcome>;
}

type Outcome = { readonly count: number; readonly failure?: never } | { readonly failure: string };

interface Changed {
  readonly next: ReadonlyMap<string, Known>;
  readonly count: number;
}

/** `rule fingerprint` → count. */
type Known = ReadonlyMap<string, number>;

const VERSION = 1;
const LINE = /^[a-z][a-z0-9-]* [0-9a-f]{16}$/;

/** Reads a baseline; a missing one is empty where it may be. `comparing` are the rules that compare drafts. A mistake is a Chinese sentence. */
export function openBaseline(
  file: string,
  mayBeMissing: boolean,
  comparing: ReadonlySet<string>,
): { readonly baseline: Baseline } | { readonly mistake: string } {
  let text: string | undefined;
  try {
    text = readConfigText(file);
  } catch (error) {
    return { mistake: `${file}：${(error as Error).message}。` };
  }
  if (text === undefined && !mayBeMissing) {
    return { mistake: `没有基线文件 ${file}。第一次用请加 --update-baseline 生成。` };
  }
  const known = text === undefined ? new Map<string, Known>() : parse(text);
  return known
    ? { baseline: create(file, known, comparing) }
    : { mistake: `${file}：不是核稿的基线文件（版本${VERSION}）。` };
}

function create(file: string, known: ReadonlyMap<string, Known>, comparing: ReadonlySet<string>): Baseline {
  const seen = new Map<string, Known>();
  const folder = path.dirname(file);
  /** Another run may have added to the file since it was read: what is changed is what stands there now. */
  const save = async (change: (now: ReadonlyMap<string, Known>) => Changed): Promise<Outcome> => {
    let count = 0;
    const failure = await changeFile(file, (text) => {
      const now = text === undefined ? new Map<string, Known>() : parse(text);
      if (!now) return { failure: '文件在此期间改成了别的内容' };
      const changed = change(now);
      count = changed.count;
      return { text: write(changed.next) };
    });
    return failure === undefined ? { count } : { failure: `${file}：基线未能写入（${failure}）` };
  };
  /** A draft checked alone was held against no other: what is known of such rules stays. */
  const settled = (now: ReadonlyMap<string, Known>): ReadonlyMap<string, Known> => {
    if (seen.size !== 1) return seen;
    const isCompared = ([key]: readonly [string, number]) => comparing.has(key.split(' ')[0]!);
    return new Map(
      [...seen].map(([name, counts]) => [
        name,
        new Map([...counts, ...[...(now.get(name) ?? [])].filter(isCompared)]),
      ]),
    );
  };
  return {
    without(result) {
      const { draft } = result;
      if (!draft) return result;
      const name = nameFrom(folder, result.path);
      const keys = result.findings.map((finding) => keyOf(draft.text, finding));
      seen.set(name, countsOf(keys));
      const left = new Map(known.get(name) ?? []);
      const findings = result.findings.filter((_, i) => {
        const count = left.get(keys[i]!) ?? 0;
        left.set(keys[i]!, count - 1);
        return count <= 0;
      });
      return { ...result, findings };
    },
    update: () =>
      save((now) => {
        const next = new Map([...now, ...settled(now)]);
        return { next, count: total(next) };
      }),
    async prune(exists) {
      const without = (now: ReadonlyMap<string, Known>): Changed => {
        const next = new Map<string, Known>();
        const found = settled(now);
        for (const [name, counts] of now) {
          const seenNow = found.get(name);
          if (!seenNow && !exists(path.resolve(folder, name))) continue;
          next.set(name, seenNow ? lesser(counts, seenNow) : counts);
        }
        return { next, count: total(now) - total(next) };
      };
      return without(known).count === 0 ? { count: 0 } : save(without);
    },
  };
}

function keyOf(text: string, { ruleId, span }: Finding): string {
  return `${ruleId} ${fingerprint(ruleId, text, span)}`;
}

function countsOf(keys: readonly string[]): Known {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function lesser(one: Known, other: Known): Known {
  const pairs = [...one].map(([key, count]) => [key, Math.min(count, other.get(key) ?? 0)] as const);
  return new Map(pairs.filter(([, count]) => count > 0));
}

function total(all: ReadonlyMap<string, Known>): number {
  return [...all.values()].flatMap((counts) => [...counts.values()]).reduce((sum, count) => sum + count, 0);
}

/** With `/` on every system, from the folder of the baseline. */
function nameFrom(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/').normalize();
}

/** One line a finding, sorted, so that changes of the file can be read and merged. */
function write(all: ReadonlyMap<string, Known>): string {
  const files = Object.fromEntries(
    [...all]
      .filter(([, counts]) => counts.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, counts]) => [name, Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))]),
  );
  return `${JSON.stringify({ version: VERSION, files }, undefined, 2)}\n`;
}

function parse(text: string): Map<string, Known> | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(content) || content.version !== VERSION || !isRecord(content.files)) return undefined;
  const known = new Map<string, Known>();
  for (const [name, counts] of Object.entries(content.files)) {
    if (!isRecord(counts)) return undefined;
    const pairs = Object.entries(counts);
    if (!pairs.every(([key, count]) => LINE.test(key) && Number.isSafeInteger(count) && Number(count) > 0))
      return undefined;
    known.set(name.normalize(), new Map(pairs.map(([key, count]) => [key, Number(count)])));
  }
  return known;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
