import type { Rule } from '../engine/types.ts';
import abbrevFirst from './abbrev-first.ts';
import clauseLong from './clause-long.ts';
import dateConflict from './date-conflict.ts';
import fixedFormula from './fixed-formula.ts';
import halfUpdated from './half-updated.ts';
import headingEmpty from './heading-empty.ts';
import headingGlued from './heading-glued.ts';
import headingStyle from './heading-style.ts';
import leftoverDraftMark from './leftover-draft-mark.ts';
import leftoverPageNumber from './leftover-page-number.ts';
import leftoverWebText from './leftover-web-text.ts';
import levelSingle from './level-single.ts';
import levelSkip from './level-skip.ts';
import lineBroken from './line-broken.ts';
import maskLeak from './mask-leak.ts';
import metricArithmetic from './metric-arithmetic.ts';
import metricConflict from './metric-conflict.ts';
import metricDrafts from './metric-drafts.ts';
import metricLedger from './metric-ledger.ts';
import metricUnit from './metric-unit.ts';
import nameVariant from './name-variant.ts';
import numberForm from './number-form.ts';
import numberingDuplicate from './numbering-duplicate.ts';
import numberingGap from './numbering-gap.ts';
import numberingStyle from './numbering-style.ts';
import pairUnbalanced from './pair-unbalanced.ts';
import passageDuplicate from './passage-duplicate.ts';
import passageReuse from './passage-reuse.ts';
import phraseRepeat from './phrase-repeat.ts';
import placeholderBlank from './placeholder-blank.ts';
import placeholderDate from './placeholder-date.ts';
import placeholderName from './placeholder-name.ts';
import placeholderNumber from './placeholder-number.ts';
import placeholderOrdinal from './placeholder-ordinal.ts';
import placeholderWord from './placeholder-word.ts';
import promisedCount from './promised-count.ts';
import punctuationRepeat from './punctuation-repeat.ts';
import punctuationWidth from './punctuation-width.ts';
import quoteDirection from './quote-direction.ts';
import quoteMismatch from './quote-mismatch.ts';
import readAloud from './read-aloud.ts';
import roster from './roster.ts';
import selfReference from './self-reference.ts';
import seriesDuplicate from './series-duplicate.ts';
import seriesGap from './series-gap.ts';
import seriesStyle from './series-style.ts';
import speechPart from './speech-part.ts';
import stockPhrase from './stock-phrase.ts';
import straySpace from './stray-space.ts';
import teamTerms from './team-terms.ts';
import typo from './typo.ts';
import wordDoubled from './word-doubled.ts';

/** Every rule, in the order of the tables. */
export const rules: readonly Rule[] = [
  placeholderNumber,
  placeholderDate,
  placeholderOrdinal,
  placeholderName,
  placeholderWord,
  placeholderBlank,
  maskLeak,
  leftoverPageNumber,
  leftoverWebText,
  leftoverDraftMark,
  numberingGap,
  numberingDuplicate,
  numberingStyle,
  levelSkip,
  levelSingle,
  headingGlued,
  headingEmpty,
  headingStyle,
  lineBroken,
  promisedCount,
  metricLedger,
  metricDrafts,
  dateConflict,
  seriesGap,
  seriesDuplicate,
  seriesStyle,
  pairUnbalanced,
  quoteDirection,
  punctuationWidth,
  punctuationRepeat,
  straySpace,
  phraseRepeat,
  passageReuse,
  passageDuplicate,
  quoteMismatch,
  stockPhrase,
  speechPart,
  typo,
  wordDoubled,
  numberForm,
  fixedFormula,
  teamTerms,
  roster,
  nameVariant,
  abbrevFirst,
  selfReference,
  metricConflict,
  halfUpdated,
  metricArithmetic,
  metricUnit,
  readAloud,
  clauseLong,
];
