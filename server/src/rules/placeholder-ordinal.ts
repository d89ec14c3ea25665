import { placeholderRule } from './shared/placeholder-rule.ts';

export default placeholderRule({
  id: 'placeholder-ordinal',
  title: '届次、次序未填：第XX届、x届x次全会',
  kind: 'ordinal',
  message: (text) => `“${text}”的届次或次序还没有填，请补全。`,
});
