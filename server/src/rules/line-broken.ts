import type { Paragraph, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Edit, Report } from '../engine/types.ts';

/** Characters shown on either side of a break. */
const AROUND = 4;

export default speechRule({
  id: 'line-broken',
  title: '句中断行：…同比增长⏎9.82%；',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { draft }) => {
    // Markdown joins the lines of a paragraph by itself.
    if (draft.kind === 'markdown') return [];
    const broken = speech.paragraphs.filter(({ breaks }) => breaks.length > 0);
    return isWrapped(speech, broken) ? [wholeSpeech(broken)] : broken.flatMap(eachBreak);
  },
});

/** A text wrapped at the width of a page: most of the lines that go on in the next one are of one width. */
function isWrapped(speech: Speech, broken: readonly Paragraph[]): boolean {
  const widths = broken.flatMap(({ breaks }) => breaks.map((at, i) => at - (breaks[i - 1] ?? 0)));
  if (widths.length < 4 || widths.length * 2 < speech.paragraphs.length) return false;
  const middle = [...widths].sort((a, b) => a - b)[widths.length >> 1]!;
  return widths.filter((width) => Math.abs(width - middle) <= 3).length * 4 >= widths.length * 3;
}

function eachBreak(paragraph: Paragraph): Report[] {
  return paragraph.breaks.map((at) => {
    const before = paragraph.text.slice(Math.max(0, at - AROUND), at);
    const after = paragraph.text.slice(at, at + AROUND);
    return {
      messageId: 'broken',
      message: `句中断行，应与下一行相接：“${before}／${after}”。`,
      span: paragraph.toSource({ start: at - before.length, end: at + after.length }),
      fixes: [{ title: '与下一行相接', safety: 'suggestion', edits: [join(paragraph, at)] }],
    };
  });
}

function wholeSpeech(broken: readonly Paragraph[]): Report {
  const edits = broken.flatMap((paragraph) => paragraph.breaks.map((at) => join(paragraph, at)));
  const [first] = broken;
  const at = first!.breaks[0]!;
  return {
    messageId: 'wrapped',
    message: `全稿有${edits.length}处句中断行，像是从版面上复制来的。可一次合并。`,
    span: first!.toSource({
      start: Math.max(0, at - AROUND),
      end: Math.min(first!.text.length, at + AROUND),
    }),
    fixes: [{ title: `合并全稿断行（${edits.length}处）`, safety: 'suggestion', edits }],
  };
}

/** Deletes what stands between two lines of a paragraph: the line end, and residue such as a page number. */
function join(paragraph: Paragraph, at: number): Edit {
  const { end: start } = paragraph.toSource({ start: at - 1, end: at });
  const { start: end } = paragraph.toSource({ start: at, end: at + 1 });
  return { span: { start, end }, newText: '' };
}
