import { createFields, type Fields } from './fields.ts';
import { createParagraph, type StoryParagraph, type StoryRun } from './paragraph.ts';
import type { Look, Styles } from './styles.ts';

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
  readonly paragraphs: StoryParagraph[];
  readonly anchors: StoryAnchor[];
  /** Where something was inserted, deleted or moved and neither accepted nor rejected. */
  readonly revisions: StoryPlace[];
  /** Author of each comment, by its id. */
  readonly authors: Map<string, string>;
  /** Whole documents of other formats are embedded, which are not read. */
  embeds: boolean;
}

/** Where the reading of a part has got to. */
export interface StoryState {
  readonly story: Story;
  /** Names of the open elements. */
  readonly path: string[];
  /** Length of `path` at the element whose content is left out; 0 outside such. */
  skip: number;
  tables: number;
  /** Which note or comment is open. */
  owner: string | undefined;
  run: StoryRun | undefined;
  words: { readonly start: number; text: string; readonly keep: boolean } | undefined;
  /** Of each open content control, whether it shows its prompt. */
  readonly prompts: boolean[];
  /** Of each open choice between alternatives, whether one was read. */
  readonly alternatives: boolean[];
  readonly fields: () => Fields;
  readonly enterBox: () => void;
  readonly leaveBox: () => void;
  readonly paragraph: () => StoryParagraph | undefined;
  /** Counts a paragraph or a run whose content is left out. */
  readonly passOver: (name: string) => void;
  readonly leavePassed: (name: string) => void;
  readonly openParagraph: () => void;
  readonly closeParagraph: () => void;
  readonly openRun: (start: number) => void;
  /** Adds shown text to the open run. `start` and `end` are offsets in the part. */
  readonly add: (text: string, start: number, end: number, exact: boolean) => void;
  readonly anchor: (kind: StoryAnchor['kind'], id: string | undefined) => void;
  readonly revise: () => void;
  readonly tagStart: (end: number) => number;
  /** The end of an empty element, whose closing tag may stand apart. */
  readonly elementEnd: (end: number) => number;
}

export function createState(xml: string, styles: Styles): StoryState {
  const story: Story = { paragraphs: [], anchors: [], revisions: [], authors: new Map(), embeds: false };
  const open: StoryParagraph[] = [];
  const outerRuns: (StoryRun | undefined)[] = [];
  const boxes: Fields[] = [createFields()];
  const pending: Pick<StoryAnchor, 'kind' | 'id'>[] = [];
  let count = 0;
  let passed = 0;

  const paragraph = (): StoryParagraph | undefined => open[open.length - 1];
  const fields = (): Fields => boxes[boxes.length - 1]!;
  const here = (): StoryPlace | undefined => {
    const last = paragraph() ?? story.paragraphs[story.paragraphs.length - 1];
    return last && { paragraph: last, at: last.text.length };
  };
  const lookOf = ({ style }: StoryParagraph, run: StoryRun): Look => {
    const styled = styles.look(style ?? styles.paragraph);
    return run.style === undefined && run.own === NO_LOOK
      ? styled
      : { ...styled, ...styles.look(run.style), ...run.own };
  };

  const state: StoryState = {
    ...{ story, path: [], skip: 0, tables: 0, owner: undefined, run: undefined, words: undefined },
    ...{ prompts: [], alternatives: [], fields, paragraph },
    enterBox: () => void boxes.push(createFields()),
    leaveBox: () => void boxes.pop(),
    passOver(name) {
      if (name === 'w:p') {
        count++;
        passed++;
      } else if (passed === 0 && (name === 'w:r' || name === 'm:r')) {
        const around = paragraph();
        if (around) around.runs++;
      }
    },
    leavePassed(name) {
      if (name === 'w:p' && passed > 0) passed--;
    },
    openParagraph() {
      const opened = createParagraph(count++, state.owner, state.tables > 0 || open.length > 0);
      open.push(opened);
      outerRuns.push(state.run);
      state.run = undefined;
      for (const { kind, id } of pending.splice(0))
        story.anchors.push({ kind, id, paragraph: opened, at: 0 });
    },
    closeParagraph() {
      const closed = open.pop();
      state.run = outerRuns.pop();
      if (!closed) return;
      fields().endParagraph();
      (paragraph()?.below ?? story.paragraphs).push(closed, ...closed.below);
    },
    openRun(start) {
      const around = paragraph();
      const index = around ? around.runs++ : 0;
      state.run = { index, xml: { start, end: start }, own: NO_LOOK, length: 0 };
    },
    add(text, start, end, exact) {
      const around = paragraph();
      const { run, prompts } = state;
      if (!run || !around || text === '' || !fields().isShown()) return;
      const look = lookOf(around, run);
      if (look.hidden) return;
      around.pieces.push({
        at: around.text.length,
        length: text.length,
        run,
        runAt: run.length,
        xml: { start, end },
        exact,
        underlined: look.underlined === true,
        highlighted: look.highlighted === true,
        prompt: prompts.includes(true),
      });
      run.length += text.length;
      around.text += text;
    },
    anchor(kind, id = '') {
      const place = here();
      if (!paragraph() && kind === 'comment-start') pending.push({ kind, id });
      else if (place && fields().isShown()) story.anchors.push({ kind, id, ...place });
    },
    revise() {
      const place = here();
      if (place) story.revisions.push(place);
    },
    tagStart: (end) => xml.lastIndexOf('<', end - 1),
    elementEnd: (end) => (xml[end - 2] === '/' ? end : xml.indexOf('>', end) + 1),
  };
  return state;
}

/** The look of runs that say nothing of theirs. */
const NO_LOOK: Look = {};
