/** Whether a UTF-16 unit is a Chinese character, `〇` and the extension planes' halves included. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    unit === 0x3007
  );
}

/** Whether a UTF-16 unit is a digit, half-width or full-width. */
export function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether a UTF-16 unit is an ASCII letter. */
export function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** Whether a UTF-16 unit is a mark of Chinese text: 。、《》“”（），：；？！％…— and their like. */
export function isChineseMark(unit: number): boolean {
  return (
    (unit >= 0x3001 && unit <= 0x301f && unit !== 0x3007) ||
    (unit >= 0xff01 && unit <= 0xff0f) ||
    (unit >= 0xff1a && unit <= 0xff20) ||
    (unit >= 0x2014 && unit <= 0x2026)
  );
}

/** Whether a UTF-16 unit belongs to Chinese text: a character or one of its marks. */
export function isChinese(unit: number): boolean {
  return isHan(unit) || isChineseMark(unit);
}

/** A space that is no line end: half-width, full-width, no-break or tab. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 0x09;
}

const BETWEEN = '“”‘’"\'＂＇｀（）()，；：？！。,;:?!.';

/**
 * The UTF-16 unit next to `at` in a direction, beyond marks of either width that may be changed to the other one: what
 * is said of a place stays true once its neighbours are put right. NaN at the edge, and behind more than three marks.
 */
export function unitBeyondMarks(text: string, at: number, step: 1 | -1): number {
  for (let i = 1; i <= 4; i++) {
    const mark = text[at + i * step];
    if (mark === undefined) return Number.NaN;
    if (!BETWEEN.includes(mark)) return mark.charCodeAt(0);
  }
  return Number.NaN;
}
