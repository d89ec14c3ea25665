import { Type } from 'typebox';
import type { Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Fix, Report } from '../engine/types.ts';
import type { Claim } from '../facts/ledger/claims.ts';
import { type Disagreement, disagreements } from '../facts/ledger/match.ts';
import { inFormOf } from '../facts/ledger/values.ts';

const text = (description: string) => Type.String({ description });

const options = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          indicator: text('指标名称'),
          scope: text('范围：全市、清河县等；空为本单位'),
          period: text('时期：2024年上半年等'),
          kind: text('类别：level、growth、change、share、target、plan，空则按单位判断'),
          value: text('数值，不带单位'),
          unit: text('单位：亿元、%等'),
          source: text('来源'),
          line: Type.Integer({ description: '在口径表里的行号' }),
        },
        { additionalProperties: false },
      ),
      { default: [], description: '核定的数据；一般由 metrics.ledger 从口径表读入，不必手写' },
    ),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'metric-ledger',
  title: '数据与本单位口径表（metrics.ledger）不一致',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  options,
  check: (speech, { rows }, { facts }) =>
    rows.length === 0
      ? []
      : disagreements(facts.ofSpeech(speech).claims, facts.ledger(rows)).map((found) =>
          report(speech, found),
        ),
});

function report(speech: Speech, { claim, entry, sure }: Disagreement): Report {
  const { span, indicatorSpan } = claim.found;
  const { indicator, scope, period, value, unit, source, line } = entry.row;
  const name = [scope, period, indicator].filter((word) => word !== '').join('');
  const by = source === '' ? name : `${name}，${source}`;
  const ask = sure ? '请核对口径、时点后改正' : '此处没有写明时期，请核对是否同一时期';
  return {
    messageId: sure ? 'differs' : 'may-differ',
    ...(sure ? {} : { severity: 'info' }),
    message: `与口径表不一致：此处${saidOf(claim)}，口径表第${line}行（${by}）为${value}${unit}。${ask}。`,
    span,
    related: indicatorSpan ? [{ message: `指标：${claim.topic.indicator}`, span: indicatorSpan }] : [],
    fixes: fixes(speech, { claim, entry, sure }),
  };
}

/** 下降“1.3%”: the words before the number are its sign. */
function saidOf({ amount, found: { figure } }: Claim): string {
  return `${amount < 0 && !/^[-－—]/.test(figure.text) ? '下降' : ''}“${figure.text}”`;
}

/** The value of the table in the unit and the form of the draft; 超 and 近 are for the writer to reword. */
function fixes({ paragraphs }: Speech, { claim, entry }: Disagreement): readonly Fix[] {
  const { figure, paragraph } = claim.found;
  const { numberSpan, span, text: written, approximation, unit } = figure;
  const number = written.slice(numberSpan.start - span.start, numberSpan.end - span.start);
  if (approximation === 'above' || approximation === 'below') return [];
  // 下降3.1%: the sign is in the words, and words are not turned round.
  if (Math.sign(claim.amount) !== Math.sign(entry.amount)) return [];
  const newText = inFormOf(number, Math.abs(entry.amount), unit.factor);
  if (newText === undefined || newText === number) return [];
  const place = paragraphs[paragraph]!.toSource(numberSpan);
  return [
    {
      title: `改为口径表的“${newText}${unit.written}”`,
      safety: 'suggestion',
      edits: [{ span: place, newText }],
    },
  ];
}
