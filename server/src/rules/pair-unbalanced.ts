import type { Paragraph } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Fix, Report } from '../engine/types.ts';
import { mapSaid } from '../facts/columns.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import type { Bracket } from '../facts/punctuation/brackets.ts';
import { closingOf, type Unbalanced } from '../facts/punctuation/unbalanced.ts';

/** Characters shown after a mark that is left alone. */
const SHOWN = 8;

export default speechRule({
  id: 'pair-unbalanced',
  title: '引号、书名号、括号不成对：“六稳六保，（市、区',
  level: 'warning',
  finalLevel: 'error',
  source: '国标 GB/T 15834—2011 4.8、4.9、4.15',
  check: (speech, _, { facts }) => [
    ...facts.ofSpeech(speech).unbalanced.map(lost),
    ...mapSaid(speech, facts.said(speech, mixedPairs), ([open, close], paragraph) =>
      mixed(paragraph, open, close),
    ),
  ],
});

const mixedPairs = ({ punctuation }: ParagraphFacts) =>
  punctuation.arePaired ? undefined : punctuation.pairs.brackets.mixed;

function lost({ paragraph, at, mark, opens }: Unbalanced): Report {
  const shown = opens
    ? paragraph.text.slice(at, at + SHOWN)
    : paragraph.text.slice(Math.max(0, at + 1 - SHOWN), at + 1);
  const message = opens
    ? `“${shown}”的${nameOf(mark)}只有前一半，没有找到对应的后一半，请补上或删去。`
    : `“${shown}”的${nameOf(mark)}只有后一半，没有找到对应的前一半，请补上或删去。`;
  return {
    messageId: opens ? 'no-closing' : 'no-opening',
    message,
    span: paragraph.toSource({ start: at, end: at + 1 }),
    fixes: opens ? closing(paragraph, at, closingOf(mark)!) : [],
  };
}

/** Where nothing but one clause follows, the lost mark stood at its end. */
function closing(paragraph: Paragraph, at: number, mark: string): readonly Fix[] {
  const rest = /^[^，。；：！？、“”‘’《》〈〉（）()【】〔〕[\]［］\s]{1,30}(?=[。！？]?$)/.exec(
    paragraph.text.slice(at + 1, at + 33),
  );
  if (!rest || at + 1 + rest[0].length < paragraph.text.length - 1) return [];
  const { end } = paragraph.toSource({ start: at, end: at + 1 + rest[0].length });
  return [
    {
      title: `在“${rest[0].slice(-4)}”后补“${mark}”`,
      safety: 'suggestion',
      edits: [{ span: { start: end, end }, newText: mark }],
    },
  ];
}

function mixed(paragraph: Paragraph, open: Bracket, close: Bracket): Report {
  const due = closingOf(open.mark);
  const span = paragraph.toSource({ start: close.at, end: close.at + 1 });
  return {
    messageId: 'mixed',
    message: `前面是“${open.mark}”，这里是“${close.mark}”，前后括号不是一种，请统一。`,
    span,
    related: [{ message: '前一半在这里', span: paragraph.toSource({ start: open.at, end: open.at + 1 }) }],
    fixes: due ? [{ title: `改为“${due}”`, safety: 'suggestion', edits: [{ span, newText: due }] }] : [],
  };
}

function nameOf(mark: string): string {
  if ('“”'.includes(mark)) return '引号';
  if ('‘’'.includes(mark)) return '单引号';
  return '《》〈〉'.includes(mark) ? '书名号' : '括号';
}
