import { describePlace } from '../draft/place.ts';
import type { Span } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import { type OpenItem, openItems, type ValueSource } from '../engine/open-items.ts';
import { BOM, csvPlace, csvRecord } from './csv.ts';
import { excerpt } from './excerpt.ts';
import { createPlaces, type Places } from './places.ts';
import type { Report } from './report.ts';
import { type Summary, total } from './summary.ts';
import { printable, printableLine } from './width.ts';

const CONTEXT_WIDTH = 60;
const COLUMNS = ['文件', '篇', '种类', '待补内容', '处数', '位置', '上下文', '可填'];

/** A list for people to read: each thing with its places. */
export function createTextReport(sources: readonly ValueSource[]): Report {
  return createList(sources, {
    file: (path, count) => `${path}（${count}）\n`,
    item: (name, notes) => `  ${name}${notes === '' ? '' : `  ${notes}`}\n`,
    place: (at, context, where) => `    ${at} ${context}（${where}）\n`,
  });
}

/** A checklist for a Markdown file or a message. */
export function createMarkdownReport(sources: readonly ValueSource[]): Report {
  return createList(sources, {
    file: (path, count) => `## ${escaped(path)}（${count}）\n\n`,
    item: (name, notes) => `- [ ] ${escaped(name)}${notes === '' ? '' : `（${escaped(notes)}）`}\n`,
    place: (at, context, where) => `  - ${at} ${escaped(context)}（${escaped(where)}）\n`,
  });
}

/** A table for WPS and Excel, one row a thing; `位置` holds line and column of each place. */
export function createCsvReport(sources: readonly ValueSource[]): Report {
  return {
    begin: () => BOM + csvRecord(COLUMNS),
    file(result) {
      const { draft, path, failures } = result;
      if (!draft)
        return failures
          .map(({ message }) => csvRecord([path, '', '', printable(message), 0, '', '', '']))
          .join('');
      const places = createPlaces(draft.text);
      return openItems(result, sources)
        .map((item) => {
          const first = item.places[0]!;
          const at = item.places.map(({ span }) => csvPlace(places.position(span.start))).join('；');
          const context = clause(draft.text, places, first.span);
          const speech = draft.speeches[item.speech]!.title || `第${item.speech + 1}篇`;
          return csvRecord(
            [path, speech, item.kind, item.label, item.places.length, at, context, fillings(item)].map(
              (cell) => (typeof cell === 'string' ? printable(cell) : cell),
            ),
          );
        })
        .join('');
    },
    end: () => '',
  };
}

interface Style {
  readonly file: (path: string, count: string) => string;
  readonly item: (name: string, notes: string) => string;
  readonly place: (at: string, context: string, where: string) => string;
}

function createList(sources: readonly ValueSource[], style: Style): Report {
  return {
    begin: () => '',
    file(result) {
      const { draft, path, findings } = result;
      const items = openItems(result, sources);
      if (!draft || items.length === 0) return '';
      const places = createPlaces(draft.text);
      const count = `${findings.length}处，${items.length}项`;
      const lines = items.map((item) => showItem(item, draft, places, style));
      return `${style.file(printableLine(path), count)}${lines.join('')}\n`;
    },
    end: (summary) => `${showTotal(summary)}\n`,
  };
}

function showItem(item: OpenItem, draft: Draft, places: Places, style: Style): string {
  const { kind, label, entity } = item;
  const count = item.places.length;
  const fill = fillings(item);
  const notes = [
    count > 1 ? `${count}处` : '',
    entity?.several ? '不止一个，请逐处填写' : '',
    fill === '' ? '' : `可填：${fill}`,
  ];
  const lines = item.places.map(({ span }) =>
    style.place(
      position(places, span),
      clause(draft.text, places, span),
      printable(describePlace(draft, span.start)),
    ),
  );
  return (
    style.item(`${kind} ${printable(label)}`, printable(notes.filter((note) => note !== '').join('，'))) +
    lines.join('')
  );
}

/** What may be filled in, each text once, with the file that it is from. */
function fillings({ places }: OpenItem): string {
  const shown = places.flatMap(({ fill }) =>
    fill ? [fill.from === undefined ? fill.text : `${fill.text}（据 ${fill.from}）`] : [],
  );
  return [...new Set(shown)].join('、');
}

function position(places: Places, { start }: Span): string {
  const { line, column } = places.position(start);
  return `${line}:${column}`;
}

/** The clause around a span, so that a reader knows what is asked for. */
function clause(source: string, places: Places, span: Span): string {
  const line = places.line(span.start);
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

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}
