/** Endings of the files that are taken from folders. */
export const DRAFT_EXTENSIONS = ['txt', 'md', 'speech', '讲稿'] as const;

/** The same where Word files are read too. */
export const SOURCE_EXTENSIONS = [...DRAFT_EXTENSIONS, 'docx'] as const;

const DRAFT_NAME = new RegExp(`[^/\\\\]\\.(?:${DRAFT_EXTENSIONS.join('|')})$`, 'i');

/** Whether a file is a draft by its name or path. */
export function isDraftName(file: string): boolean {
  return DRAFT_NAME.test(file);
}

/** Whether a file ends like one of `extensions` and is not what Word keeps beside an open one (`~$稿.docx`). */
export function hasExtension(file: string, extensions: readonly string[]): boolean {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 && !name.startsWith('~$') && extensions.includes(name.slice(dot + 1).toLowerCase());
}

/** Ending of the files that undo a masking: whoever has one has the original, so no command but `unmask` reads it. */
export const KEY_ENDING = '.key.json';

/** Why a key is not read as a draft, a Chinese phrase. */
export const KEY_REFUSED = '这是脱敏的密钥文件，只用于 hegao unmask，不作稿子读';

/** Whether a file is the key of a masking by its name or path. */
export function isKeyName(file: string): boolean {
  return file.toLowerCase().endsWith(KEY_ENDING);
}
