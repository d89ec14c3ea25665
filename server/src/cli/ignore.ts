import path from 'node:path';
import { additionFor } from '../config/decisions.ts';
import { createIgnoreLoader } from '../config/ignores.ts';
import { readConfigText } from '../config/read.ts';
import { slice } from '../draft/span.ts';
import { fingerprint } from '../engine/fingerprint.ts';
import type { Finding } from '../engine/types.ts';
import { changeFile } from '../files/write.ts';
import { rules } from '../rules/index.ts';
import { checkFiles, type FileResult } from './collect.ts';
import { EXIT, fail, type Shell } from './io.ts';
import { createPlaces } from './places.ts';
import { layersOf, type SelectionOptions, unknownRule } from './selection.ts';
import { printable } from './width.ts';

export interface IgnoreOptions extends Pick<SelectionOptions, 'preset' | 'config'> {
  readonly rule?: string;
  readonly reason?: string;
}

const LONGEST = 60;

/** `hegao ignore add FILE:LINE:COL`: keeps the finding at a place quiet from now on, by a line of `.hegao-ignore.yaml`. */
export async function addIgnore(where: string, options: IgnoreOptions, shell: Shell): Promise<number> {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(where) ?? [];
  if (file === undefined) return fail(shell, `请写明位置“文件:行:列”，如 讲话稿.txt:3:13。`);
  const { rule, reason } = options;
  if (rule !== undefined && !rules.some(({ meta }) => meta.id === rule))
    return fail(shell, unknownRule(rule, rules));
  const selection = { layers: layersOf(options, shell.cwd), rules, active: rules };
  let checked: FileResult | undefined;
  for await (const result of checkFiles([file], selection, shell)) checked = result;
  if (!checked?.draft) return EXIT.failed;
  const { text } = checked.draft;
  const found = at(checked, Number(line), column === undefined ? undefined : Number(column)).filter(
    ({ ruleId }) => rule === undefined || ruleId === rule,
  );
  const [finding] = found;
  if (!finding) return fail(shell, `${where}：这里没有${rule === undefined ? '' : `“${rule}”的`}提示。`);
  if (found.length > 1) {
    const names = [...new Set(found.map(({ ruleId }) => ruleId))];
    return fail(
      shell,
      names.length > 1
        ? `${where}：这里有几条提示，请用 --rule 写明是哪一条：${names.join('、')}。`
        : `${where}：这一行有几处“${names[0]}”，请写明列。`,
    );
  }
  const context = fingerprint(finding.ruleId, text, finding.span);
  const words = slice(text, finding.span).slice(0, LONGEST);
  const entry = { rule: finding.ruleId, text: words, context, ...(reason ? { reason } : {}) };
  const addition = () => {
    const loader = createIgnoreLoader(
      rules.map(({ meta }) => meta.id),
      readConfigText,
    );
    return additionFor(path.resolve(shell.cwd, file), [entry], loader, readConfigText);
  };
  const first = await addition();
  if (!first) return EXIT.failed;
  // Another run may add to the same file: what is written is thought over again while no other one writes.
  const failure = await changeFile(first.file, async () => {
    const { before = '', newText, file } = (await addition()) ?? {};
    return newText === undefined || file !== first.file
      ? { failure: '文件在此期间改动过，没有写入，请再运行一次' }
      : { text: before + newText };
  });
  if (failure !== undefined) return fail(shell, `${first.file}：${failure}。`);
  const place = path.relative(shell.cwd, first.file);
  shell.out.write(`已记进 ${printable(place)}：${finding.ruleId}“${printable(words)}”。\n`);
  return EXIT.clean;
}

/** The findings that hold a place; of a line without a column, those that begin on it. */
function at({ draft, findings }: FileResult, line: number, column: number | undefined): readonly Finding[] {
  const places = createPlaces(draft?.text ?? '');
  return findings.filter(({ span }) => {
    const { start, end } = places.range(span);
    if (column === undefined) return start.line === line;
    const from = start.line < line || (start.line === line && start.column <= column);
    const to = end.line > line || (end.line === line && (end.column > column || span.start === span.end));
    return from && to && (span.start < span.end || start.column === column);
  });
}
