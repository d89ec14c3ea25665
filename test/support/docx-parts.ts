import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part of a Word file; names as written, with their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Reads one part of a Word file. @throws where it is not there or is not well-formed */
export function readPart(bytes: Uint8Array, part: string): Element {
  const data = unzipSync(bytes)[part];
  if (!data) throw new Error(`no ${part}`);
  const root = { name: '', attributes: {}, children: [] as (Element | string)[] };
  const path = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    path.at(-1)!.children.push(element);
    path.push(element);
  });
  parser.on('text', (text) => path.at(-1)!.children.push(text));
  parser.on('closetag', () => path.pop());
  parser.write(strFromU8(data)).close();
  return root.children.find((child): child is Element => typeof child !== 'string')!;
}

/** Every element of a name below one, in order. */
export function all(within: Element, name: string): readonly Element[] {
  return within.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

/** The first of them. @throws where there is none */
export function one(within: Element, name: string): Element {
  const [first] = all(within, name);
  if (!first) throw new Error(`no ${name} in ${within.name}`);
  return first;
}

/** The text below an element: what `w:t` holds, a tab for `w:tab`. */
export function textOf(element: Element | string): string {
  if (typeof element === 'string') return '';
  if (element.name === 'w:t') return element.children.join('');
  return element.name === 'w:tab' ? '\t' : element.children.map(textOf).join('');
}

/** The texts of the paragraphs of the document itself, in order. */
export function paragraphTexts(bytes: Uint8Array): readonly string[] {
  return all(readPart(bytes, 'word/document.xml'), 'w:p').map(textOf);
}

/** The style of an id. @throws where there is none */
export function styleOf(bytes: Uint8Array, id: string): Element {
  const style = all(readPart(bytes, 'word/styles.xml'), 'w:style').find(
    ({ attributes }) => attributes['w:styleId'] === id,
  );
  if (!style) throw new Error(`no style ${id}`);
  return style;
}
