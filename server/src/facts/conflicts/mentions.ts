import type { ResolvedFigure } from '../figures/speech.ts';

/** A figure that may be compared, with the sentence in which it stands. */
export interface Mention {
  readonly found: ResolvedFigure;
  /** The growth said of this level right after it, or undefined. */
  readonly growth: ResolvedFigure | undefined;
  /** The level of which this growth was said. */
  readonly level: ResolvedFigure | undefined;
  /** What the number counts all of in a place (全县13个〖乡镇〗); empty for anything else. */
  readonly whole: string;
}

const ALL_OF = /全[市省县区州旗乡镇]的?(?:所有|全部)?$|下?辖$/;
const DIVISION =
  /^(?:乡镇|县[（(]?市?[、]?区[）)]?|县区|市区县|行政村|建制村|自然村|村[（(]?[居社]|社区|街道)/;
const SENTENCE_END = /[。！？\n]/;
/** 由20%提高到25%, 比上年的20%: the number is what another is compared with. */
const COMPARED = /(?:从|由|自|(?<![同环])比|较|原来|原有|去年同期)[^，。；、到至]{0,14}$/;

/** A mention, wherever in the speech its paragraph stands; figures are named by their index in the paragraph. */
export interface LocalMention {
  readonly at: number;
  /** Number of its sentence in the paragraph. */
  readonly sentence: number;
  readonly growth: number | undefined;
  readonly level: number | undefined;
  readonly whole: string;
}

/** The figures of a paragraph that say of one subject how much there is or by how much it grew, in order. */
export function comparable(figures: readonly ResolvedFigure[], text: string): readonly LocalMention[] {
  const mentions: LocalMention[] = [];
  let sentence = 0;
  let from = 0;
  let last: number | undefined;
  figures.forEach((found, at) => {
    const { figure } = found;
    if (SENTENCE_END.test(text.slice(from, figure.span.start))) {
      sentence++;
      last = undefined;
    }
    from = figure.span.end;
    const level =
      last !== undefined && figure.measure === 'growth' && isSame(figures[last]!, found) ? last : undefined;
    if (level !== undefined) {
      const before = mentions.length - 1;
      if (mentions[before]?.at === level) mentions[before] = { ...mentions[before]!, growth: at };
    }
    if (figure.measure === 'level' || figure.measure === 'count') last = at;
    const whole = wholeOf(found, text);
    if (whole !== '' || isComparable(found, text))
      mentions.push({ at, sentence, growth: undefined, level, whole });
  });
  return mentions;
}

function isSame(level: ResolvedFigure, growth: ResolvedFigure): boolean {
  return level.figure.indicator !== '' && level.figure.indicator === growth.figure.indicator;
}

function isComparable({ figure, key }: ResolvedFigure, text: string): boolean {
  const { measure, amount, range, each, scope, inherited, comparator, span } = figure;
  if (key === undefined || amount === undefined || range || each > 1 || scope.includes('、')) return false;
  if (measure !== 'level' && measure !== 'count' && measure !== 'growth') return false;
  if (inherited && measure !== 'growth') return false;
  if (measure === 'growth' && /年均|环比|高于|低于|快于|目标/.test(comparator)) return false;
  return measure === 'growth' || !COMPARED.test(text.slice(Math.max(0, span.start - 20), span.start));
}

function wholeOf({ figure: { span, approximation, amount } }: ResolvedFigure, text: string): string {
  if (approximation !== 'exact' || amount === undefined) return '';
  if (!ALL_OF.test(text.slice(Math.max(0, span.start - 6), span.start))) return '';
  return DIVISION.exec(text.slice(span.end, span.end + 10))?.[0] ?? '';
}
