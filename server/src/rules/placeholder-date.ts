import { placeholderRule } from './shared/placeholder-rule.ts';

export default placeholderRule({
  id: 'placeholder-date',
  title: '日期未填：20xx年、x月xx日',
  kind: 'date',
  message: (text) => `“${text}”的日期还没有填，请补全。`,
});
