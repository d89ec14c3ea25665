const MARK = /[秘机绝][ 　]*密[ 　]*[★☆]/;

/**
 * Whether a draft is marked as a state secret: 秘密★1年、机密★、绝 密 ★ (GB/T 9704—2012 7.2.2). What it says goes into no
 * index, no cache and no table.
 */
export function isClassified(text: string): boolean {
  return /[★☆]/.test(text) && MARK.test(text);
}
