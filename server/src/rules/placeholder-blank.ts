import type { BlankMark } from '../facts/masks/marks.ts';
import { placeholderRule } from './shared/placeholder-rule.ts';

export default placeholderRule({
  id: 'placeholder-blank',
  title: '空白和待补记号：____、【待补充】、（统计局核）',
  kind: 'blank',
  message: (text) => `“${text}”是留空或待补的记号，请补写后删去记号。`,
  marks: (_, { blanks }) =>
    blanks.map((blank) => ({ messageId: blank.kind, message: describe(blank), span: blank.span })),
});

/** What Word shows of a place that is still open. */
function describe({ kind, text }: BlankMark): string {
  const shown = text.length > 24 ? `${text.slice(0, 24)}…` : text;
  switch (kind) {
    case 'blank':
      return '此处是留出的下划线空白，请补写；不需要的请删去。';
    case 'prompt':
      return `“${shown}”是没有填写的内容控件，请填写；不需要的请删去。`;
    case 'highlight':
      return `“${shown}”标了突出显示，多是待补或待核的地方，核定后请取消突出显示。`;
  }
}
