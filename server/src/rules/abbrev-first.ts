import { speechRule } from '../engine/define.ts';
import { readEarlyShorts } from '../facts/names/abbreviations.ts';

export default speechRule({
  id: 'abbrev-first',
  title: '简称用在“以下简称”之前',
  level: 'info',
  source: '惯例',
  check: (speech, _, { facts }) =>
    readEarlyShorts(speech, facts).map(({ short, span, defined }) => ({
      messageId: 'early',
      message: `简称“${short}”在下文才说明全称，请把“以下简称”移到第一次出现的地方。`,
      span,
      related: [{ message: '说明全称的地方', span: defined }],
    })),
});
