import { SaxesParser } from 'saxes';
import { DAMAGED, OVERSIZE, Unreadable } from './failure.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is told of an XML document, in order. Names have the prefixes that Word uses (`w:p`), whatever the file calls them. */
export interface XmlHandler {
  /** `end` is the offset behind the tag's `>`. */
  readonly open?: (name: string, attributes: Attributes, end: number) => void;
  /** `end` is the offset behind the element. */
  readonly close?: (name: string, end: number) => void;
  readonly text?: (text: string) => void;
}

/** Far more than any document has (a report of twenty thousand characters: eight thousand elements); a file that goes beyond is made to fill the memory. */
const DEEPEST = 500;
const MOST_ELEMENTS = 1_000_000;

/** The prefixes that Word uses, by the ends of the namespaces: transitional, strict (ISO/IEC 29500) and others. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/office\/word\/2012\/wordml$/, 'w15'],
  [/\/office\/word\/2010\/wordml$/, 'w14'],
];

/**
 * Reads XML as it stands, with offsets in UTF-16 units of `source`. Entities but the five of XML and character
 * references are errors, and so is a document type: nothing is ever expanded.
 * @throws Unreadable where it is not well-formed
 */
export function walkXml(source: string, { open, close, text }: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  const names = createNames();
  let depth = 0;
  let count = 0;
  parser.on('error', () => {
    throw new Unreadable(DAMAGED);
  });
  parser.on('doctype', () => {
    throw new Unreadable('文件里有文档类型声明（DTD），不是 Word 写出的文件，没有读取');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Unreadable('文件嵌套过深，不是 Word 写出的文件，没有读取');
    if (++count > MOST_ELEMENTS) throw new Unreadable(OVERSIZE);
    if (depth === 1) names.declare(attributes);
    open?.(names.of(name), names.attributes(attributes), parser.position);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    close?.(names.of(name), parser.position);
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.write(source).close();
}

interface Names {
  readonly declare: (attributes: Attributes) => void;
  readonly of: (name: string) => string;
  readonly attributes: (attributes: Attributes) => Attributes;
}

/** Names by the declarations of the root, where all writers of Word files put them. */
function createNames(): Names {
  const renamed = new Map<string, string>();
  const rename = (name: string): string => {
    const colon = name.indexOf(':');
    const prefix = renamed.get(colon < 0 ? '' : name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  return {
    declare(attributes) {
      for (const [name, uri = ''] of Object.entries(attributes)) {
        if (!/^xmlns(?::|$)/.test(name)) continue;
        const given = name.slice(6);
        const usual = PREFIXES.find(([end]) => end.test(uri))?.[1];
        if (usual !== undefined && usual !== given) renamed.set(given, usual);
      }
    },
    of: (name) => (renamed.size === 0 ? name : rename(name)),
    attributes(attributes) {
      if (renamed.size === 0) return attributes;
      const entries = Object.entries(attributes);
      return Object.fromEntries(
        entries.map(([name, value]) => [name.includes(':') ? rename(name) : name, value]),
      );
    },
  };
}

/** Whether an on/off property is on: present without a value, or with a true one (ECMA-376 Part 1, 17.17.4). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}
