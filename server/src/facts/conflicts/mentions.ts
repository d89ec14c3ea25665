import type { Paragraph } from '../../draft/types.ts';
import type { SpeechFigure } from '../figures/types.ts';

/** A figure that may be compared, with the sentence in which it stands. */
export interface Mention {
  readonly found: SpeechFigure;
  /** Number of its sentence in the speech. */
  readonly sentence: number;
  /** The growth said of this level right after it, or undefined. */
  readonly growth: SpeechFigure | undefined;
  /** The level of which this growth was said. */
  readonly level: SpeechFigure | undefined;
  /** What the number counts all of in a place (全县13个〖乡镇〗); empty for anything else. */
  readonly whole: string;
}

const ALL_OF = /全[市省县区州旗乡镇]的?(?:所有|全部)?$|下?辖$/;
const DIVISION =
  /^(?:乡镇|县[（(]?市?[、]?区[）)]?|县区|市区县|行政村|建制村|自然村|村[（(]?[居社]|社区|街道)/;
const SENTENCE_END = /[。！？\n]/;
/** 由20%提高到25%, 比上年的20%: the number is what another is compared with. */
const COMPARED = /(?:从|由|自|(?<![同环])比|较|原来|原有|去年同期)[^，。；、到至]{0,14}$/;

/** The figures of a speech that say of one subject how much there is or by how much it grew, in order. */
export function comparable(
  figures: readonly SpeechFigure[],
  paragraphs: readonly Paragraph[],
): readonly Mention[] {
  const mentions: Mention[] = [];
  let paragraph = -1;
  let sentence = 0;
  let from = 0;
  let last: SpeechFigure | undefined;
  figures.forEach((found) => {
    const text = paragraphs[found.paragraph]!.text;
    if (found.paragraph !== paragraph) {
      paragraph = found.paragraph;
      sentence++;
      from = 0;
      last = undefined;
    }
    const { figure } = found;
    if (SENTENCE_END.test(text.slice(from, figure.span.start))) {
      sentence++;
      last = undefined;
    }
    from = figure.span.end;
    const level = figure.measure === 'growth' && isSame(last, found) ? last : undefined;
    if (level) {
      const at = mentions.length - 1;
      if (mentions[at]?.found === level) mentions[at] = { ...mentions[at]!, growth: found };
    }
    if (figure.measure === 'level' || figure.measure === 'count') last = found;
    const whole = wholeOf(found, text);
    if (whole !== '' || isComparable(found, text))
      mentions.push({ found, sentence, growth: undefined, level, whole });
  });
  return mentions;
}

function isSame(level: SpeechFigure | undefined, growth: SpeechFigure): boolean {
  return (
    level !== undefined && level.figure.indicator !== '' && level.figure.indicator === growth.figure.indicator
  );
}

function isComparable({ figure, key }: SpeechFigure, text: string): boolean {
  const { measure, amount, range, each, scope, inherited, comparator, span } = figure;
  if (key === undefined || amount === undefined || range || each > 1 || scope.includes('、')) return false;
  if (measure !== 'level' && measure !== 'count' && measure !== 'growth') return false;
  if (inherited && measure !== 'growth') return false;
  if (measure === 'growth' && /年均|环比|高于|低于|快于|目标/.test(comparator)) return false;
  return measure === 'growth' || !COMPARED.test(text.slice(Math.max(0, span.start - 20), span.start));
}

function wholeOf({ figure: { span, approximation, amount } }: SpeechFigure, text: string): string {
  if (approximation !== 'exact' || amount === undefined) return '';
  if (!ALL_OF.test(text.slice(Math.max(0, span.start - 6), span.start))) return '';
  return DIVISION.exec(text.slice(span.end, span.end + 10))?.[0] ?? '';
}
