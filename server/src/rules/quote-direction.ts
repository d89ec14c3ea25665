import { paragraphRule } from '../engine/define.ts';
import type { Edit, Report } from '../engine/types.ts';
import type { Quote } from '../facts/punctuation/quotes.ts';

const LONGEST_SHOWN = 12;

export default paragraphRule({
  id: 'quote-direction',
  title: '引号方向写反：”六个关系”、“六个导向“',
  level: 'warning',
  finalLevel: 'error',
  source: '国标 GB/T 15834—2011 4.8',
  check: ({ text, punctuation }) =>
    punctuation.arePaired
      ? []
      : [
          ...turned(text, punctuation.pairs.double, '“', '”'),
          ...turned(text, punctuation.pairs.single, '‘', '’'),
        ],
});

/** One report a pair: at the mark that is turned, or at the whole where both are. */
function turned(text: string, quotes: readonly Quote[], open: string, close: string): Report[] {
  if (!quotes.some((quote) => quote.turned)) return [];
  const opened: Quote[] = [];
  const reports: Report[] = [];
  for (const quote of quotes) {
    if (quote.does === 'opens') opened.push(quote);
    const first = quote.does === 'closes' ? opened.pop() : undefined;
    if (!first || !(first.turned || quote.turned)) continue;
    const edits = [
      ...(first.turned ? [edit(first.at, open)] : []),
      ...(quote.turned ? [edit(quote.at, close)] : []),
    ];
    reports.push(report(text, first, quote, edits));
  }
  return reports;
}

function edit(at: number, newText: string): Edit {
  return { span: { start: at, end: at + 1 }, newText };
}

function report(text: string, first: Quote, last: Quote, edits: readonly Edit[]): Report {
  const whole = text.slice(first.at, last.at + 1);
  const shown =
    whole.length > LONGEST_SHOWN ? `${whole.slice(0, LONGEST_SHOWN - 2)}…${whole.slice(-1)}` : whole;
  const which = edits.length === 2 ? '前后引号都' : first.turned ? '前引号' : '后引号';
  const span = { start: edits[0]!.span.start, end: edits[edits.length - 1]!.span.end };
  return {
    messageId: edits.length === 2 ? 'both' : first.turned ? 'opening' : 'closing',
    message: `${shown}的${which}写反了，请改为${edits.map((e) => e.newText).join('')}。`,
    span,
    fixes: [{ title: '改正引号方向', safety: 'suggestion', edits }],
  };
}
