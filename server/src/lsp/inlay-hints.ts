import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import { chineseOrdinal } from '../draft/numerals.ts';
import type { Finding } from '../engine/types.ts';
import type { Analysis } from './documents.ts';

/** After each promise that is not kept, how many items there are: 讲三点意见 实有两部分. */
export function inlayHints({ document, result }: Analysis, range: Range): InlayHint[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return result.findings
    .filter(({ ruleId, span }) => ruleId === 'promised-count' && span.end >= start && span.end <= end)
    .map((finding) => ({
      position: document.positionAt(finding.span.end),
      label: `实有${present(finding)}`,
      kind: InlayHintKind.Parameter,
      tooltip: finding.message,
      paddingLeft: true,
    }));
}

/** The finding points to each item, parts of the text or members of a list, or to what is quoted. */
function present({ message, related }: Finding): string {
  const characters = /引用的有(\d+个字)/.exec(message)?.[1];
  if (characters) return characters;
  const count = related.length;
  return `${count === 2 ? '两' : chineseOrdinal(count) || '零'}${/[有了]\S{1,4}部分/.test(message) ? '部分' : '项'}`;
}
