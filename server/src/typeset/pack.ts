import { type Document, Packer } from 'docx';
import { attribute } from '../word/xml-text.ts';

/** Fonts that do for one that is not installed, in order of preference. */
export type Fallbacks = Readonly<Record<string, readonly string[]>>;

/** The file's bytes, with a font table that says for each font which others may stand in for it. */
export async function pack(
  document: Document,
  fonts: readonly string[],
  fallbacks: Fallbacks,
): Promise<Uint8Array> {
  const data = fontTable(fonts, fallbacks);
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data }]);
}

/** ECMA-376 part 1, 17.8.3: other names parted by commas; character set 86 (hexadecimal) is simplified Chinese. */
function fontTable(fonts: readonly string[], fallbacks: Fallbacks): string {
  const entries = [...new Set(fonts)].map((font) => {
    const others = fallbacks[font] ?? [];
    const names = others.length > 0 ? `<w:altName w:val="${attribute(others.join(','))}"/>` : '';
    return `<w:font w:name="${attribute(font)}">${names}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
