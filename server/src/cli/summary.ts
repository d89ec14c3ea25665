import type { Severity } from '../engine/types.ts';
import type { FileResult } from './collect.ts';

/** Levels as a reader sees them, strongest first. */
export const LEVEL_NAMES: Readonly<Record<Severity, string>> = {
  error: '必改',
  warning: '请核',
  info: '建议',
  hint: '参考',
};

/** What a run found in all. */
export interface Summary {
  readonly files: number;
  /** Files that could not be read or fully checked. */
  readonly failed: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

export const EMPTY: Summary = { files: 0, failed: 0, counts: { error: 0, warning: 0, info: 0, hint: 0 } };

/** The summary with one more file. */
export function addFile({ files, failed, counts }: Summary, { findings, failures }: FileResult): Summary {
  const sum = { ...counts };
  for (const { severity } of findings) sum[severity]++;
  return { files: files + 1, failed: failed + (failures.length > 0 ? 1 : 0), counts: sum };
}

/** All findings of a summary. */
export function total({ counts }: Summary): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
