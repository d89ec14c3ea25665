import { paragraphRule } from '../engine/define.ts';
import type { Report } from '../engine/types.ts';
import type { Unreadable } from '../facts/aloud/unreadable.ts';

export default paragraphRule({
  id: 'read-aloud',
  title: '照着念不出来的写法：示范区-7.9%、1-8月、2×66万千瓦、≥95%、㎡',
  level: 'hint',
  source: '惯例',
  check: ({ unreadable }) => unreadable.map(report),
});

function report(found: Unreadable): Report {
  const { kind, span, text, right } = found;
  const message =
    right === undefined
      ? ASK[kind](text)
      : `“${text}”照着念不出来，可写作“${right}”${REMINDERS[kind] ?? ''}。`;
  const fixes =
    right === undefined
      ? []
      : [{ title: `改为“${right}”`, safety: 'suggestion' as const, edits: [{ span, newText: right }] }];
  return { messageId: kind, message, span, fixes };
}

const REMINDERS: Partial<Record<Unreadable['kind'], string>> = {
  fall: '，请核对是不是降',
  times: '，请按实际意思定',
};

/** Where only the writer knows the words. */
const ASK: Readonly<Record<Unreadable['kind'], (text: string) => string>> = {
  fall: (text) => `“${text}”照着念不出来，请写明是升还是降。`,
  'below-zero': (text) => `“${text}”照着念不出来，请写作“零下”。`,
  range: (text) => `“${text}”照着念不出来，请写作“几至几”。`,
  times: (text) => `“${text}”照着念不出来，请写明怎样念。`,
  sign: (text) => `“${text}”照着念不出来，请换成文字。`,
  unit: (text) => `“${text}”照着念不出来，请写单位的中文名称。`,
  slash: (text) => `“${text}”念不出来，请改为“或”“和”或顿号。`,
  arrow: (text) => `“${text}”念不出来，请换成文字。`,
};
