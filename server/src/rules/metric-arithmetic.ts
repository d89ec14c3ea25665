import type { Span } from '../draft/span.ts';
import type { Paragraph } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import type { SpeechCalculation } from '../facts/arithmetic/identities.ts';
import type { Calculation, CalculationKind, Term } from '../facts/arithmetic/types.ts';
import { mapSaid } from '../facts/columns.ts';
import type { ParagraphFacts } from '../facts/facts.ts';

export default speechRule({
  id: 'metric-arithmetic',
  title: '数字之间算不平：98项＋77项＝175项，文中为121项',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { facts }) => {
    const near = mapSaid(speech, facts.said(speech, disagreeing), inParagraph);
    const told = new Set(near.map(({ span }) => span.start));
    const far = facts
      .ofSpeech(speech)
      .identities.filter(({ agrees, figure }) => !agrees && !told.has(figure.span.start));
    return [...near, ...far.map(acrossParagraphs)];
  },
});

const disagreeing = ({ calculations }: ParagraphFacts) => calculations.filter(({ agrees }) => !agrees);

function inParagraph(calculation: Calculation, { toSource }: Paragraph): Report {
  const place = ({ span, text }: Term): { span: Span; text: string } => ({ span: toSource(span), text });
  return report(calculation, place(calculation.figure), calculation.terms.map(place));
}

function acrossParagraphs(calculation: SpeechCalculation): Report {
  const place = ({ span, figure }: SpeechCalculation['figure']): { span: Span; text: string } => ({
    span,
    text: figure.text,
  });
  return report(calculation, place(calculation.figure), calculation.terms.map(place));
}

function report(
  { kind, formula, certain }: Pick<Calculation, 'kind' | 'formula' | 'certain'>,
  figure: { readonly span: Span; readonly text: string },
  terms: readonly { readonly span: Span; readonly text: string }[],
): Report {
  const { what, stated } = SAID[kind];
  const said = {
    messageId: kind,
    message: `${what}：${formula}${stated ? `，文中为${figure.text}` : ''}。请核对。`,
    span: figure.span,
    related: terms.map(({ span, text }) => ({ message: `相关数字：${text}`, span })),
  };
  return certain ? said : { ...said, severity: 'info' };
}

const SAID: Readonly<Record<CalculationKind, { readonly what: string; readonly stated: boolean }>> = {
  sum: { what: '分项与合计不符', stated: true },
  part: { what: '部分大于总数', stated: false },
  growth: { what: '增速、增量与基数不符', stated: true },
  share: { what: '占比与数值不符', stated: true },
  points: { what: '百分点与前后两数不符', stated: true },
  average: { what: '平均数与总数不符', stated: true },
  ratio: { what: '各部分比重之和应为100', stated: false },
  respective: { what: '“分别”前后的项数不等', stated: false },
  rank: { what: '所列数值与“高于（低于）平均”不符', stated: false },
};
