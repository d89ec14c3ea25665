/** Signs that stand for something left open: x X × and their full-width forms, stars, circles, squares (practice). */
export const MASK = '[xX×ｘＸ✕＊*○◯□■△▲●]';

/** A digit or a mask: half-masked figures such as 6X.X. */
export const DIGIT_OR_MASK = `(?:\\d|${MASK})`;

/** A space between a mask and its unit: `20XX 年`. */
export const GAP = '[ 　]?';

/** What may not stand before a figure with masks: Latin letters, `10+X`, parts of addresses and of codes. */
export const NUMBER_BEFORE = `(?<![A-Za-z0-9Ａ-Ｚａ-ｚ+＋.&/\\\\@_]|${MASK})`;

/** What may not stand before a mask: as for figures, and `5G-X`. */
export const FREE_BEFORE = `(?<![A-Za-z0-9Ａ-Ｚａ-ｚ+＋.&/\\\\@_]|${MASK}|[A-Za-z0-9][-－])`;

/** What may not follow one: `XL`, `×8`, `X+1`. */
export const FREE_AFTER = `(?![A-Za-z0-9Ａ-Ｚａ-ｚ+＋&@_]|${MASK})`;

/** A word that carries a sign of `MASK`, or none. */
const ANY_MASK = new RegExp(MASK);

/** Whether a match holds a mask at all: digits alone are a figure. */
export const masked = (match: string): boolean => ANY_MASK.test(match);
