import { speechRule } from '../engine/define.ts';
import { readNameVariants } from '../facts/names/variants.ts';

export default speechRule({
  id: 'name-variant',
  title: '一个机构、一份文件在本篇里有两种写法',
  level: 'info',
  source: '惯例',
  check: (speech, _, { facts }) =>
    readNameVariants(speech, facts).map(({ written, span, usual, other }) => ({
      messageId: 'variant',
      message: `“${written}”在本篇里又写作“${usual}”，如是同一个，请核对后统一。`,
      span,
      related: [{ message: `另一种写法：${usual}`, span: other }],
    })),
});
