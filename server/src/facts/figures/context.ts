import { type NamedPeriod, readPeriods } from './periods.ts';
import type { Period, Stance } from './types.ts';

const SENTENCE_END = '。！？\n';
const CLAUSE_ENDS = '，,；;：:。！？（）()\n';
/** Marks at which a clause ends. */
export const CLAUSE_END = /[，,；;：:。！？（）()\n]/;

/** Whether a clause ends with the character at `at`. */
export function isClauseEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code < 0x3400 || code > 0x9fff) && CLAUSE_ENDS.includes(text.charAt(at));
}
const TARGET_CUE =
  /力争|确保|预期目标|主要目标|争取(?:实现|达到|完成|突破|到20)|努力实现|目标是|目标：|要(?:实现|完成|达到|确保|力争)|今后/;
const YEAR = /^(?:19|20)\d{2}年/;
const PART_OF_YEAR = /^(?:上半年|下半年|前.季度|.季度|\d{1,2}(?:—\d{1,2})?月末?)$/;
/** No clause that says what a number is reaches further back. */
const REACH = 120;
/** Characters before a period that opens its sentence: 一是，据统计. */
const OPENING = 8;

/** The words from one figure to the next. */
export interface Between {
  readonly text: string;
  /** Offset in `text` of the last clause. */
  readonly clauseStart: number;
  /** Offset in `text` of the last sentence; 0 where the sentence goes on. */
  readonly sentenceStart: number;
  /** A sentence has ended. */
  readonly anew: boolean;
  /** The last clause with its periods blotted out by \u0001. */
  readonly clause: string;
  /** The period that the last clause names; empty for none. */
  readonly named: string;
}

/** What was said so far of when, and whether it is still to come. */
export interface Context {
  /** Takes in the words up to the next figure; `first` says that they open the paragraph. */
  readonly take: (text: string, first: boolean) => Between;
  /** The period of a figure whose clause names `named`. */
  readonly period: (named: string) => Period;
  /** What the sentence so far says of its figures: 力争, 确保. */
  readonly cue: () => Stance | undefined;
}

/**
 * Follows periods through a paragraph: one named in a sentence holds for the rest of it; one that opens a sentence,
 * or stands as a clause of its own (上半年，), holds for the sentences after it too.
 */
export function createContext(): Context {
  let sentence = 0;
  let within = { name: '', sentence: -1 };
  let carried = '';
  let cue: Stance | undefined;

  const follow = (text: string, ends: readonly number[], first: boolean) => {
    const named = readPeriods(text);
    const resolved: NamedPeriod[] = [];
    let passed = 0;
    for (const { name: written, span } of named) {
      while (passed < ends.length && ends[passed]! < span.start) passed++;
      const year = within.sentence === sentence + passed ? YEAR.exec(within.name)?.[0] : undefined;
      const name = year !== undefined && PART_OF_YEAR.test(written) ? year + written : written;
      const start = passed > 0 ? ends[passed - 1]! + 1 : 0;
      const head = text.slice(start, span.start);
      const opens = (passed > 0 || first) && head.length <= OPENING && !/[，,；;]/.test(head);
      if (opens || /^[，,]/.test(text.slice(span.end, span.end + 1))) carried = name;
      within = { name, sentence: sentence + passed };
      resolved.push({ name, span });
    }
    return resolved;
  };

  return {
    take(text, first) {
      const ends: number[] = [];
      let clauseStart = 0;
      const marks = new RegExp(CLAUSE_END, 'g');
      for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
        clauseStart = mark.index + 1;
        if (SENTENCE_END.includes(mark[0])) ends.push(mark.index);
      }
      clauseStart = Math.max(clauseStart, text.length - REACH);
      const periods = follow(text, ends, first);
      sentence += ends.length;
      const sentenceStart = ends.length > 0 ? ends[ends.length - 1]! + 1 : 0;
      if (ends.length > 0) cue = undefined;
      if (TARGET_CUE.test(text.slice(sentenceStart))) cue = 'target';
      let clause = text.slice(clauseStart);
      let named = '';
      for (const { name, span } of periods) {
        if (span.start < clauseStart) continue;
        named = name;
        const [from, to] = [span.start - clauseStart, span.end - clauseStart];
        clause = clause.slice(0, from) + '\u0001'.repeat(to - from) + clause.slice(to);
      }
      return { text, clauseStart, sentenceStart, anew: ends.length > 0, clause, named };
    },
    period(named) {
      if (named !== '') return { name: named, source: 'clause' };
      if (within.sentence === sentence) return { name: within.name, source: 'sentence' };
      return carried === '' ? { name: '', source: 'none' } : { name: carried, source: 'paragraph' };
    },
    cue: () => cue,
  };
}
