import type { Paragraph, Speech } from '../../draft/types.ts';
import type { Columns } from '../columns.ts';
import type { ParagraphFacts } from '../paragraph-facts.ts';
import type { LostMark, PairReading } from './pairs.ts';

/** A mark whose partner is missing in the speech. */
export interface Unbalanced extends LostMark {
  readonly paragraph: Paragraph;
}

/** A quotation that runs on is closed within so many paragraphs. */
const LONGEST_QUOTATION = 12;
const PARTNER: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': '）',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '《': '》',
  '〈': '〉',
};

/** The mark that closes what `mark` opens. */
export function closingOf(mark: string): string | undefined {
  return PARTNER[mark];
}

/** Marks still to be closed, by the mark that would close them. */
type Pending = ReadonlyMap<string, { readonly lost: Unbalanced; readonly index: number }[]>;

/**
 * Marks left alone in a speech, in order. A quotation may run over several paragraphs: each opens with “ and only the
 * last one closes (GB/T 15834-2011 4.8.3.5); texts that open only once are left in peace, too.
 */
export function findUnbalanced(speech: Speech, { rows, said }: Columns): readonly Unbalanced[] {
  if (said(speech, unpaired).length === 0) return [];
  const read = rows(speech);
  const found: Unbalanced[] = [];
  const pending: Pending = new Map(Object.values(PARTNER).map((mark) => [mark, []]));
  let waiting = 0;
  speech.paragraphs.forEach((paragraph, index) => {
    const { punctuation } = read[index]!;
    if (waiting === 0 && punctuation.arePaired) return;
    const { pairs } = punctuation;
    if (waiting > 0) {
      for (const marks of pending.values())
        while (marks.length > 0 && index - marks[0]!.index > LONGEST_QUOTATION)
          found.push(marks.shift()!.lost);
      if (closesWhole(paragraph.text, pairs)) pending.get('”')!.pop();
    }
    for (const mark of pairs.lost) {
      const marks = pending.get(closingOf(mark.mark) ?? (mark.mark === ')' ? '）' : mark.mark))!;
      const lost = { ...mark, paragraph };
      if (!mark.opens && marks.length > 0) marks.pop();
      else if (!mark.opens) found.push(lost);
      else {
        if (mark.at === 0) marks.pop();
        marks.push({ lost, index });
      }
    }
    waiting = 0;
    for (const marks of pending.values()) waiting += marks.length;
  });
  for (const marks of pending.values()) for (const { lost } of marks) found.push(lost);
  return found.sort((a, b) => a.paragraph.span.start - b.paragraph.span.start || a.at - b.at);
}

const unpaired = ({ punctuation }: ParagraphFacts) => (punctuation.arePaired ? undefined : punctuation);

/** A paragraph that is one quotation from end to end: the last one of those that opened before it. */
function closesWhole(text: string, { double }: PairReading): boolean {
  const [first] = double;
  return first?.at === 0 && first.does === 'opens' && first.partner >= text.length - 2;
}
