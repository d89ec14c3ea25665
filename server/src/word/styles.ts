import { isOn, walkXml } from './xml.ts';

/** What of a run's look decides how it is read; undefined where nothing is said of it. */
export interface Look {
  readonly hidden?: boolean | undefined;
  readonly underlined?: boolean | undefined;
  readonly highlighted?: boolean | undefined;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly numId: string;
  /** Undefined where the list says which level the style is. */
  readonly level?: number | undefined;
}

export interface Styles {
  /** The look that a style gives, those it is based on included. */
  readonly look: (id: string | undefined) => Look;
  /** The list that a paragraph style belongs to; `style` is the one that says so. */
  readonly list: (id: string | undefined) => (ListPlace & { readonly style: string }) | undefined;
  /** The paragraph style of paragraphs that name none. */
  readonly paragraph: string | undefined;
  /** The list of a numbering style. */
  readonly numbering: (id: string) => string | undefined;
}

interface Style {
  basedOn?: string | undefined;
  look: Look;
  numId?: string | undefined;
  level?: number | undefined;
}

/** A property of a run as its element says it; undefined where it is no property of a look. */
export function lookOf(name: string, value: string | undefined): Look | undefined {
  switch (name) {
    case 'w:vanish':
      return { hidden: isOn(value) };
    case 'w:u':
      return { underlined: value !== undefined && value !== 'none' };
    case 'w:highlight':
      return { highlighted: value !== undefined && value !== 'none' };
    default:
      return undefined;
  }
}

/** Styles of Word are based on each other ten times at most. */
const LONGEST_CHAIN = 100;

/** Reads `styles.xml`; no styles where there is none. */
export function readStyles(xml: string | undefined): Styles {
  const { styles, paragraph } = xml === undefined ? { styles: new Map<string, Style>() } : parse(xml);
  const looks = new Map<string, Look>();
  const chain = (id: string | undefined): readonly (readonly [string, Style])[] => {
    const found: (readonly [string, Style])[] = [];
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at) && seen.size < LONGEST_CHAIN; ) {
      const style = styles.get(at);
      if (!style) break;
      seen.add(at);
      found.push([at, style]);
      at = style.basedOn;
    }
    return found;
  };
  return {
    paragraph,
    look(id) {
      if (id === undefined) return {};
      const known =
        looks.get(id) ??
        Object.assign(
          {},
          ...chain(id)
            .map(([, style]) => style.look)
            .reverse(),
        );
      looks.set(id, known);
      return known;
    },
    list(id) {
      const [style, found] = chain(id).find(([, { numId }]) => numId !== undefined) ?? [];
      if (style === undefined || found?.numId === undefined) return undefined;
      return { numId: found.numId, level: found.level, style };
    },
    numbering: (id) => styles.get(id)?.numId,
  };
}

function parse(xml: string): { readonly styles: Map<string, Style>; readonly paragraph: string | undefined } {
  const styles = new Map<string, Style>();
  let paragraph: string | undefined;
  let style: Style | undefined;
  const path: string[] = [];
  walkXml(xml, {
    open(name, attributes) {
      const above = path.at(-1);
      path.push(name);
      const value = attributes['w:val'];
      if (name === 'w:style') {
        style = { look: {} };
        const id = attributes['w:styleId'] ?? '';
        styles.set(id, style);
        const byDefault = attributes['w:default'];
        if (attributes['w:type'] === 'paragraph' && byDefault !== undefined && isOn(byDefault))
          paragraph = id;
      } else if (!style) return;
      else if (name === 'w:basedOn') style.basedOn = value;
      else if (above === 'w:numPr' && name === 'w:numId') style.numId = value;
      else if (above === 'w:numPr' && name === 'w:ilvl') style.level = Number(value);
      else if (above === 'w:rPr' && path.at(-3) === 'w:style') {
        style.look = { ...style.look, ...lookOf(name, value) };
      }
    },
    close(name) {
      path.pop();
      if (name === 'w:style') style = undefined;
    },
  });
  return { styles, paragraph };
}
