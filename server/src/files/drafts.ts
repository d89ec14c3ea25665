/** Endings of the files that are taken from folders. */
export const DRAFT_EXTENSIONS = ['txt', 'md', 'speech', '讲稿'] as const;

const DRAFT_NAME = new RegExp(`[^/\\\\]\\.(?:${DRAFT_EXTENSIONS.join('|')})$`, 'i');

/** Whether a file is a draft by its name or path. */
export function isDraftName(file: string): boolean {
  return DRAFT_NAME.test(file);
}

/** Ending of the files that undo a masking: whoever has one has the original, so no command but `unmask` reads it. */
export const KEY_ENDING = '.key.json';

/** Why a key is not read as a draft, a Chinese phrase. */
export const KEY_REFUSED = '这是脱敏的密钥文件，只用于 hegao unmask，不作稿子读';

/** Whether a file is the key of a masking by its name or path. */
export function isKeyName(file: string): boolean {
  return file.toLowerCase().endsWith(KEY_ENDING);
}
