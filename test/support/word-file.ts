import { strToU8, zipSync } from 'fflate';

/** Parts of a Word file besides the body, by the names of their relationships. */
export interface WordParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = [
  `xmlns:w="${MAIN}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a Word file with raw WordprocessingML in its body and parts. */
export function wordFile(body: string, parts: WordParts = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(wordFiles(body, parts)).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

/** The same before it is packed: names and XML. */
export function wordFiles(body: string, parts: WordParts = {}): Record<string, string> {
  const kinds = Object.entries(parts) as [keyof WordParts, string][];
  const type = (kind: string): string =>
    `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  const types = [['document.main', 'document'], ...kinds.map(([kind]) => [kind, kind])].map(
    ([kind, part]) => `<Override PartName="/word/${part}.xml" ContentType="${type(kind!)}"/>`,
  );
  const relations = kinds.map(
    ([kind], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`,
  );
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    'word/document.xml': `${DECLARATION}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      kinds.map(([kind, xml]) => [`word/${kind}.xml`, `${DECLARATION}${root(kind, xml)}`]),
    ),
  };
}

function root(kind: keyof WordParts, xml: string): string {
  const name = kind === 'header' ? 'w:hdr' : `w:${kind}`;
  return `<${name} ${NAMESPACES}>${xml}</${name}>`;
}

/** A run of text with properties. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of text. */
export function paragraph(content = '', properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A paragraph of a list. */
export function item(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** One level of a list. */
export function level(index: number, format: string, text: string, more = '', start = 1): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** `numbering.xml` of lists, each an abstract list of the same number; `more` follows them. */
export function numbering(lists: readonly string[], more = ''): string {
  const abstracts = lists.map(
    (levels, i) =>
      `<w:abstractNum w:abstractNumId="${i + 1}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`,
  );
  const numbers = lists.map(
    (_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i + 1}"/></w:num>`,
  );
  return [...abstracts, ...numbers, more].join('');
}

/** A table of rows of cells of text. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${text.startsWith('<') ? text : paragraph(text)}</w:tc>`;
  const grid = `<w:tblGrid>${rows[0]!.map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>`;
  return `<w:tbl><w:tblPr/>${grid}${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** The three marks of a field around its instruction and its result. */
export function field(instruction: string, result: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
}

/** A text box as Word writes it: a shape, and the same for programs that know no shapes. */
export function textBox(content: string): string {
  const extent = '<wp:extent cx="2000000" cy="500000"/>';
  const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>`;
  const drawing = `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">${extent}<wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const old = `<w:pict><v:shape style="width:100pt;height:50pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`;
}
