import type { Span } from '../draft/span.ts';
import type { Paragraph, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Edit, Report } from '../engine/types.ts';
import { type TornLine, tornLines } from '../facts/torn-lines.ts';

/** Characters shown on either side of a break. */
const AROUND = 4;

export default speechRule({
  id: 'line-broken',
  title: '句中断行：…同比增长⏎9.82%；',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { draft, words }) => {
    // Markdown joins the lines of a paragraph by itself.
    if (draft.kind === 'markdown') return [];
    const broken = speech.paragraphs.filter(({ breaks }) => breaks.length > 0);
    const torn = tornLines(speech, draft.text, words());
    const tails = new Set(torn.flatMap(({ after, tail }) => (tail ? [after] : [])));
    const inside = broken.flatMap((paragraph) =>
      // Where the heading above ends in the first line, its end is no break.
      paragraph.breaks.slice(tails.has(paragraph) ? 1 : 0).map((at) => insideBreak(paragraph, at)),
    );
    const all = [...inside, ...torn.map(tornBreak)].sort((a, b) => a.edit.span.start - b.edit.span.start);
    return isWrapped(speech, broken) ? [wholeSpeech(all)] : all.map(eachBreak);
  },
});

/** A line end to be taken out, with the text around it. */
interface Break {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  readonly edit: Edit;
}

/** A text wrapped at the width of a page: most of the lines that go on in the next one are of one width. */
function isWrapped(speech: Speech, broken: readonly Paragraph[]): boolean {
  const widths = broken.flatMap(({ breaks }) => breaks.map((at, i) => at - (breaks[i - 1] ?? 0)));
  if (widths.length < 4 || widths.length * 2 < speech.paragraphs.length) return false;
  const middle = [...widths].sort((a, b) => a - b)[widths.length >> 1]!;
  return widths.filter((width) => Math.abs(width - middle) <= 3).length * 4 >= widths.length * 3;
}

function eachBreak({ span, before, after, edit }: Break): Report {
  return {
    messageId: 'broken',
    message: `句中断行，应与下一行相接：“${before}／${after}”。`,
    span,
    fixes: [{ title: '与下一行相接', safety: 'suggestion', edits: [edit] }],
  };
}

function wholeSpeech(breaks: readonly Break[]): Report {
  const edits = breaks.map(({ edit }) => edit);
  return {
    messageId: 'wrapped',
    message: `全稿有${edits.length}处句中断行，像是从版面上复制来的。可一次合并。`,
    span: breaks[0]!.span,
    fixes: [{ title: `合并全稿断行（${edits.length}处）`, safety: 'suggestion', edits }],
  };
}

/** A break that was read across; what is taken out holds residue such as a page number. */
function insideBreak(paragraph: Paragraph, at: number): Break {
  const { end: start } = paragraph.toSource({ start: at - 1, end: at });
  const { start: end } = paragraph.toSource({ start: at, end: at + 1 });
  const before = paragraph.text.slice(Math.max(0, at - AROUND), at);
  const after = paragraph.text.slice(at, at + AROUND);
  const span = paragraph.toSource({ start: at - before.length, end: at + after.length });
  return { span, before, after, edit: { span: { start, end }, newText: '' } };
}

/** A break that parts what was read as two paragraphs. */
function tornBreak({ before, after }: TornLine): Break {
  const [head, tail] = [before.text.slice(-AROUND), after.text.slice(0, AROUND)];
  const start = before.toSource({
    start: before.text.length - head.length,
    end: before.text.length,
  }).start;
  const { end } = after.toSource({ start: 0, end: tail.length });
  const seam = { start: before.span.end, end: after.span.start };
  return { span: { start, end }, before: head, after: tail, edit: { span: seam, newText: '' } };
}
