import { slice } from '../../draft/span.ts';
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
          fixes: [deletion(residue)],
        })),
  });
}

function deletion({ span, wholeLine }: Residue): Fix {
  return { title: '删去残留文字', safety: wholeLine ? 'safe' : 'suggestion', edits: [{ span, newText: '' }] };
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
