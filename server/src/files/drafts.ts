/** Endings of the files that are taken from folders. */
export const DRAFT_EXTENSIONS = ['txt', 'md', 'speech', '讲稿'] as const;

const DRAFT_NAME = new RegExp(`[^/\\\\]\\.(?:${DRAFT_EXTENSIONS.join('|')})$`, 'i');

/** Whether a file is a draft by its name or path. */
export function isDraftName(file: string): boolean {
  return DRAFT_NAME.test(file);
}
