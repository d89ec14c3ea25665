import { workspaceRule } from '../engine/define.ts';
import type { Report, WorkspaceContext } from '../engine/types.ts';
import { type Quotation, readQuotations } from '../facts/passages/quotations.ts';
import { sourceSpan } from '../facts/passages/stored.ts';
import { describeSource } from './shared/reuse-report.ts';

export default workspaceRule({
  id: 'quote-mismatch',
  title: '引文与原文不一致（原文取自档案里的权威文件）',
  level: 'warning',
  source: '惯例',
  summarise: readQuotations,
  createIndex() {
    const held = new Map<string, readonly Quotation[]>();
    return {
      put: (path, quotations) => void held.set(path, quotations),
      remove: (path) => void held.delete(path),
      reports: (path, _options, context) => (held.get(path) ?? []).flatMap((one) => compare(one, context)),
    };
  },
});

function compare({ text, span }: Quotation, { archive }: WorkspaceContext): readonly Report[] {
  const original = archive?.authority()?.originalOf(text);
  if (!original || original.distance === 0) return [];
  const { path, draft, speech, paragraph, start, end } = original;
  const words = paragraph.text.slice(start, end);
  const source = describeSource({ path, draft, speech, paragraph: 0 }, undefined, false);
  return [
    {
      messageId: 'mismatch',
      message: `引文与${source}原文不一致：原文为“${words}”，请核对。`,
      span,
      related: [{ message: `${source}原文`, span: sourceSpan(paragraph, { start, end }), path }],
      fixes: [{ title: '改为原文', safety: 'suggestion', edits: [{ span, newText: words }] }],
    },
  ];
}
