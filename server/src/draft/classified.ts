/** 秘密★、机密★1年、绝 密 ★: how a secret document is marked (GB/T 9704—2012 7.2.2). */
const MARK = /[秘机绝][ 　]*密[ 　]*[★☆]/;

/** Whether a text carries the mark of a secret document. Such a text is never indexed, cached or exported. */
export function isClassified(text: string): boolean {
  return MARK.test(text);
}
