import type { Residue, ResidueReason } from '../types.ts';

/** One written form of residue. */
export interface Form {
  readonly reason: ResidueReason;
  /**
   * For a whole line: tried on the line without outer spaces. Inside a line: every match, `g` set; its first group,
   * where there is one, is the residue.
   */
  readonly pattern: RegExp;
  /** What else must hold of the match. */
  readonly accept?: (match: RegExpMatchArray) => boolean;
  /** A line that this form finds; the residue stands in 〖〗 where it is not the whole line. */
  readonly example: string;
}

export const kindOf = (reason: ResidueReason): Residue['kind'] =>
  reason === 'page-number' ? 'page-number' : 'web-text';

/** Words that name what a speaker reads out: they close the titles in collections (practice). */
export const GENRE =
  '讲话|讲稿|发言|致辞|致词|贺词|祝词|寄语|演讲|主持词|报告|汇报|述职|总结|党课|表态|动员|提纲|范文|体会';

/** Makes forms of one reason from a pattern and a text that it finds. */
export const form =
  (reason: ResidueReason, flags: string) =>
  ([pattern, example]: readonly [string, string]): Form => ({
    reason,
    pattern: new RegExp(pattern, flags),
    example,
  });
