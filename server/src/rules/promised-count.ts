import { chineseOrdinal } from '../draft/numerals.ts';
import { slice } from '../draft/span.ts';
import type { Paragraph } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { Fix, Report } from '../engine/types.ts';
import type { Candidate } from '../facts/promises/candidates.ts';
import { writeLike } from '../facts/promises/counts.ts';
import type { JudgedPromise } from '../facts/promises/judge.ts';
import type { SloganList } from '../facts/promises/slogans.ts';

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
    ...speech.paragraphs.flatMap((paragraph) =>
      facts
        .of(paragraph.text)
        .announced.slogans.filter(
          ({ items, missing, foreign, due }) =>
            foreign.length > 0 || missing.length > 0 || items.length !== due,
        )
        .map((slogan) => wrongSlogan(slogan, paragraph)),
    ),
  ],
});

function mismatch({ promise, span, digits }: JudgedPromise, found: Candidate, text: string): Report {
  const said = `“${promise.text.replace(/[“”]/g, '')}”`;
  const count = found.items.length;
  const number = count === 2 ? '两' : chineseOrdinal(count);
  const only = count < promise.count ? '只有' : '却有';
  const listed = count < promise.count ? '只列了' : '列了';
  const shown = shorten(found.items.map((item) => item.text));
  const tail = '请补写或改数。';
  const message =
    found.kind === 'list-before'
      ? `此处说${said}，前面${listed}${number}项（${shown}），${tail}`
      : found.kind === 'list-after'
        ? `此处说${said}，后面${listed}${number}项（${shown}），${tail}`
        : found.kind === 'back'
          ? `此处说${said}，上文${only}${number}部分（${shown}），${tail}`
          : `前文说${said}，下文${only}${number}部分（${shown}），${tail}`;
  const where =
    found.kind === 'list-before' || found.kind === 'list-after'
      ? '列出的'
      : found.kind === 'back'
        ? '上文的部分'
        : '下文的部分';
  return {
    messageId: 'mismatch',
    message,
    span,
    related: found.items.map((item) => ({ message: `${where}：${item.text}`, span: item.span })),
    fixes: found.least === found.most ? [changeNumber(slice(text, digits), digits, count)] : [],
  };
}

function changeNumber(old: string, span: Fix['edits'][number]['span'], count: number): Fix {
  const newText = writeLike(old, count);
  return { title: `“${old}”改为“${newText}”`, safety: 'suggestion', edits: [{ span, newText }] };
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
    message: `“${name}”应有${due === 2 ? '两' : chineseOrdinal(due)}项，此处列了${items.length === 2 ? '两' : chineseOrdinal(items.length)}项（${shorten(words)}），${what || '有重复'}，请核对。`,
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
