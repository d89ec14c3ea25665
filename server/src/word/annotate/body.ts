import type { Span } from '../../draft/span.ts';
import { type Attributes, walkXml } from '../xml.ts';
import { type Tags, tagsOf } from './tags.ts';

/** An element with its two tags; `inner` is what stands between them. */
export interface Element extends Span {
  readonly inner: Span;
}

/** A run, as far as it matters to part it. */
export interface Run extends Element {
  /** Its `w:rPr`. */
  readonly properties: Span | undefined;
  /** The elements that stand in it, by where they start. */
  readonly children: ReadonlyMap<number, Element>;
  /**
   * What it stands in and cannot be parted: the run that holds its text box or its ruby, a formula, a smart tag, a field,
   * whose result is written anew whenever it is updated.
   */
  readonly host: Span | undefined;
  readonly boxed: boolean;
  /** Its text may be struck and written anew: it belongs to no field and to no other change. */
  readonly plain: boolean;
}

/** Where runs, notes and numbers of annotations stand in the main part. */
export interface Body {
  readonly tags: Tags;
  readonly runs: ReadonlyMap<number, Run>;
  /** The run of the first reference that is shown to each note, by `footnote:2`. */
  readonly notes: ReadonlyMap<string, Span>;
  readonly ids: ReadonlySet<number>;
}

/** A field that began in the paragraph that is open, with the runs since. */
interface OpenField {
  depth: number;
  readonly span: { readonly start: number; end: number };
  readonly runs: OpenRun[];
}

interface Open {
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
  readonly run?: OpenRun;
  /** Of a paragraph. */
  field?: OpenField | undefined;
}

type OpenRun = { -readonly [K in keyof Run]: Run[K] } & { readonly children: Map<number, Element> };

/** Elements whose runs say what the document says, whoever accepts or rejects changes. */
const PLAIN: ReadonlySet<string> = new Set(['w:p', 'w:hyperlink', 'w:sdtContent']);
const WHOLE: ReadonlySet<string> = new Set(['m:oMathPara', 'm:oMath', 'w:fldSimple', 'w:smartTag']);
const GONE: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/** Reads the XML of the main part. @throws Unreadable */
export function readBody(xml: string): Body {
  const runs = new Map<number, Run>();
  const notes = new Map<string, Span>();
  const ids = new Set<number>();
  const path: Open[] = [];
  let tags: Tags | undefined;
  /** Runs with the end of a field, which ends where they do. */
  const closing = new Map<OpenRun, { end: number }>();
  let fields = 0;
  const has = (name: (name: string) => boolean): boolean => path.some((open) => name(open.name));
  const outerRun = (): OpenRun | undefined => path.find(({ run }) => run)?.run;

  function openRun(start: number, openEnd: number): OpenRun {
    const parent = path[path.length - 1]?.name ?? '';
    const whole = path.findLast(({ name }) => name === 'w:p' || name === 'w:txbxContent');
    const outer = path.slice(whole ? path.indexOf(whole) : 0).find(({ name }) => WHOLE.has(name));
    const run: OpenRun = {
      ...{ start, end: openEnd, inner: { start: openEnd, end: openEnd } },
      ...{ properties: undefined, children: new Map() },
      host: outerRun() ?? (outer && spanOf(outer)),
      boxed: has((name) => name === 'w:txbxContent'),
      plain: fields === 0 && PLAIN.has(parent) && !has((name) => GONE.has(name) || name === 'w:fldSimple'),
    };
    runs.set(start, run);
    path.findLast(({ name }) => name === 'w:p')?.field?.runs.push(run);
    return run;
  }

  function fieldChar(type: string | undefined): void {
    const paragraph = path.findLast(({ name }) => name === 'w:p');
    const run = path.findLast((open) => open.run)?.run;
    fields = Math.max(0, fields + (type === 'begin' ? 1 : type === 'end' ? -1 : 0));
    if (!paragraph || !run) return;
    const { field } = paragraph;
    if (type === 'begin') {
      if (field) field.depth++;
      else paragraph.field = { depth: 1, span: { start: run.start, end: run.start }, runs: [run] };
    } else if (type === 'end' && field && --field.depth === 0) {
      for (const inside of field.runs) inside.host ??= field.span;
      closing.set(run, field.span);
      paragraph.field = undefined;
    }
  }

  function note(kind: string, { 'w:id': id = '' }: Attributes): void {
    const run = outerRun();
    const key = `${kind}:${id}`;
    if (run && !notes.has(key) && !has((name) => GONE.has(name))) notes.set(key, run);
  }

  const ends = new Map<number, { end: number }>();
  function spanOf({ start }: Open): Span {
    const span = ends.get(start) ?? { start, end: start };
    ends.set(start, span);
    return span as Span;
  }

  walkXml(xml, {
    open(name, attributes, openEnd) {
      tags ??= tagsOf(attributes);
      const start = xml.lastIndexOf('<', openEnd - 1);
      const id = Number(attributes['w:id'] ?? Number.NaN);
      if (Number.isInteger(id)) ids.add(id);
      if (name === 'w:fldChar') fieldChar(attributes['w:fldCharType']);
      else if (name === 'w:footnoteReference') note('footnote', attributes);
      else if (name === 'w:endnoteReference') note('endnote', attributes);
      const isRun = name === 'w:r' || name === 'm:r';
      path.push({ name, start, openEnd, ...(isRun ? { run: openRun(start, openEnd) } : {}) });
    },
    close(_, end) {
      const closed = path.pop()!;
      const isEmpty = xml[closed.openEnd - 2] === '/';
      const inner = isEmpty
        ? { start: end, end }
        : { start: closed.openEnd, end: xml.lastIndexOf('<', end - 1) };
      if (closed.run) {
        Object.assign(closed.run, { end, inner });
        const field = closing.get(closed.run);
        if (field) field.end = end;
      }
      const span = ends.get(closed.start);
      if (span) span.end = end;
      const parent = path[path.length - 1]?.run;
      if (!parent) return;
      parent.children.set(closed.start, { start: closed.start, end, inner });
      if (closed.name === 'w:rPr') parent.properties = { start: closed.start, end };
    },
  });
  return { tags: tags ?? tagsOf({}), runs, notes, ids };
}
