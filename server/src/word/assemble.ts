import type { NextNumber } from './counters.ts';
import { type Locate, lookMarks, type Placed } from './marks.ts';
import { listPlace, type StoryParagraph } from './paragraph.ts';
import type { Styles } from './styles.ts';
import type { WordPiece } from './types.ts';

/** Puts the paragraphs of several parts together to one text. */
export interface Assembly {
  /** Adds paragraphs, each a line; `label` stands before the first. */
  readonly add: (part: string, paragraphs: readonly StoryParagraph[], label?: string) => void;
  readonly locate: Locate;
  readonly finish: () => {
    readonly text: string;
    readonly pieces: readonly WordPiece[];
    readonly starts: ReadonlySet<number>;
    readonly marks: readonly Placed[];
  };
}

export function createAssembly(styles: Styles, nextNumber: NextNumber): Assembly {
  const lines: string[] = [];
  const pieces: WordPiece[] = [];
  const starts = new Set<number>();
  const marks: Placed[] = [];
  const bases = new Map<StoryParagraph, number>();
  let length = 0;
  let wasApart = false;
  let isOpen = false;

  function begin(apart: boolean, head: string): void {
    if (apart || wasApart) starts.add(length);
    wasApart = apart;
    lines.push(head);
    length += head.length;
  }

  function put(part: string, paragraph: StoryParagraph): void {
    bases.set(paragraph, length);
    const { index, text } = paragraph;
    for (const { at, length: size, run, runAt, xml, exact } of paragraph.pieces) {
      const place = { part, paragraph: index, run: run.index, runAt };
      pieces.push({ at: length + at, length: size, ...place, xml, runXml: run.xml, exact });
    }
    marks.push(...lookMarks(paragraph, length));
    lines.push(text);
    length += text.length;
  }

  function end(): void {
    lines.push('\n');
    length++;
    isOpen = false;
  }

  return {
    locate(paragraph, at) {
      const base = bases.get(paragraph);
      return base === undefined ? undefined : base + at;
    },
    add(part, paragraphs, label = '') {
      const first = paragraphs.findIndex(({ text, markHidden }) => text !== '' || !markHidden);
      paragraphs.forEach((paragraph, i) => {
        if (paragraph.markHidden && paragraph.text === '') return;
        const isLast = i === paragraphs.length - 1;
        const { markDeleted } = paragraph;
        if (markDeleted && !isLast && paragraph.text === '' && !isOpen) return;
        if (!isOpen) {
          // What is left of a paragraph whose end was deleted belongs to the next one, and so does its number.
          const owner = ownerAt(paragraphs, i);
          const place = listPlace(owner, styles.list);
          begin(
            paragraph.apart || label !== '',
            (i === first ? label : '') + nextNumber(place ?? defaultPlace(owner)),
          );
        }
        put(part, paragraph);
        isOpen = true;
        if (!markDeleted || isLast) end();
      });
      if (isOpen) end();
    },
    finish: () => ({ text: lines.join(''), pieces, starts, marks }),
  };

  function defaultPlace({ style, direct }: StoryParagraph) {
    return style === undefined && direct.numId === undefined ? styles.list(styles.paragraph) : undefined;
  }
}

/** The paragraph whose end is the end of what begins at an index. */
function ownerAt(paragraphs: readonly StoryParagraph[], index: number): StoryParagraph {
  let at = index;
  while (at < paragraphs.length - 1 && paragraphs[at]!.markDeleted) at++;
  return paragraphs[at]!;
}
