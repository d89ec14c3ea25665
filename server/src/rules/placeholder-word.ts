import { placeholderRule } from './shared/placeholder-rule.ts';

export default placeholderRule({
  id: 'placeholder-word',
  title: '词语缺字：形式XX、讲政 X、XX五',
  kind: 'word',
  message: (text) => `“${text}”缺字，请把这个词补全。`,
});
