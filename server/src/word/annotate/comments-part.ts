import { DAMAGED, Unreadable } from '../failure.ts';
import type { WordPackage } from '../package.ts';
import { type Attributes, walkXml } from '../xml.ts';
import { attribute } from '../xml-text.ts';
import { splice } from './splice.ts';
import { type Tags, tagsOf, words } from './tags.ts';
import type { Signature } from './types.ts';

/** What a comment says, by the number that its place in the text refers to. */
export interface Comment {
  readonly id: number;
  readonly lines: readonly string[];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const TYPES = '[Content_Types].xml';
const RELATIONS = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts that change when comments are added, with their new XML; `main` are the tags of the main part. */
export function withComments(
  file: WordPackage,
  comments: readonly Comment[],
  signature: Signature,
  main: Tags,
): ReadonlyMap<string, string> {
  const related = file.related.get('comments');
  const before = related === undefined ? undefined : file.xml(related);
  if (related !== undefined && before !== undefined) {
    return new Map([[related, append(before, (_, root) => allComments(comments, signature, tagsOf(root)))]]);
  }
  const part = related ?? freeName(file);
  const root = { 'xmlns:w': main.namespace };
  const all = allComments(comments, signature, tagsOf(root));
  return new Map([
    [part, `${DECLARATION}<w:comments xmlns:w="${attribute(main.namespace)}">${all}</w:comments>`],
    ...withType(file, part),
    ...(related === undefined ? [withRelation(file, part, main)] : []),
  ]);
}

/** A name beside the main part that no part has. */
function freeName({ main, entries }: WordPackage): string {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  for (let i = 0; ; i++) {
    const name = `${folder}comments${i === 0 ? '' : i}.xml`;
    if (!entries.has(name)) return name;
  }
}

function withType(file: WordPackage, part: string): readonly (readonly [string, string])[] {
  const types = file.xml(TYPES);
  if (types === undefined) throw new Unreadable(DAMAGED);
  const name = `/${part}`;
  let isKnown = false;
  walkXml(types, {
    open(_, { PartName = '' }) {
      if (PartName.toLowerCase() === name.toLowerCase()) isKnown = true;
    },
  });
  if (isKnown) return [];
  const override = (prefix: string): string =>
    `<${prefix}Override PartName="${attribute(name)}" ContentType="${TYPE}"/>`;
  return [[TYPES, append(types, override)]];
}

function withRelation(file: WordPackage, part: string, { namespace }: Tags): readonly [string, string] {
  const slash = file.main.lastIndexOf('/') + 1;
  const folder = file.main.slice(0, slash);
  const name = `${folder}_rels/${file.main.slice(slash)}.rels`;
  const before = file.xml(name) ?? `${DECLARATION}<Relationships xmlns="${PACKAGE}"/>`;
  const ids = new Set<string>();
  walkXml(before, { open: (_, { Id = '' }) => void ids.add(Id) });
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number++;
  const type = `${namespace.includes('purl.oclc.org') ? RELATIONS.strict : RELATIONS.transitional}/comments`;
  const target = attribute(part.slice(folder.length));
  const relation = (prefix: string): string =>
    `<${prefix}Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`;
  return [name, append(before, relation)];
}

/** Puts elements at the end of what a part's root holds; `make` gets the root's own prefix with its colon. */
function append(xml: string, make: (prefix: string, root: Attributes) => string): string {
  let root: Attributes | undefined;
  let openEnd = 0;
  let end = 0;
  walkXml(xml, {
    open(_, attributes, at) {
      if (root) return;
      root = attributes;
      openEnd = at;
    },
    close(_, at) {
      end = at;
    },
  });
  const name = /[^\s/>]+/.exec(xml.slice(xml.lastIndexOf('<', openEnd - 1) + 1, openEnd))![0];
  const more = make(name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '', root ?? {});
  if (xml[openEnd - 2] !== '/') return splice(xml, [{ at: xml.lastIndexOf('<', end - 1), text: more }]).text;
  return `${xml.slice(0, openEnd - 2)}>${more}</${name}>${xml.slice(openEnd)}`;
}

function allComments(comments: readonly Comment[], signature: Signature, tags: Tags): string {
  const { author, initials, date } = signature;
  return comments
    .map(({ id, lines }) => {
      const content = lines.map((line, i) => paragraph(tags, line, i === 0)).join('');
      return tags.element('comment', { id: String(id), author, date, initials }, content);
    })
    .join('');
}

/** Small and plain, whatever the body's paragraphs look like: their indents and fixed lines are for large type. */
function paragraph(tags: Tags, text: string, isFirst: boolean): string {
  const { element } = tags;
  const look = [
    element('spacing', { before: '0', after: '0', line: '240', lineRule: 'auto' }),
    element('ind', { left: '0', firstLineChars: '0', firstLine: '0' }),
    element('jc', { val: 'left' }),
  ];
  const size = element('rPr', {}, element('sz', { val: '18' }));
  const sign = isFirst ? element('r', {}, element('annotationRef', {})) : '';
  return element(
    'p',
    {},
    element('pPr', {}, look.join('')) + sign + element('r', {}, size + words(tags, text)),
  );
}
