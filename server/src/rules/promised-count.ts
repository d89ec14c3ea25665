import { chineseOrdinal } from '../draft/numerals.ts';
import type { Heading, Paragraph, Speech } from '../draft/types.ts';
import { speechRule } from '../engine/define.ts';
import type { FactMemory } from '../facts/facts.ts';

export default speechRule({
  id: 'promised-count',
  title: '预告的条数与下文不符：讲三点意见，只有两部分',
  level: 'warning',
  finalLevel: 'error',
  source: '惯例',
  check: (speech, _, { facts }) =>
    speech.paragraphs.flatMap((paragraph, index) =>
      facts.of(paragraph.text).promises.flatMap((promise) => {
        const runs = candidateRuns(speech, index, paragraph, promise.span.end, facts);
        const items = runs[0];
        if (!items || runs.some((run) => keeps(run, promise.count))) return [];
        const found = items.map((item) => item.text.replace(/[、，.．]$/, '')).join('、');
        const number = items.length === 2 ? '两' : chineseOrdinal(items.length);
        const only = items.length < promise.count ? '只有' : '却有';
        return [
          {
            messageId: 'mismatch',
            message: `前文说“${promise.text}”，下文${only}${number}个部分（${found}），请补写或改数。`,
            span: paragraph.toSource(promise.span),
            related: items.map(({ text, span }) => ({ message: `下文的部分：${text}`, span })),
          },
        ];
      }),
    ),
});

/** An announced item as found in the text. */
interface Item {
  readonly ordinal: number;
  readonly text: string;
  readonly span: Heading['span'];
}

/** As many items as announced, or numbers up to it: a number left out in between is another rule's finding. */
function keeps(run: readonly Item[], count: number): boolean {
  return run.length === count || run.at(-1)?.ordinal === count;
}

/** Every run of items that the announcement may mean; the likeliest first. A match with any of them is no finding. */
function candidateRuns(
  speech: Speech,
  index: number,
  paragraph: Paragraph,
  from: number,
  facts: FactMemory,
): Item[][] {
  const runs = facts
    .ofSpeech(speech)
    .runs.filter(
      (run) =>
        run.length > 1 && (run[0]!.paragraph > index || (run[0]!.paragraph === index && run[0]!.glued)),
    )
    .sort((a, b) => a[0]!.span.start - b[0]!.span.start)
    .map((run) =>
      run.map(({ marker, markerSpan }) => ({ ordinal: marker.ordinal, text: marker.text, span: markerSpan })),
    );
  const series = seriesAfter(speech, index, paragraph, from, facts);
  const underHeading = speech.headings.some((heading) => heading.paragraph <= index);
  return underHeading ? [...series, ...runs] : [...runs, ...series];
}

/** Verbal numbers after the announcement: the rest of its paragraph, and the heads of the paragraphs below. */
function seriesAfter(
  speech: Speech,
  index: number,
  paragraph: Paragraph,
  from: number,
  facts: FactMemory,
): Item[][] {
  const inside: Item[] = facts
    .of(paragraph.text)
    .series.filter(({ span }) => span.start >= from)
    .map(({ ordinal, text, span }) => ({ ordinal, text, span: paragraph.toSource(span) }));
  const heads: Item[] = [];
  let due = 1;
  for (const below of speech.paragraphs.slice(index + 1)) {
    const mark = facts.of(below.text).series.find(({ span }) => span.start === 0);
    if (!mark || mark.ordinal !== due) continue;
    due++;
    heads.push({ ordinal: mark.ordinal, text: mark.text, span: below.toSource(mark.span) });
  }
  return [inside, heads].filter((run) => run.length > 1);
}
