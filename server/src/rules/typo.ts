import { Type } from 'typebox';
import { paragraphRule } from '../engine/define.ts';
import type { Typo } from '../facts/typos/types.ts';

const options = Type.Object(
  {
    variants: Type.Boolean({ default: false, description: '也提示有推荐词形的异形词，如“成份”（成分）' }),
  },
  { additionalProperties: false },
);

export default paragraphRule({
  id: 'typo',
  title: '错字：深人、衣村、截止目前、IO%',
  level: 'warning',
  source: '惯例',
  options,
  check: ({ typos }, { variants }) =>
    typos
      .filter(({ kind }) => variants || kind !== 'variant')
      .map((typo) => ({
        messageId: typo.kind,
        message: message(typo),
        span: typo.span,
        fixes: [
          {
            title: `改为“${typo.right}”`,
            safety: 'suggestion',
            edits: [{ span: typo.span, newText: typo.right }],
          },
        ],
      })),
});

function message({ kind, text, right }: Typo): string {
  if (kind === 'variant') return `“${text}”的推荐写法是“${right}”，请酌定。`;
  if (kind === 'figure') return `“${text}”似为“${right}”之误（数字被识别成了字母），请核对原数。`;
  return `“${text}”似为“${right}”之误，请核对。`;
}
