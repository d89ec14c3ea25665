import { placeholderRule } from './shared/placeholder-rule.ts';

export default placeholderRule({
  id: 'placeholder-name',
  title: '名称未填：XX市、xx书记、XXX等企业',
  kind: 'name',
  message: (text) => `“${text}”的名称还没有填，请补上全称。`,
});
