import { isOn, walkXml } from './xml.ts';

/** One level of a list (ECMA-376 Part 1, 17.9.6). */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** The text with `%1` … `%9` for the numbers. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** Restarts after a number of this level, from 1; 0 never. By default after any higher level. */
  readonly restart?: number | undefined;
  /** All numbers of its text in Arabic digits. */
  readonly isLegal: boolean;
  /** The paragraph style that stands on this level. */
  readonly style?: string | undefined;
}

export interface AbstractList {
  readonly levels: ReadonlyMap<number, Level>;
  /** The numbering style that has the levels instead. */
  readonly link?: string | undefined;
}

export interface List {
  readonly abstract: string;
  readonly overrides: ReadonlyMap<number, { readonly start?: number; readonly level?: Level }>;
}

/** What `numbering.xml` says. */
export interface Numbering {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly lists: ReadonlyMap<string, List>;
}

type Open<T> = { -readonly [Name in keyof T]: T[Name] };

/** Reads `numbering.xml`; no lists where there is none. */
export function readNumbering(xml: string | undefined): Numbering {
  const abstracts = new Map<string, Open<AbstractList> & { levels: Map<number, Level> }>();
  const lists = new Map<
    string,
    { abstract: string; overrides: Map<number, { start?: number; level?: Level }> }
  >();
  let levels: Map<number, Level> | undefined;
  let abstract: Open<AbstractList> | undefined;
  let list: { abstract: string; overrides: Map<number, { start?: number; level?: Level }> } | undefined;
  let override = -1;
  let level: Open<Level> | undefined;
  let fallback = 0;
  const open = (name: string, attributes: Readonly<Record<string, string | undefined>>): void => {
    const value = attributes['w:val'] ?? '';
    const index = Number(attributes['w:ilvl']);
    if (name === 'mc:Fallback') fallback++;
    if (fallback > 0) return;
    switch (name) {
      case 'w:abstractNum': {
        levels = new Map();
        const made = { levels };
        abstract = made;
        abstracts.set(attributes['w:abstractNumId'] ?? '', made);
        break;
      }
      case 'w:numStyleLink':
        if (abstract) abstract.link = value;
        break;
      case 'w:num':
        list = { abstract: '', overrides: new Map() };
        lists.set(attributes['w:numId'] ?? '', list);
        break;
      case 'w:abstractNumId':
        if (list) list.abstract = value;
        break;
      case 'w:lvlOverride':
        override = index;
        list?.overrides.set(index, {});
        break;
      case 'w:startOverride': {
        const of = list?.overrides.get(override);
        if (of) of.start = Number(value);
        break;
      }
      case 'w:lvl': {
        level = { start: 1, format: 'decimal', text: '', suffix: 'tab', isLegal: false };
        const of = list?.overrides.get(override);
        if (of) of.level = level;
        else levels?.set(index, level);
        break;
      }
      default:
        if (level) readLevel(level, name, attributes);
    }
  };
  if (xml !== undefined) {
    walkXml(xml, {
      open,
      close(name) {
        if (name === 'mc:Fallback') fallback--;
        if (name === 'w:lvl') level = undefined;
        if (name === 'w:num') list = undefined;
        if (name === 'w:abstractNum') abstract = levels = undefined;
      },
    });
  }
  return { abstracts, lists };
}

function readLevel(
  level: Open<Level>,
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
): void {
  const value = attributes['w:val'];
  if (name === 'w:start') level.start = Number(value ?? 1);
  else if (name === 'w:numFmt')
    level.format = value === 'custom' ? customFormat(attributes['w:format']) : (value ?? 'decimal');
  else if (name === 'w:lvlText') level.text = value ?? '';
  else if (name === 'w:suff') level.suffix = value === 'space' || value === 'nothing' ? value : 'tab';
  else if (name === 'w:lvlRestart') level.restart = Number(value);
  else if (name === 'w:isLgl') level.isLegal = isOn(value);
  else if (name === 'w:pStyle') level.style = value;
}

/** `001, 002, …` is all that Word offers beyond the named formats. */
function customFormat(format = ''): string {
  return /^0+1(?:,|$)/.test(format) ? `pad${format.split(',')[0]!.length}` : 'decimal';
}
