import { placeholderRule } from './shared/placeholder-rule.ts';

export default placeholderRule({
  id: 'placeholder-blank',
  title: '空白和待补记号：____、【待补充】、（统计局核）',
  kind: 'blank',
  message: (text) => `“${text}”是留空或待补的记号，请补写后删去记号。`,
});
