import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { toRange } from './convert.ts';
import type { Analysis } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { markdownText } from './markdown.ts';

/** What is found at a position, each finding with its rule's page; null where nothing is. */
export function hoverAt(
  { document, result }: Analysis,
  position: Position,
  pages: Readonly<Record<string, string>>,
  { markdownHover }: Pick<ClientFeatures, 'markdownHover'>,
): Hover | null {
  const offset = document.offsetAt(position);
  const here = result.findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  if (here.length === 0) return null;
  const shown = new Set<string>();
  const parts = here.map(({ ruleId, message }) => {
    const page = shown.has(ruleId) ? undefined : pages[ruleId];
    shown.add(ruleId);
    const head = markdownHover ? `${markdownText(message)}（\`${ruleId}\`）` : `${message}（${ruleId}）`;
    return page === undefined ? head : `${head}\n\n${page.trim()}`;
  });
  return {
    contents: {
      kind: markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: parts.join(markdownHover ? '\n\n---\n\n' : '\n\n'),
    },
    range: toRange(document, here[0]!.span),
  };
}
