import { paragraphRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import type { UnitSlip } from '../facts/unit-slips/types.ts';

export default paragraphRule({
  id: 'metric-unit',
  title: '数字缺单位或单位用错：同比增长4.5。下降2倍、约30人左右',
  level: 'warning',
  source: '国标 GB/T 15835—2011；统计惯例',
  check: ({ unitSlips }) => unitSlips.map(report),
});

function report(slip: UnitSlip): Report {
  const { kind, span, text, right, certain } = slip;
  const fixes =
    right === undefined
      ? []
      : [{ title: `改为“${right}”`, safety: 'suggestion' as const, edits: [{ span, newText: right }] }];
  const said = { messageId: kind, message: MESSAGES[kind](text, right ?? ''), span, fixes };
  return certain ? said : { ...said, severity: 'info' };
}

const MESSAGES: Readonly<Record<UnitSlip['kind'], (text: string, right: string) => string>> = {
  percent: (text, right) => `“${text}”漏了百分号，似应为“${right}”，请核对。`,
  bare: (text) => `“${text}”后面缺单位，请核对后补上。`,
  points: (text, right) => `总量的增减用“%”，两个百分数相减才用“百分点”：“${text}”似应为“${right}”，请核对。`,
  rate: (text, right) => `比率的升降用“百分点”：“${text}”似应为“${right}”，请核对。`,
  times: (text) => `“${text}”：减少不能用倍数，请改用百分数或“降至几分之几”。`,
  doubled: (text, right) => `“${text}”前后都说了约数，保留一处即可，如“${right}”。`,
  reached: (text, right) => `“百分点”说的是差，不是水平：“${text}”似应为“${right}”，或改为百分数，请核对。`,
};
