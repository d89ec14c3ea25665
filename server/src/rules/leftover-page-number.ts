import { residueRule } from './shared/residue-rule.ts';

export default residueRule({
  id: 'leftover-page-number',
  title: '复制带进来的页码：-4-、— 3 —、第3页',
  kind: 'page-number',
  message: (text) => `“${text}”像是复制时带进来的页码，请删去。`,
});
