import { type Span, slice } from '../../draft/span.ts';
import type { Residue, ResidueReason } from '../../draft/types.ts';
import { speechRule } from '../../engine/define.ts';
import type { Fix, Rule } from '../../engine/types.ts';

/** A rule that reports one kind of residue; the fix deletes it, safely where nothing else stands on the line. */
export function residueRule(definition: {
  readonly id: string;
  readonly title: string;
  readonly kind: Residue['kind'];
  readonly message: (text: string, reason: ResidueReason) => string;
}): Rule {
  const { id, title, kind, message } = definition;
  return speechRule({
    id,
    title,
    level: 'warning',
    finalLevel: 'error',
    source: '惯例',
    check: (speech, _, { draft }) =>
      speech.residue
        .filter((residue) => residue.kind === kind)
        .map((residue) => ({
          messageId: residue.reason,
          message: message(shorten(slice(draft.text, residue.span)), residue.reason),
          span: residue.span,
          fixes: [deletion(draft.text, residue)],
        })),
  });
}

/** A label parts two speeches; a note may hold what its reader wants to keep; one of two titles stays. */
const LOOKED_AT: readonly ResidueReason[] = ['collection-label', 'editor-note', 'doubled-title'];

/**
 * A whole line goes with its line end: an empty line in its place would part a sentence that was read across it.
 * Only the line after the last line end leaves nothing behind but itself. */
function deletion(text: string, { span, wholeLine, reason }: Residue): Fix {
  const edits = [{ span: wholeLine ? lineAround(text, span) : span, newText: '' }];
  const safety = wholeLine && !LOOKED_AT.includes(reason) ? 'safe' : 'suggestion';
  return { title: '删去残留文字', safety, edits };
}

/** The line of a span with the line end that closes it: LF, CRLF or CR. */
function lineAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !/[\r\n]/.test(text[from - 1]!)) from--;
  const lineEnd = /[^\r\n]*(?:\r\n|\r|\n)?/y;
  lineEnd.lastIndex = end;
  lineEnd.test(text);
  return { start: from, end: lineEnd.lastIndex };
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
