import { workspaceRule } from '../engine/define.ts';
import { draftValues } from '../facts/ledger/summary.ts';
import { createDraftValues } from './shared/draft-values.ts';

export default workspaceRule({
  id: 'metric-drafts',
  title: '同一数据在两份材料里不一样：同一指标、范围、时期，两个数',
  level: 'info',
  finalLevel: 'warning',
  source: '惯例',
  prepare: ({ figures }) => figures,
  summarise: (draft, _, { facts }) =>
    draft.speeches.flatMap((speech) => draftValues(facts.ofSpeech(speech).claims)),
  createIndex() {
    const { put, remove, conflicts } = createDraftValues();
    return {
      put,
      remove,
      reports: (path) =>
        conflicts(path).map(({ own, other, path }) => ({
          messageId: 'differs',
          message: `同一数据两份材料不一：此处“${own.text}”，另一份材料作“${other.text}”。请核对口径、时点后统一。`,
          span: own.span,
          related: [{ message: `另一份材料：${other.text}`, span: other.span, path }],
        })),
    };
  },
});
