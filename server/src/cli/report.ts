import { checkFiles, type FileResult, type Selection } from './collect.ts';
import type { Shell } from './io.ts';
import { addFile, EMPTY, type Summary } from './summary.ts';

/** A way to show results; the pieces follow each other on standard output. */
export interface Report {
  readonly begin: () => string;
  readonly file: (result: FileResult) => string;
  readonly end: (summary: Summary) => string;
}

/** Checks files and shows each when it is done. Settles with what was found; stops when nobody reads any more. */
export function reportFiles(
  paths: readonly string[],
  selection: Selection,
  report: Report,
  shell: Shell,
): Promise<Summary> {
  return showResults(checkFiles(paths, selection, shell), report, shell);
}

/** Shows results as they come. Settles with what they hold; stops when nobody reads any more, or the user has asked to. */
export async function showResults(
  results: AsyncIterable<FileResult>,
  report: Report,
  { out }: Shell,
  stopped: () => boolean = () => false,
): Promise<Summary> {
  let summary = EMPTY;
  out.write(report.begin());
  for await (const result of results) {
    summary = addFile(summary, result);
    if (!out.write(report.file(result))) await out.flush();
    if (out.isClosed()) return summary;
  }
  if (!stopped()) out.write(report.end(summary));
  await out.flush();
  return summary;
}
