import { resolve } from 'node:path';
import { isClassified } from '../draft/classified.ts';
import { addTo } from '../draft/lists.ts';
import type { Draft } from '../draft/types.ts';
import { createFactMemory, type FactMemory } from '../facts/facts.ts';
import { kindName } from '../facts/figures/kind-names.ts';
import { findFiles } from '../files/find.ts';
import { readNamed } from './collect.ts';
import { BOM, csvPlace, csvRecord } from './csv.ts';
import { createWordSource, type ShownFigure, showFigure } from './figures.ts';
import { EXIT, type Shell, say } from './io.ts';
import { toJson } from './json.ts';
import { createPlaces } from './places.ts';
import { printable, printableLine, textWidth } from './width.ts';

export interface MetricsOptions {
  readonly format: 'table' | 'csv' | 'json';
  readonly stdinFilename?: string;
  /** Path of the table to write instead of listing the figures. */
  readonly write?: string;
  readonly force?: boolean;
}

interface Entry extends ShownFigure {
  readonly line: number;
  readonly column: number;
}

/** The figures of one file: those of one metric stand together, in the order of their first mention. */
interface Ledger {
  readonly path: string;
  readonly metrics: readonly { readonly key: string; readonly figures: readonly Entry[] }[];
  /** Figures whose indicator could not be told. */
  readonly unkeyed: readonly Entry[];
}

/** `hegao metrics`: the ledger of figures of each file. Settles with the exit code. */
export async function metrics(
  paths: readonly string[],
  options: MetricsOptions,
  shell: Shell,
): Promise<number> {
  const facts = createFactMemory(createWordSource());
  const isExport = options.write !== undefined || options.format === 'csv';
  const drafts: { readonly name: string; readonly draft: Draft }[] = [];
  const found = await findFiles(paths, shell.cwd);
  let failed = found.length === 0;
  if (failed) await say(shell, `没有可读的文件：${paths.join('、') || '当前文件夹'}。`);
  for (const { path, failure } of found) {
    if (failure !== undefined) await say(shell, `${path}：${failure}。`);
    const named = failure === undefined ? await readNamed(path, options.stdinFilename, shell) : undefined;
    const secret = named !== undefined && isExport && isClassified(named.draft.text);
    if (secret) await say(shell, `${named.name}：稿子标有密级，不写入导出的表；请在本机终端查看。`);
    if (named && !secret) drafts.push(named);
    else failed = true;
  }
  if (options.write !== undefined) {
    const written = await writeLedger(options.write, options.force === true, drafts, facts, shell);
    return failed || !written ? EXIT.failed : EXIT.clean;
  }
  const ledgers = drafts.map(({ name, draft }) => readLedger(name, draft, facts));
  shell.out.write(FORMATS[options.format](ledgers));
  return failed ? EXIT.failed : EXIT.clean;
}

/** Writes a first table of figures from drafts, and says so; false where it could not. */
async function writeLedger(
  file: string,
  force: boolean,
  drafts: readonly { readonly name: string; readonly draft: Draft }[],
  facts: FactMemory,
  shell: Shell,
): Promise<boolean> {
  const { firstLedger, ledgerCsv, writeWhole } = await import('./ledger-write.ts');
  const { rows, conflicts } = firstLedger(
    drafts.flatMap(({ name, draft }) => {
      const places = createPlaces(draft.text);
      const lineOf = (offset: number) => places.position(offset).line;
      return draft.speeches.map((speech) => ({ name, speech: facts.ofSpeech(speech).claims, lineOf }));
    }),
  );
  const failure = writeWhole(resolve(shell.cwd, file), ledgerCsv(rows), force);
  if (failure !== undefined) {
    await say(shell, `${file}：${failure}。`);
    return false;
  }
  const differing = conflicts > 0 ? `，其中${conflicts}项数值不一，都列在表里，请核定后只留一行` : '';
  await say(shell, `已写入 ${file}：${rows.length}行${differing}。请逐行核对后再用。`);
  return true;
}

function readLedger(path: string, draft: Draft, facts: FactMemory): Ledger {
  const places = createPlaces(draft.text);
  const byKey = new Map<string, Entry[]>();
  const unkeyed: Entry[] = [];
  draft.speeches.forEach((speech, i) => {
    for (const figure of facts.ofSpeech(speech).figures) {
      const shown = { ...showFigure(draft, figure), ...places.position(figure.span.start) };
      if (shown.key === null) {
        unkeyed.push(shown);
        continue;
      }
      const key = `${i} ${shown.key}`;
      addTo(byKey, key, shown);
    }
  });
  const metrics = [...byKey.values()].map((figures) => ({ key: figures[0]?.key ?? '', figures }));
  return { path, metrics, unkeyed };
}

const HEAD = ['指标', '范围', '时期', '类别', '数值', '单位', '位置', '原文'] as const;

const FORMATS: Readonly<Record<MetricsOptions['format'], (ledgers: readonly Ledger[]) => string>> = {
  json: (files) => `${toJson({ files }, 2)}\n`,
  csv: (ledgers) => {
    const rows = ledgers.flatMap(({ path, metrics, unkeyed }) =>
      [...metrics.flatMap(({ figures }) => figures), ...unkeyed].map((entry) => [
        ...rowOf(entry, csvPlace(entry)),
        path,
      ]),
    );
    return BOM + [[...HEAD, '文件'], ...rows].map(csvRecord).join('');
  },
  table: (ledgers) => ledgers.map(table).join('\n'),
};

function rowOf(entry: Entry, at = `${entry.line}:${entry.column}`): readonly string[] {
  const { indicator, scope, period, kind, value, range, unit, text } = entry;
  const number = range ? range.join('～') : value === null ? '' : String(value);
  const name = indicator === '' ? '未能归口径' : indicator;
  return [name, scope, period, kindName(kind), number, unit, at, printable(text)];
}

function table({ path, metrics, unkeyed }: Ledger): string {
  const count = metrics.reduce((sum, { figures }) => sum + figures.length, 0) + unkeyed.length;
  const lines = [`${printableLine(path)}（${count}处数据，${metrics.length}项指标）`];
  const rows = metrics.flatMap(({ figures }) =>
    figures.map((entry, i) => (i === 0 ? rowOf(entry) : ['', '', '', '', ...rowOf(entry).slice(4)])),
  );
  if (rows.length > 0) for (const line of aligned([HEAD, ...rows])) lines.push(line);
  if (unkeyed.length > 0) {
    lines.push('', `未能归口径（${unkeyed.length}处）`);
    lines.push(
      ...unkeyed.map(
        ({ line, column, text, place }) => `  ${line}:${column} “${printable(text)}”（${place}）`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[column] ?? '')), 0),
  );
  return rows.map((row) =>
    row
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - textWidth(text) + 2))
      .join('')
      .trimEnd(),
  );
}
