import { SaxesParser } from 'saxes';

/** An element of a page or of a report, as a strict parser has it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a strict parser finds in XML, or in HTML without its document type; throws where it is not well-formed. */
export interface Parsed {
  readonly elements: readonly Element[];
  readonly text: string;
}

const VOID = /<(meta|link|br|col)\b([^>]*?)\/?>/g;

/** Parses a page; what stands in `style` is no text of it, nor the numbers that marks end with, nor readings. */
export function parseMarkup(markup: string): Parsed {
  const elements: Element[] = [];
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes });
    open.push(name);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (piece) => {
    const inner = open.at(-1);
    if (inner !== 'style' && inner !== 'rt' && !(inner === 'a' && open.at(-2) === 'mark')) text += piece;
  });
  parser.write(markup.replace(/^<!doctype[^>]*>/i, '').replace(VOID, '<$1$2/>')).close();
  return { elements, text };
}

/** The policy of a page, by directive. */
export function policyOf({ elements }: Parsed): Readonly<Record<string, readonly string[]>> {
  const own = elements.filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
  const written = own.length === 1 ? own[0]!.attributes.content! : '';
  const directives = written.split(';').map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(
    directives.filter(([name]) => name !== '').map(([name, ...sources]) => [name, sources]),
  );
}
