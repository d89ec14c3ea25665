import type { StoryState } from './story-state.ts';
import { lookOf } from './styles.ts';
import { symbol } from './symbols.ts';
import { type Attributes, isOn } from './xml.ts';

/** What the beginning of an element does; the path ends with its name. `end` is the offset behind its tag. */
type Opening = (state: StoryState, attributes: Attributes, end: number) => void;

const insertion: Opening = (state) => state.revise();
const words: Opening = (state, attributes, end) => {
  state.words = { start: end, text: '', keep: attributes['xml:space'] === 'preserve' };
};
const run: Opening = (state, _, end) => state.openRun(state.tagStart(end));
const sign =
  (text: string): Opening =>
  (state, _, end) => {
    if (above(state) === 'w:r') state.add(text, state.tagStart(end), state.elementEnd(end), false);
  };
const choice =
  (isUsable: (attributes: Attributes) => boolean): Opening =>
  (state, attributes) => {
    const last = state.alternatives.length - 1;
    if (state.alternatives[last] === false && isUsable(attributes)) state.alternatives[last] = true;
    else skipThis(state);
  };
/** A note or a comment; separators between text and notes are owned by nobody. */
const owned: Opening = (state, { 'w:type': type = 'normal', 'w:id': id = '', 'w:author': author = '' }) => {
  state.owner = type === 'normal' ? id : '-';
  state.story.authors.set(state.owner, author);
};

/** A deletion: what it holds is left out, or the row, the cell or the paragraph's end that it is said of. */
const deletion: Opening = (state) => {
  const outer = above(state);
  state.revise();
  if (outer === 'w:rPr') {
    const paragraph = state.paragraph();
    if (paragraph && state.path[state.path.length - 3] === 'w:pPr') paragraph.markDeleted = true;
  } else if (outer === 'w:trPr' || outer === 'w:tcPr') {
    state.skip = state.path.lastIndexOf(outer === 'w:trPr' ? 'w:tr' : 'w:tc') + 1;
  } else skipThis(state);
};

const OPENINGS: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ['w:p', (state) => state.openParagraph()],
  ['w:r', run],
  ['m:r', run],
  ['w:t', words],
  ['m:t', words],
  ['w:tab', sign('\t')],
  ['w:ptab', sign('\t')],
  ['w:cr', sign('\n')],
  ['w:noBreakHyphen', sign('\u2011')],
  [
    'w:br',
    (state, { 'w:type': type }, end) => {
      // A page that begins with a paragraph needs no line before it.
      if ((type === 'page' || type === 'column') && state.paragraph()?.text === '') return;
      state.add('\n', state.tagStart(end), state.elementEnd(end), false);
    },
  ],
  [
    'w:sym',
    (state, attributes, end) =>
      state.add(symbolOf(attributes), state.tagStart(end), state.elementEnd(end), false),
  ],
  ['w:fldChar', (state, attributes) => state.fields().char(attributes['w:fldCharType'])],
  ['w:ins', insertion],
  ['w:moveTo', insertion],
  ['w:del', deletion],
  ['w:moveFrom', deletion],
  ['w:cellDel', deletion],
  ['w:tbl', (state) => void state.tables++],
  ['w:txbxContent', (state) => state.enterBox()],
  ['w:sdt', (state) => void state.prompts.push(false)],
  ['mc:AlternateContent', (state) => void state.alternatives.push(false)],
  ['mc:Choice', choice(({ Requires = '' }) => Requires.split(/\s+/).every((name) => UNDERSTOOD.test(name)))],
  ['mc:Fallback', choice(() => true)],
  ['w:footnoteReference', (state, attributes) => state.anchor('footnote', attributes['w:id'])],
  ['w:endnoteReference', (state, attributes) => state.anchor('endnote', attributes['w:id'])],
  ['w:commentRangeStart', (state, attributes) => state.anchor('comment-start', attributes['w:id'])],
  ['w:commentRangeEnd', (state, attributes) => state.anchor('comment-end', attributes['w:id'])],
  ['w:commentReference', (state, attributes) => state.anchor('comment', attributes['w:id'])],
  ['w:footnote', owned],
  ['w:endnote', owned],
  ['w:comment', owned],
  ['w:altChunk', embedded],
  ['w:subDoc', embedded],
]);

const CLOSINGS: ReadonlyMap<string, (state: StoryState, end: number) => void> = new Map([
  ['w:p', (state: StoryState) => state.closeParagraph()],
  ['w:r', closeRun],
  ['m:r', closeRun],
  ['w:tbl', (state: StoryState) => void state.tables--],
  ['w:txbxContent', (state: StoryState) => state.leaveBox()],
  ['w:sdt', (state: StoryState) => void state.prompts.pop()],
  ['mc:AlternateContent', (state: StoryState) => void state.alternatives.pop()],
]);

/** Namespaces that an alternative may require and that change nothing for a reader of the text. */
const UNDERSTOOD = /^(?:wps|wpg|wpc|wp14|w14|w15|w16\w*|a14|v|am3d|cx\d?)$/;

/** Elements whose content is no text of the document as it stands. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['w:pPrChange', 'w:rPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange'],
  ...['w:tblPrExChange', 'w:tblGridChange', 'w:numberingChange', 'w:sectPr', 'w:tblPr', 'w:sdtEndPr'],
  ...['w:instrText', 'w:delInstrText', 'w:delText', 'w:rt', 'w:fldData', 'w:ffData', 'w:binData'],
]);

/** Takes up the beginning of an element; the path ends with its name. */
export function openElement(state: StoryState, name: string, attributes: Attributes, end: number): void {
  const isControl = above(state) === 'w:sdtPr';
  if (isControl && name === 'w:showingPlcHdr' && isOn(attributes['w:val'])) {
    state.prompts[state.prompts.length - 1] = true;
  }
  if (isControl || LEFT_OUT.has(name)) {
    skipThis(state);
    return;
  }
  const opening = OPENINGS.get(name);
  if (opening) opening(state, attributes, end);
  else readProperty(state, name, attributes['w:val']);
}

/** Takes up the end of an element; it is no longer in the path. */
export function closeElement(state: StoryState, name: string, end: number): void {
  CLOSINGS.get(name)?.(state, end);
}

function readProperty(state: StoryState, name: string, value: string | undefined): void {
  const inner = above(state);
  const outer = state.path[state.path.length - 3];
  const paragraph = state.paragraph();
  if (inner === 'w:rPr' && outer === 'w:r' && state.run) {
    const look = lookOf(name, value);
    if (name === 'w:rStyle') state.run.style = value;
    else if (look) state.run.own = { ...state.run.own, ...look };
  } else if (!paragraph) return;
  else if (inner === 'w:rPr' && outer === 'w:pPr') {
    if (name === 'w:vanish') paragraph.markHidden = isOn(value);
  } else if (inner === 'w:pPr' && name === 'w:pStyle') paragraph.style = value;
  else if (inner === 'w:numPr' && outer === 'w:pPr') {
    if (name === 'w:numId' && value !== undefined) paragraph.direct.numId = value;
    if (name === 'w:ilvl') paragraph.direct.level = Number(value);
  }
}

function closeRun(state: StoryState, end: number): void {
  if (state.run) state.run.xml.end = end;
  state.run = undefined;
}

function embedded({ story }: StoryState): void {
  story.embeds = true;
}

/** Name of the element around the one that the path ends with. */
function above({ path }: StoryState): string | undefined {
  return path[path.length - 2];
}

function skipThis(state: StoryState): void {
  state.skip = state.path.length;
}

function symbolOf(attributes: Attributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  return code > 0 && code <= 0x10ffff ? symbol(code) : '';
}
