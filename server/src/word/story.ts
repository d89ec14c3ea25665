import { createFields, type Fields } from './fields.ts';
import { createParagraph, type StoryParagraph, type StoryRun } from './paragraph.ts';
import { lookOf, type Styles } from './styles.ts';
import { symbol } from './symbols.ts';
import { type Attributes, isOn, walkXml } from './xml.ts';

/** A place in a story: an offset in the text of one of its paragraphs. */
export interface StoryPlace {
  readonly paragraph: StoryParagraph;
  readonly at: number;
}

/** What is anchored in the text and stands elsewhere. */
export interface StoryAnchor extends StoryPlace {
  readonly kind: 'footnote' | 'endnote' | 'comment' | 'comment-start' | 'comment-end';
  readonly id: string;
}

/** The text of one part: the body, the notes or the comments. */
export interface Story {
  /** In reading order: what a text box holds follows the paragraph it is anchored in. */
  readonly paragraphs: readonly StoryParagraph[];
  readonly anchors: readonly StoryAnchor[];
  /** Where something was inserted, deleted or moved and neither accepted nor rejected. */
  readonly revisions: readonly StoryPlace[];
  /** Whole documents of other formats are embedded, which are not read. */
  readonly embeds: boolean;
  /** Author of each comment, by its id. */
  readonly authors: ReadonlyMap<string, string>;
}

/** Elements whose content is no text of the document as it stands. */
const SKIPPED = new Set([
  ...['w:pPrChange', 'w:rPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange'],
  ...['w:tblPrExChange', 'w:tblGridChange', 'w:numberingChange', 'w:sectPr', 'w:tblPr', 'w:sdtEndPr'],
  ...['w:instrText', 'w:delInstrText', 'w:delText', 'w:rt', 'w:fldData', 'w:ffData', 'w:binData'],
]);
/** Namespaces that an alternative may require and that change nothing for a reader of the text. */
const UNDERSTOOD = /^(?:wps|wpg|wpc|wp14|w14|w15|w16\w*|a14|v|am3d|cx\d?)$/;

const BREAK_MARKS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
};

/** Reads a part: changes accepted, hidden text and instructions of fields left out. @throws Unreadable */
export function readStory(xml: string, styles: Styles): Story {
  const paragraphs: StoryParagraph[] = [];
  const anchors: StoryAnchor[] = [];
  const revisions: StoryPlace[] = [];
  const authors = new Map<string, string>();
  const open: StoryParagraph[] = [];
  const path: string[] = [];
  const fields: Fields[] = [createFields()];
  const prompts: boolean[] = [];
  const alternatives: boolean[] = [];
  const pending: Pick<StoryAnchor, 'kind' | 'id'>[] = [];
  const skippedParagraphs = { open: 0 };
  let skip = 0;
  let count = 0;
  let tables = 0;
  let owner: string | undefined;
  let embeds = false;
  let run: StoryRun | undefined;
  const outerRuns: (StoryRun | undefined)[] = [];
  let words: { readonly start: number; text: string; readonly keep: boolean } | undefined;

  const current = (): StoryParagraph | undefined => open[open.length - 1];
  const here = (): StoryPlace | undefined => {
    const paragraph = current() ?? paragraphs[paragraphs.length - 1];
    return paragraph && { paragraph, at: paragraph.text.length };
  };
  const tagStart = (end: number): number => xml.lastIndexOf('<', end - 1);

  function add(text: string, start: number, end: number, exact: boolean): void {
    const paragraph = current();
    if (!run || !paragraph || text === '') return;
    const runAt = run.length;
    if (!fields[fields.length - 1]!.isShown()) return;
    const look = {
      ...styles.look(paragraph.style ?? styles.paragraph),
      ...styles.look(run.style),
      ...run.own,
    };
    if (look.hidden) return;
    run.length += text.length;
    paragraph.pieces.push({
      ...{ at: paragraph.text.length, length: text.length, run, runAt, xml: { start, end }, exact },
      underlined: look.underlined === true,
      highlighted: look.highlighted === true,
      prompt: prompts.includes(true),
    });
    paragraph.text += text;
  }

  function anchor(kind: StoryAnchor['kind'], id = ''): void {
    const place = here();
    if (!current() && kind === 'comment-start') pending.push({ kind, id });
    else if (place && fields[fields.length - 1]!.isShown()) anchors.push({ kind, id, ...place });
  }

  function openParagraph(): void {
    const paragraph = createParagraph(count++, owner, tables > 0 || open.length > 0);
    open.push(paragraph);
    outerRuns.push(run);
    run = undefined;
    for (const { kind, id } of pending.splice(0)) anchors.push({ kind, id, paragraph, at: 0 });
  }

  function closeParagraph(): void {
    const closed = open.pop();
    run = outerRuns.pop();
    if (!closed) return;
    fields[fields.length - 1]!.endParagraph();
    (current()?.below ?? paragraphs).push(closed, ...closed.below);
  }

  /** A change of the text: what it holds is skipped, or the row, the cell or the paragraph's end that it is said of. */
  function deletion(above: string | undefined): void {
    const place = here();
    if (place) revisions.push(place);
    if (above === 'w:rPr') {
      const paragraph = current();
      if (paragraph && path[path.length - 3] === 'w:pPr') paragraph.markDeleted = true;
    } else if (above === 'w:trPr' || above === 'w:tcPr') {
      skip = path.lastIndexOf(above === 'w:trPr' ? 'w:tr' : 'w:tc') + 1;
    } else skip = path.length;
  }

  function property(name: string, attributes: Attributes, above: string | undefined): void {
    const outer = path[path.length - 3];
    const paragraph = current();
    const value = attributes['w:val'];
    if (above === 'w:rPr' && outer === 'w:r' && run) {
      if (name === 'w:rStyle') run.style = value;
      else run.own = { ...run.own, ...lookOf(name, value) };
    } else if (!paragraph) return;
    else if (above === 'w:rPr' && outer === 'w:pPr') {
      if (name === 'w:vanish') paragraph.markHidden = isOn(value);
    } else if (above === 'w:pPr' && name === 'w:pStyle') paragraph.style = value;
    else if (above === 'w:numPr' && outer === 'w:pPr') {
      if (name === 'w:numId' && value !== undefined) paragraph.direct.numId = value;
      if (name === 'w:ilvl') paragraph.direct.level = Number(value);
    }
  }

  function openElement(name: string, attributes: Attributes, end: number): void {
    const above = path[path.length - 1];
    path.push(name);
    if (skip > 0) return openSkipped(name);
    if (SKIPPED.has(name)) {
      skip = path.length;
      return;
    }
    if (above === 'w:sdtPr') {
      if (name === 'w:showingPlcHdr' && isOn(attributes['w:val'])) prompts[prompts.length - 1] = true;
      skip = path.length;
      return;
    }
    switch (name) {
      case 'w:p':
        return openParagraph();
      case 'w:r':
      case 'm:r':
        run = newRun(tagStart(end));
        return;
      case 'w:t':
      case 'm:t':
        words = { start: end, text: '', keep: attributes['xml:space'] === 'preserve' };
        return;
      case 'w:br': {
        const isPage = attributes['w:type'] === 'page' || attributes['w:type'] === 'column';
        if (!isPage || current()?.text !== '') add('\n', tagStart(end), elementEnd(end), false);
        return;
      }
      case 'w:tab':
      case 'w:ptab':
      case 'w:cr':
      case 'w:noBreakHyphen':
        if (above === 'w:r') add(BREAK_MARKS[name]!, tagStart(end), elementEnd(end), false);
        return;
      case 'w:sym':
        add(symbolOf(attributes), tagStart(end), elementEnd(end), false);
        return;
      case 'w:fldChar':
        fields[fields.length - 1]!.char(attributes['w:fldCharType']);
        return;
      case 'w:ins':
      case 'w:moveTo': {
        const place = here();
        if (place) revisions.push(place);
        return;
      }
      case 'w:del':
      case 'w:moveFrom':
      case 'w:cellDel':
        return deletion(above);
      case 'w:tbl':
        tables++;
        return;
      case 'w:txbxContent':
        fields.push(createFields());
        return;
      case 'w:sdt':
        prompts.push(false);
        return;
      case 'mc:AlternateContent':
        alternatives.push(false);
        return;
      case 'mc:Choice':
      case 'mc:Fallback':
        return choose(name === 'mc:Fallback' || isUnderstood(attributes['Requires']));
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return anchor(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id']);
      case 'w:commentRangeStart':
        return anchor('comment-start', attributes['w:id']);
      case 'w:commentRangeEnd':
        return anchor('comment-end', attributes['w:id']);
      case 'w:commentReference':
        return anchor('comment', attributes['w:id']);
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        owner =
          attributes['w:type'] === undefined || attributes['w:type'] === 'normal'
            ? (attributes['w:id'] ?? '')
            : '-';
        authors.set(owner, attributes['w:author'] ?? '');
        return;
      case 'w:altChunk':
      case 'w:subDoc':
        embeds = true;
        return;
      default:
        property(name, attributes, above);
    }
  }

  function newRun(start: number): StoryRun {
    const paragraph = current();
    const index = paragraph ? paragraph.runs++ : 0;
    return { index, xml: { start, end: start }, own: {}, length: 0 };
  }

  function openSkipped(name: string): void {
    if (name === 'w:p') {
      count++;
      skippedParagraphs.open++;
    } else if (name === 'w:r' && skippedParagraphs.open === 0) {
      const paragraph = current();
      if (paragraph) paragraph.runs++;
    }
  }

  /** Of alternatives the first that is understood is read. */
  function choose(isUsable: boolean): void {
    if (isUsable && alternatives[alternatives.length - 1] === false)
      alternatives[alternatives.length - 1] = true;
    else skip = path.length;
  }

  function closeElement(name: string, end: number): void {
    const depth = path.length;
    path.pop();
    if (skip > 0) {
      if (name === 'w:p' && skippedParagraphs.open > 0) skippedParagraphs.open--;
      if (depth > skip) return;
      skip = 0;
      return;
    }
    switch (name) {
      case 'w:t':
      case 'm:t':
        return closeText(end);
      case 'w:r':
      case 'm:r':
        if (run) run.xml.end = end;
        run = undefined;
        return;
      case 'w:p':
        return closeParagraph();
      case 'w:tbl':
        tables--;
        return;
      case 'w:txbxContent':
        fields.pop();
        return;
      case 'w:sdt':
        prompts.pop();
        return;
      case 'mc:AlternateContent':
        alternatives.pop();
        return;
    }
  }

  function closeText(end: number): void {
    if (!words) return;
    const { start, text, keep } = words;
    words = undefined;
    const close = tagStart(end);
    const plain = text.replace(/[\t\n\r]/g, ' ');
    const exact = close - start === plain.length;
    const trimmed = keep ? plain : plain.replace(/^ +| +$/g, '');
    const raw = xml.slice(start, close);
    const from = keep ? 0 : (/^\s*/.exec(raw)?.[0].length ?? 0);
    const to = keep ? raw.length : raw.length - (/\s*$/.exec(raw)?.[0].length ?? 0);
    add(trimmed, start + from, start + to, exact);
  }

  /** The end of an empty element, whose closing tag may stand apart. */
  function elementEnd(end: number): number {
    return xml[end - 2] === '/' ? end : xml.indexOf('>', end) + 1;
  }

  walkXml(xml, {
    open: openElement,
    close: closeElement,
    text(text) {
      if (words && skip === 0) words.text += text;
    },
  });
  return { paragraphs, anchors, revisions, embeds, authors };
}

function isUnderstood(requires = ''): boolean {
  return requires.split(/\s+/).every((prefix) => UNDERSTOOD.test(prefix));
}

function symbolOf(attributes: Attributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  return code > 0 && code <= 0x10ffff ? symbol(code) : '';
}
