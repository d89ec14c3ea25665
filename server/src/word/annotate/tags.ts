import type { Attributes } from '../xml.ts';
import { attribute } from '../xml-text.ts';

/** How elements of Word's own namespace are written in a part. */
export interface Tags {
  /** The namespace: the transitional one, or that of ISO/IEC 29500 strict. */
  readonly namespace: string;
  /** An element that stands in the part as it is; attributes and names without prefix. */
  readonly element: (name: string, attributes: Readonly<Record<string, string>>, content?: string) => string;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MAIN = /\/wordprocessingml\/(?:2006\/)?main$/;

/** Reads from the attributes of a part's root how names are written below it; where nothing fits, names declare themselves. */
export function tagsOf(root: Attributes): Tags {
  const known = Object.entries(root).filter(
    ([name, uri]) => /^xmlns(?::|$)/.test(name) && MAIN.test(uri ?? ''),
  );
  const prefix = known.map(([name]) => name.slice(6)).find((name) => name !== '');
  const namespace = known[0]?.[1] ?? TRANSITIONAL;
  const declared = prefix === undefined ? ` xmlns:w="${namespace}"` : '';
  const full = (name: string): string => `${prefix ?? 'w'}:${name}`;
  return {
    namespace,
    element(name, attributes, content = '') {
      const said = Object.entries(attributes).map(
        ([key, value]) => ` ${key.includes(':') ? key : full(key)}="${attribute(value)}"`,
      );
      const head = `${full(name)}${declared}${said.join('')}`;
      return content === '' ? `<${head}/>` : `<${head}>${content}</${full(name)}>`;
    },
  };
}

/** The text of a run, every space kept. */
export function words({ element }: Tags, text: string): string {
  return element('t', { 'xml:space': 'preserve' }, attribute(text));
}
