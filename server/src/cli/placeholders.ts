import type { ValueSource } from '../engine/open-items.ts';
import { rules } from '../rules/index.ts';
import { withoutClassified } from './classified.ts';
import { type FileResult, readNamed } from './collect.ts';
import { EXIT, type Shell } from './io.ts';
import type { Places } from './places.ts';
import { type Report, reportFiles } from './report.ts';
import { layersOf, type SelectionOptions } from './selection.ts';
import { total } from './summary.ts';

export interface PlaceholdersOptions extends SelectionOptions {
  readonly format: 'text' | 'json' | 'markdown' | 'csv';
  readonly stage?: 'draft' | 'final';
  readonly valuesFrom?: readonly string[];
}

/** `hegao placeholders`: what is left to fill in, thing by thing. Settles with 1 while anything is, at either stage. */
export async function placeholders(
  paths: readonly string[],
  options: PlaceholdersOptions,
  shell: Shell,
): Promise<number> {
  const active = rules.filter(({ meta }) => /^(?:placeholder|leftover)-/.test(meta.id));
  const sources: ValueSource[] = [];
  for (const file of options.valuesFrom ?? []) {
    const source = await readNamed(file, options.stdinFilename, shell);
    if (!source) return EXIT.failed;
    sources.push(source);
  }
  const { stdinFilename, stage } = options;
  const selected = stage ? { ...options, preset: `hegao:${stage}` as const } : options;
  const summary = await reportFiles(
    paths,
    { stdinFilename, layers: layersOf(selected, shell.cwd), rules, active },
    await createReport(options.format, sources),
    shell,
  );
  if (summary.failed > 0) return EXIT.failed;
  return total(summary) > 0 ? EXIT.found : EXIT.clean;
}

async function createReport(
  format: PlaceholdersOptions['format'],
  sources: readonly ValueSource[],
): Promise<Report> {
  if (format === 'json') {
    const { openItems } = await import('../engine/open-items.ts');
    const { showEntities } = await import('./report-entities.ts');
    const entities = (result: FileResult, places: Places) => ({
      entities: showEntities(openItems(result, sources), places),
    });
    return (await import('./report-json.ts')).createJsonReport(entities);
  }
  const { createCsvReport, createMarkdownReport, createTextReport } = await import('./report-open-items.ts');
  if (format === 'csv') return withoutClassified(createCsvReport(sources));
  return format === 'markdown' ? createMarkdownReport(sources) : createTextReport(sources);
}
