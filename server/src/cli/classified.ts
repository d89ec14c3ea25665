import { isClassified } from '../draft/classified.ts';
import type { FileResult } from './collect.ts';
import type { Report } from './report.ts';

/** A report for others to read: of a classified draft it says no more than that it is left out. */
export function withoutClassified(report: Report): Report {
  return { ...report, file: (result) => report.file(guarded(result)) };
}

function guarded(result: FileResult): FileResult {
  if (!result.draft || !isClassified(result.draft.text)) return result;
  const message = '稿子标有密级，不写入导出的报告；请在本机终端查看。';
  return { path: result.path, findings: [], failures: [{ message }] };
}
