const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Names of files that are read as Word files whatever is in them. */
const WORD_NAME = /\.(?:docx|docm|dotx|dotm)$/i;
const OLD_NAME = /\.(?:doc|dot|wps|wpt|rtf)$/i;

/** What is known of a file before it is read: a Word file to try, a file to refuse with a Chinese phrase, or neither. */
export type Sniffed = 'word' | 'other' | { readonly failure: string };

/**
 * Tells Word files from texts by their first bytes, then by their names.
 * Word 97–2003 and WPS Writer write OLE compound files ([MS-CFB] 2.2), and so does Word for a file with a password.
 */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  if (startsWith(bytes, ZIP)) return 'word';
  if (startsWith(bytes, OLE)) return { failure: describeOle(bytes, name) };
  if (startsWith(bytes, [...'{\\rtf'].map(codeOf))) return { failure: resave('RTF 文件') };
  if (OLD_NAME.test(name)) return { failure: resave(`${extensionOf(name)} 文件`) };
  if (!WORD_NAME.test(name)) return 'other';
  if (bytes.length === 0) return { failure: '文件是空的，不是 Word 文件' };
  if (startsWith(bytes, [...'%PDF'].map(codeOf))) {
    return { failure: '这是 PDF 文件，不是 Word 文件（扩展名不对），请用 Word 或 WPS 转成 .docx 后再核' };
  }
  return { failure: '不是 Word 文件（扩展名不对，或文件已损坏），请在 Word 或 WPS 中另存为 .docx 后再核' };
}

function describeOle(bytes: Uint8Array, name: string): string {
  if (hasWide(bytes, 'EncryptedPackage')) return '文件设了密码，请在 Word 或 WPS 中去掉密码、另存后再核';
  if (hasWide(bytes, 'Workbook')) return '这是表格文件，不是 Word 文件';
  return resave(OLD_NAME.test(name) ? `${extensionOf(name)} 文件` : '旧版 Word（.doc）或 .wps 文件');
}

function resave(what: string): string {
  return `这是 ${what}，读不了，请在 WPS 中另存为 .docx 后再核`.replace('这是 旧', '这是旧');
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.')).toLowerCase();
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

/** Whether a name stands in the directory of a compound file, in UTF-16LE, within its first megabytes. */
function hasWide(bytes: Uint8Array, name: string): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 23));
  return text.includes([...name].join('\0'));
}
