import { speechRule } from '../engine/define.ts';
import { type Glue, readGlue } from '../facts/glue.ts';

export default speechRule({
  id: 'heading-glued',
  title: '标题连排：标题粘在上文后面，或正文粘在标题后面',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { draft, facts }) =>
    readGlue(speech, facts.ofSpeech(speech).numbering.runs, draft.text).map((glue) => ({
      messageId: glue.kind,
      message: message(glue),
      span: glue.span,
      fixes: [
        { title: '另起一行', safety: 'suggestion', edits: [{ span: glue.seam, newText: glue.lineEnd }] },
      ],
    })),
});

function message({ kind, heading }: Glue): string {
  if (kind === 'heading') return `标题“${heading!.marker.text}”与上文连排，请另起一行。`;
  if (kind === 'body')
    return `“${heading!.marker.text}”的正文与标题连排，而同级的标题都单独成行。请另起一行。`;
  return '篇目标签与正文连排，请删去标签，或另起一行。';
}
