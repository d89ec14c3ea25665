import { type StructuredPatchHunk, structuredPatch } from 'diff';
import type { Change } from './fix.ts';

/** Signs that a terminal would obey. */
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** What a line of a diff begins with, and its colour. */
interface Colors {
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** Beyond so many changed lines the shortest way would take long to find: all lines are shown as changed. */
const MOST_EDITS = 4000;

function wholePatch(path: string, before: string, after: string): string {
  const side = (text: string, sign: string): readonly string[] => {
    const lines = text.split('\n');
    const last = lines.pop();
    const shown = lines.map((line) => sign + line);
    return last === '' ? shown : [...shown, `${sign}${last}`, '\\ No newline at end of file'];
  };
  const [old, made] = [side(before, '-'), side(after, '+')];
  const count = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('\\')).length;
  return [`--- ${path}`, `+++ ${path}`, `@@ -1,${count(old)} +1,${count(made)} @@`, ...old, ...made, ''].join(
    '\n',
  );
}

/** A change as a unified diff, which `patch` understands when no colours are used. */
export function unifiedDiff({ path, before, after }: Change, colors: Colors): string {
  const limits = { context: 2, maxEditLength: MOST_EDITS };
  const patch = structuredPatch(path, path, before, after, undefined, undefined, limits);
  const lines = patch ? hunksOf(path, patch.hunks) : wholePatch(path, before, after).split('\n');
  return lines.map((line) => painted(line, colors)).join('\n');
}

/** The path stands as it is: names in Chinese need no quotes. */
function hunksOf(path: string, hunks: readonly StructuredPatchHunk[]): readonly string[] {
  const shown = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
  return [`--- ${path}`, `+++ ${path}`, ...shown, ''];
}

function painted(line: string, { red, green, cyan, bold }: Colors): string {
  const end = line.endsWith('\r') ? '\r' : '';
  const shown = line.slice(0, end === '' ? undefined : -1).replace(CONTROL, '\ufffd');
  if (line.startsWith('---') || line.startsWith('+++')) return bold(shown) + end;
  if (line.startsWith('@@')) return cyan(shown) + end;
  if (line.startsWith('-')) return red(shown) + end;
  if (line.startsWith('+')) return green(shown) + end;
  return shown + end;
}
