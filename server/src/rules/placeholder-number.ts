import { placeholderRule } from './shared/placeholder-rule.ts';

export default placeholderRule({
  id: 'placeholder-number',
  title: '数字未填：xx.x%、XX亿元、x个',
  kind: 'number',
  message: (text) => `“${text}”的数字还没有填，请补上核实过的数。`,
});
