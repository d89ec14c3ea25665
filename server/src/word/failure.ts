/** Why a file is not read as a Word file: one Chinese phrase that can follow the file's name and a colon. */
export interface WordFailure {
  readonly failure: string;
}

/** Thrown inside this room where a part cannot be read; `readWord` gives its message as a failure. */
export class Unreadable extends Error {}

export const OVERSIZE = '内容过大（疑为异常的文件），没有读取；请在 Word 或 WPS 中另存后再核';

export const DAMAGED = 'Word 文件已损坏或不完整，请在 Word 或 WPS 中打开修复、另存后再核';
