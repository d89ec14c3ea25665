import { BLANKS } from './blanks.ts';
import { BARE_YEARS, BLANK_DATES, DATES } from './dates.ts';
import type { Form } from './form.ts';
import { NUMBERS } from './numbers.ts';
import { ORDINALS } from './ordinals.ts';
import { PLANS } from './words.ts';

/** Written forms with masks, strongest first: a later form never takes characters that an earlier one has taken. */
export const MASKED_FORMS: readonly Form[] = [...PLANS, ...ORDINALS, ...DATES, ...NUMBERS, ...BARE_YEARS];

/** Written forms without masks, which go before those with them. */
export const BLANK_FORMS: readonly Form[] = [...BLANK_DATES, ...BLANKS];
