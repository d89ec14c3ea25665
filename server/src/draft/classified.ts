const MARK = /(?:秘密|机密|绝密)\s*★/;

/** Whether a draft is marked as a state secret (秘密★1年). What it says goes into no index and no table. */
export function isClassified(text: string): boolean {
  return text.includes('★') && MARK.test(text);
}
