import { describePlace } from '../draft/place.ts';
import { type Span, slice } from '../draft/span.ts';
import { rules } from '../rules/index.ts';
import { excerpt } from './excerpt.ts';
import { EXIT, type Shell } from './io.ts';
import { createPlaces } from './places.ts';
import { type Report, reportFiles } from './report.ts';
import { layersOf, type SelectionOptions } from './selection.ts';
import { type Summary, total } from './summary.ts';
import { printable } from './width.ts';

export interface PlaceholdersOptions extends SelectionOptions {
  readonly format: 'text' | 'json';
}

const CONTEXT_WIDTH = 60;

/** `hegao placeholders`: what is left to fill in. Settles with 1 while anything is. */
export async function placeholders(
  paths: readonly string[],
  options: PlaceholdersOptions,
  shell: Shell,
): Promise<number> {
  const active = rules.filter(({ meta }) => /^(?:placeholder|leftover)-/.test(meta.id));
  const json = options.format === 'json';
  const report = json ? (await import('./report-json.ts')).createJsonReport() : createChecklist();
  const { stdinFilename } = options;
  const summary = await reportFiles(
    paths,
    { stdinFilename, layers: layersOf(options, shell.cwd), rules, active },
    report,
    shell,
  );
  if (summary.failed > 0) return EXIT.failed;
  return total(summary) > 0 ? EXIT.found : EXIT.clean;
}

/** A checklist that can be pasted into a Markdown file or a message. */
function createChecklist(): Report {
  return {
    begin: () => '',
    file({ path, draft, findings }) {
      if (!draft || findings.length === 0) return '';
      const places = createPlaces(draft.text);
      const items = findings.map(({ span }) => {
        const { line, column } = places.position(span.start);
        const text = printable(slice(draft.text, span));
        const sentence = clause(draft.text, places.line(span.start), span);
        return `- [ ] ${line}:${column} “${text}” ${sentence}（${printable(describePlace(draft, span.start))}）\n`;
      });
      return `${printable(path)}（${findings.length}处）\n${items.join('')}\n`;
    },
    end: (summary) => `${showTotal(summary)}\n`,
  };
}

/** The clause around a span, so that a reader knows what is asked for. */
function clause(source: string, line: Span, span: Span): string {
  const before = source.slice(line.start, span.start);
  const after = source.slice(span.end, line.end);
  const start =
    span.start - before.length + Math.max(-1, ...[...'。；！？'].map((c) => before.lastIndexOf(c))) + 1;
  const stop = after.search(/[。；！？]/);
  const end = stop < 0 ? line.end : span.end + stop;
  return excerpt(source, { start, end: Math.max(end, start) }, span, CONTEXT_WIDTH).text;
}

function showTotal(summary: Summary): string {
  const { files, failed } = summary;
  const count = total(summary);
  const unread = failed > 0 ? `；${failed}个文件未能完成检查` : '';
  return count === 0
    ? `检查${files}个文件，没有待补之处${unread}。`
    : `共${count}处待补（${files}个文件）${unread}。`;
}
