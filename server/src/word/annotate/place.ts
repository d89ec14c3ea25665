import { type Span, slice } from '../../draft/span.ts';
import { xmlOffset } from '../locate.ts';
import type { WordDocument, WordPiece } from '../types.ts';
import type { Body, Element, Run } from './body.ts';

/** A place of the main part where something can be put between runs, and what has to be parted there. */
export interface Place {
  readonly at: number;
  /** The run to be parted; absent where the place stands between runs. */
  readonly run?: Run;
  /** The text to be parted with it; absent where the place stands between elements of the run. */
  readonly text?: Element;
}

/** What stands in a run without being seen; it may stay on either side. */
const UNSEEN = /^(?:\s|<\w+:lastRenderedPageBreak\s*\/>)*$/;

/** Finds places in the main part of a document. */
export interface Placing {
  /** The place of an offset within a piece, as the start or the end of what is meant. */
  readonly at: (piece: WordPiece, offset: number, edge: 'start' | 'end') => Place;
  readonly runOf: (piece: WordPiece) => Run | undefined;
  /** The `w:t` of a piece, where it can be parted anywhere. */
  readonly textOf: (piece: WordPiece) => Element | undefined;
}

export function createPlacing(document: WordDocument, { runs }: Body, xml: string): Placing {
  const runOf = ({ runXml }: WordPiece): Run | undefined => runs.get(runXml.start);
  const element = (piece: WordPiece): Element | undefined => {
    const { start } = piece.xml;
    const children = runOf(piece)?.children;
    return children?.get(start) ?? children?.get(xml.lastIndexOf('<', start - 1));
  };

  function beside(run: Run, { start, end }: Element, edge: 'start' | 'end'): Place {
    if (edge === 'start') {
      const before = { start: run.properties?.end ?? run.inner.start, end: start };
      return UNSEEN.test(slice(xml, before)) ? { at: run.start } : { at: start, run };
    }
    const after = { start: end, end: run.inner.end };
    return UNSEEN.test(slice(xml, after)) ? { at: run.end } : { at: end, run };
  }

  function textOf(piece: WordPiece): Element | undefined {
    const found = element(piece);
    const isText = found && found.start < piece.xml.start && !slice(xml, found.inner).includes('<');
    return isText ? found : undefined;
  }

  return {
    runOf,
    textOf,
    at(piece, offset, edge) {
      const run = runOf(piece);
      if (!run) return { at: piece.runXml[edge] };
      if (run.host) return { at: run.host[edge] };
      const around = element(piece);
      if (!around) return { at: run[edge] };
      const inside = offset > 0 && offset < piece.length;
      const text = inside ? textOf(piece) : undefined;
      if (text) return { at: xmlOffset(document, piece, offset), run, text };
      return beside(run, around, inside ? edge : offset <= 0 ? 'start' : 'end');
    },
  };
}

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}
