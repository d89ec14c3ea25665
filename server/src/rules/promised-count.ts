import { chineseOrdinal } from '../draft/numerals.ts';
import { slice } from '../draft/span.ts';
import type { Paragraph } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Fix, Report } from '../engine/types.ts';
import { mapSaid } from '../facts/columns.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import type { Candidate } from '../facts/promises/candidates.ts';
import { writeLike } from '../facts/promises/counts.ts';
import type { JudgedPromise } from '../facts/promises/judge.ts';
import type { Misnumbered, SloganList } from '../facts/promises/slogans.ts';

export default speechRule({
  id: 'promised-count',
  title: '预告的条数与列出的不符：讲三点意见，只有两部分',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { facts, draft }) => [
    ...facts
      .ofSpeech(speech)
      .promises.flatMap((judged) =>
        judged.verdict === 'broken' && judged.found ? [mismatch(judged, judged.found, draft.text)] : [],
      ),
    ...mapSaid(speech, facts.said(speech, wrongSlogans), wrongSlogan),
    ...mapSaid(speech, facts.said(speech, misnumbered), wrongNumber),
  ],
});

const wrongSlogans = ({ announced }: ParagraphFacts) =>
  announced.slogans.filter(
    ({ items, missing, foreign, due }) => foreign.length > 0 || missing.length > 0 || items.length !== due,
  );
const misnumbered = ({ announced }: ParagraphFacts) => announced.misnumbered;

function mismatch({ promise, span, digits }: JudgedPromise, found: Candidate, text: string): Report {
  const said = `“${promise.text.replace(/[“”]/g, '')}”`;
  const count = found.kind === 'characters' ? found.most : found.items.length;
  return {
    messageId: 'mismatch',
    message: TELL[found.kind](
      said,
      count,
      count < promise.count,
      shorten(found.items.map((item) => item.text)),
    ),
    span,
    related: found.items.map((item) => ({ message: `${WHERE[found.kind]}：${item.text}`, span: item.span })),
    fixes: found.least === found.most ? [changeNumber(slice(text, digits), digits, count)] : [],
  };
}

type Tell = (said: string, count: number, few: boolean, shown: string) => string;
const number = (count: number): string => (count === 2 ? '两' : chineseOrdinal(count));
const beside =
  (where: string): Tell =>
  (said, count, few, shown) =>
    `此处说${said}，${where}${few ? '只列了' : '列了'}${number(count)}项（${shown}），请补写或改数。`;
const parts =
  (here: string, there: string): Tell =>
  (said, count, few, shown) =>
    `${here}说${said}，${there}${few ? '只有' : '却有'}${number(count)}部分（${shown}），请补写或改数。`;
const TELL: Readonly<Record<Candidate['kind'], Tell>> = {
  'list-before': beside('前面'),
  'list-after': beside('后面'),
  back: parts('此处', '上文'),
  headings: parts('前文', '下文'),
  series: parts('前文', '下文'),
  characters: (said, count, _, shown) =>
    `此处说${said}，引用的有${count}个字（${shown}），请核对引文或改数。`,
};
const WHERE: Readonly<Record<Candidate['kind'], string>> = {
  'list-before': '列出的',
  'list-after': '列出的',
  back: '上文的部分',
  headings: '下文的部分',
  series: '下文的部分',
  characters: '引用的',
};

function changeNumber(old: string, span: Fix['edits'][number]['span'], count: number): Fix {
  const newText = writeLike(old, count);
  return { title: `“${old}”改为“${newText}”`, safety: 'suggestion', edits: [{ span, newText }] };
}

function wrongNumber({ name, span, digits, due }: Misnumbered, paragraph: Paragraph): Report {
  return {
    messageId: 'name',
    message: `规范的提法是“${name}”，此处写作“${slice(paragraph.text, span)}”，请核对。`,
    span: paragraph.toSource(span),
    fixes: [changeNumber(slice(paragraph.text, digits), paragraph.toSource(digits), due)],
  };
}

function wrongSlogan({ name, span, items, due, missing, foreign }: SloganList, paragraph: Paragraph): Report {
  const words = items.map((item) => slice(paragraph.text, item));
  const what = [
    missing.length > 0 ? `没有${missing.map((item) => `“${item}”`).join('、')}` : '',
    foreign.length > 0 ? `多出${foreign.map((item) => `“${slice(paragraph.text, item)}”`).join('、')}` : '',
  ]
    .filter(Boolean)
    .join('，');
  return {
    messageId: 'slogan',
    message: `“${name}”应有${number(due)}项，此处列了${number(items.length)}项（${shorten(words)}），${what || '有重复'}，请核对。`,
    span: paragraph.toSource(span),
    related: items.map((item) => ({
      message: `列出的：${slice(paragraph.text, item)}`,
      span: paragraph.toSource(item),
    })),
  };
}

/** At most six items, each of at most twelve characters. */
function shorten(words: readonly string[]): string {
  const shown = words.slice(0, 6).map((word) => (word.length > 12 ? `${word.slice(0, 11)}…` : word));
  return shown.join('、') + (words.length > 6 ? '等' : '');
}
