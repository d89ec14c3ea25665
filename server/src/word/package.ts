import { DAMAGED, Unreadable } from './failure.ts';
import { walkXml } from './xml.ts';
import { readDirectory, unpack, type ZipEntry } from './zip.ts';

/** The parts of a Word file; XML is unpacked when it is first asked for. */
export interface WordPackage {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Name of the part that holds the text, usually `word/document.xml`. */
  readonly main: string;
  /** Names of the parts that the main part refers to, by the last word of the relationship's type: `styles`, `footnotes`. */
  readonly related: ReadonlyMap<string, string>;
  /** The XML of a part, byte order mark included, so that offsets are those of the file; undefined where there is none. */
  readonly xml: (part: string) => string | undefined;
}

const NO_WORD: readonly (readonly [string, string])[] = [
  ['xl/', '这是表格文件（Excel），不是 Word 文件'],
  ['ppt/', '这是演示文稿（PowerPoint），不是 Word 文件'],
  ['content.xml', '这是 OpenDocument 文件，请另存为 .docx 后再核'],
  ['OFD.xml', '这是 OFD 版式文件，不是 Word 文件，请用原稿的 .docx 核'],
];

/** Opens a package by its relationships (ECMA-376 Part 2, 9.3). @throws Unreadable where it is none of Word's */
export function openPackage(bytes: Uint8Array): WordPackage {
  const entries = readDirectory(bytes);
  const known = new Map<string, string>();
  const xml = (part: string): string | undefined => {
    const entry = entries.get(part);
    const text = known.get(part) ?? (entry && decodeXml(unpack(entry)));
    if (text !== undefined) known.set(part, text);
    return text;
  };
  const main = relationships('', xml).get('officeDocument');
  if (main === undefined || !entries.has(main) || !main.startsWith('word/')) {
    const names = [...entries.keys()];
    for (const [head, failure] of NO_WORD) {
      if (names.some((name) => name.startsWith(head))) throw new Unreadable(failure);
    }
    if (main === undefined) {
      throw new Unreadable(
        names.some((name) => name.startsWith('word/')) ? DAMAGED : '这是压缩包，不是 Word 文件',
      );
    }
    if (!entries.has(main)) throw new Unreadable(DAMAGED);
  }
  return { entries, main, related: relationships(main, xml), xml };
}

/** The targets of a part's relationships inside the package; of several of a type the first. */
function relationships(part: string, xml: (part: string) => string | undefined): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found = new Map<string, string>();
  const source = xml(`${folder}_rels/${part.slice(slash)}.rels`);
  if (source === undefined) return found;
  walkXml(source, {
    open(name, { Type = '', Target = '', TargetMode }) {
      if (!/(?:^|:)Relationship$/.test(name) || TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      if (!found.has(type)) found.set(type, resolve(folder, Target));
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const names = folder.split('/').filter(Boolean);
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}

/** XML is UTF-8, or UTF-16 with a byte order mark (ECMA-376 Part 2, 8.1.4). */
function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable(DAMAGED);
  }
}
