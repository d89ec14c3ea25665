import { paragraphRule } from '../engine/define.ts';
import type { Edit, Fix } from '../engine/types.ts';
import type { RepeatedMarks } from '../facts/punctuation/repeated-marks.ts';

export default paragraphRule({
  id: 'punctuation-repeat',
  title: '标点重复：，，、。，、。。。',
  level: 'warning',
  finalLevel: 'error',
  source: '国标 GB/T 15834—2011 4',
  check: ({ punctuation }) =>
    punctuation.repeated.map((repeated) => ({
      messageId: repeated.kind,
      message: messageOf(repeated),
      span: { start: repeated.start, end: repeated.start + repeated.text.length },
      fixes: [fixOf(repeated)],
    })),
});

function messageOf({ kind, text }: RepeatedMarks): string {
  if (kind === 'ellipsis') return `“${text}”应写作省略号“……”。`;
  if (kind === 'both-sides') return `“${text}”引号内外都有句号，请删去外面的一个。`;
  if (kind === 'doubled') return `标点“${text}”重复，请保留一个。`;
  return `标点“${text}”连用，请看哪一个是多余的，或中间是否漏了字。`;
}

/** Every mark is its own edit: a line end or a page number may stand between two of them in the source. */
function fixOf({ kind, start, text, due }: RepeatedMarks): Fix {
  const keep = kind === 'ellipsis' || kind === 'both-sides' ? 0 : text.indexOf(due);
  const edits = [...text].flatMap((mark, i): Edit[] => {
    const span = { start: start + i, end: start + i + 1 };
    if (kind === 'both-sides') return i === text.length - 1 ? [{ span, newText: '' }] : [];
    if (i !== keep) return [{ span, newText: '' }];
    return mark === due ? [] : [{ span, newText: due }];
  });
  const title = kind === 'ellipsis' ? '改为省略号“……”' : `只留“${due}”`;
  return { title, safety: kind === 'doubled' && text.length === 2 ? 'safe' : 'suggestion', edits };
}
