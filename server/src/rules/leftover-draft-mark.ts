import { paragraphRule } from '../engine/define.ts';

const MARK =
  /[（(](?:内部)?(?:送审|征求意见|讨论|审议|草|初|修改|代拟|审定|定|二|三|四|五|第[一二三四五六七八九十\d]+(?:次修改)?|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}[.．]\d{1,2})稿[^（）()]{0,8}[）)]|[（(]会后收回[）)]/g;

export default paragraphRule({
  id: 'leftover-draft-mark',
  title: '稿次标记：（送审稿）、（征求意见稿）、（6月3日稿）',
  level: 'info',
  finalLevel: 'error',
  source: '惯例',
  check: ({ text }) =>
    [...text.matchAll(MARK)]
      .filter(({ index }) => text.lastIndexOf('《', index) <= text.lastIndexOf('》', index))
      .map((match) => ({
        messageId: 'mark',
        message: `“${match[0]}”是稿次标记，定稿前请删去。`,
        span: { start: match.index, end: match.index + match[0].length },
        fixes: [
          {
            title: `删去“${match[0]}”`,
            safety: 'suggestion',
            edits: [{ span: { start: match.index, end: match.index + match[0].length }, newText: '' }],
          },
        ],
      })),
});
