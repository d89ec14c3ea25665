import { Type } from 'typebox';
import { speechRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import { judgeRoster, type RosterFault } from '../facts/roster/judge.ts';
import type { RosterRow } from '../facts/roster/types.ts';

const month = Type.String({ pattern: '^\\d{4}(?:-\\d{2})?$' });

const row = Type.Object(
  {
    name: Type.String({ minLength: 2 }),
    title: Type.String(),
    order: Type.Optional(Type.Integer({ minimum: 1 })),
    from: Type.Optional(month),
    to: Type.Optional(month),
    line: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

const options = Type.Object(
  {
    rows: Type.Array(row, {
      default: [],
      description: '本单位的领导名单；通常写在 CSV 文件里，由配置的 roster 写明',
    }),
  },
  { additionalProperties: false },
);

export default speechRule({
  id: 'roster',
  title: '与领导名单（roster 写明的 CSV）不符：姓名、职务、排序、漏列',
  level: 'warning',
  source: '建议',
  options,
  check: (speech, { rows }, { facts }) =>
    rows.length === 0 ? [] : judgeRoster(speech, rows as readonly RosterRow[], facts).map(report),
});

function report(fault: RosterFault): Report {
  const { kind, span } = fault;
  switch (kind) {
    case 'title':
      return {
        messageId: kind,
        span,
        message: `名单里${fault.name}的职务是“${fault.due}”，此处写作“${fault.post}”，请核。`,
      };
    case 'name':
      return {
        messageId: kind,
        span,
        message: `名单里${fault.post}是${fault.due}，此处写作“${fault.written}”，请核。`,
        fixes: [{ title: `改为“${fault.due}”`, safety: 'suggestion', edits: [{ span, newText: fault.due }] }],
      };
    case 'order':
      return {
        messageId: kind,
        span,
        message: `按名单的排序，${fault.first}应在${fault.second}之前，请核。`,
      };
    case 'missing':
      return {
        messageId: kind,
        severity: 'info',
        span,
        message: `名单里的人都列了，只缺${fault.name}，请核是否漏列。`,
      };
  }
}
