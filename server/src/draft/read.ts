import { touching } from './halving.ts';
import { type ReadLine, readLines } from './lines.ts';
import { markupSpans } from './markdown.ts';
import { buildOutline } from './outline.ts';
import { buildParagraphs } from './paragraphs.ts';
import { textResidue } from './residue.ts';
import type { Span } from './span.ts';
import { speechStarts } from './speeches.ts';
import { createTextForms, type TextForms } from './text-forms.ts';
import type { Draft, DraftKind, Extras, Paragraph, Residue, Speech } from './types.ts';

/** What a text is read with besides itself. */
export interface ReadWith {
  /** What the file holds besides its text. */
  readonly extras?: Extras;
  /** The version before it: only what has changed is read. The outcome is the same. */
  readonly before?: Draft | undefined;
}

/** Reads drafts, and a version of one by what is known of the version before it. */
export type DraftReader = (text: string, kind?: DraftKind, given?: ReadWith) => Draft;

/** Reads a text as a draft: residue, speeches, paragraphs, outline. Pure; any string is accepted. */
export function readDraft(text: string, kind?: DraftKind, extras?: Extras): Draft {
  return createDraftReader()(text, kind, extras && { extras });
}

/**
 * Makes a reader that remembers lines and paragraphs by their text. Given any earlier draft that it has read, it looks
 * at the lines that differ; the outcome is that of `readDraft`.
 */
export function createDraftReader(forms: TextForms = createTextForms()): DraftReader {
  const linesOf = new WeakMap<Draft, readonly ReadLine[]>();
  return (text, kind = 'text', { extras = {}, before } = {}) => {
    const known = before && linesOf.get(before);
    const lines = readLines(text, forms, before && known && { text: before.text, lines: known });
    const draft = readWith({ text, kind, extras }, lines, forms);
    linesOf.set(draft, lines);
    return draft;
  };
}

interface Given {
  readonly text: string;
  readonly kind: DraftKind;
  readonly extras: Extras;
}

function readWith({ text, kind, extras }: Given, lines: readonly ReadLine[], forms: TextForms): Draft {
  const markup = kind === 'markdown' ? markupSpans(text) : [];
  const residue = findResidue(lines, markup);
  const hidden = merge(markup, residue);
  const starts = speechStarts(text, lines, residue);
  const speeches: Speech[] = [];
  let line = 0;
  let from = 0;
  starts.forEach((start, i) => {
    const last = i === starts.length - 1;
    const end = last ? text.length : starts[i + 1]!;
    const first = line;
    while (line < lines.length && (last || lines[line]!.start < end)) line++;
    const span = { start: from, end };
    const speech = readSpeech(
      text,
      span,
      lines.slice(first, line),
      touching(hidden, (hiding) => hiding, { start, end }),
      residue,
      forms,
      extras,
    );
    if (speech.paragraphs.length === 0 && !last) return;
    speeches.push(speech);
    from = end;
  });
  return { text, kind, speeches };
}

function findResidue(lines: readonly ReadLine[], markup: readonly Span[]): Residue[] {
  const found = textResidue(lines);
  if (markup.length === 0) return found;
  let at = 0;
  return found.filter(({ span }) => {
    while (at < markup.length && markup[at]!.end <= span.start) at++;
    return at >= markup.length || markup[at]!.start >= span.end;
  });
}

function readSpeech(
  text: string,
  span: Span,
  lines: readonly ReadLine[],
  hidden: readonly Span[],
  residue: readonly Residue[],
  forms: TextForms,
  { marks = [], starts }: Extras,
): Speech {
  const paragraphs = buildParagraphs(text, lines, hidden, forms, starts);
  const titles: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.role === 'title') titles.push(paragraph);
    else if (paragraph.role !== 'byline') break;
  }
  const first = titles[0]?.span ?? { start: span.start, end: span.start };
  return {
    span,
    title: titles.map((p) => p.text.slice(forms.of(p.text).prefix)).join(''),
    titleSpan: { start: first.start, end: titles[titles.length - 1]?.span.end ?? first.end },
    paragraphs,
    headings: buildOutline(paragraphs, forms),
    residue: touching(residue, (r) => r.span, span),
    marks: marks.filter(({ span: { start } }) => start >= span.start && start < span.end),
  };
}

/** Two sorted lists of spans as one, overlaps joined. */
function merge(markup: readonly Span[], residue: readonly Residue[]): Span[] {
  if (markup.length === 0) return residue.map((r) => r.span);
  const all = [...markup, ...residue.map((r) => r.span)].sort((a, b) => a.start - b.start);
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = out[out.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
