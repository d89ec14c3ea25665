import type { Rule } from '../engine/types.ts';
import leftoverDraftMark from './leftover-draft-mark.ts';
import leftoverPageNumber from './leftover-page-number.ts';
import leftoverWebText from './leftover-web-text.ts';
import levelSkip from './level-skip.ts';
import numberingDuplicate from './numbering-duplicate.ts';
import numberingGap from './numbering-gap.ts';
import phraseRepeat from './phrase-repeat.ts';
import placeholderBlank from './placeholder-blank.ts';
import placeholderDate from './placeholder-date.ts';
import placeholderName from './placeholder-name.ts';
import placeholderNumber from './placeholder-number.ts';
import placeholderOrdinal from './placeholder-ordinal.ts';
import placeholderWord from './placeholder-word.ts';
import promisedCount from './promised-count.ts';

/** Every rule, in the order of the tables. */
export const rules: readonly Rule[] = [
  placeholderNumber,
  placeholderDate,
  placeholderOrdinal,
  placeholderName,
  placeholderWord,
  placeholderBlank,
  leftoverPageNumber,
  leftoverWebText,
  leftoverDraftMark,
  numberingGap,
  numberingDuplicate,
  levelSkip,
  promisedCount,
  phraseRepeat,
];
