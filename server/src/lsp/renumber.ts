import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { speechAt } from '../draft/place.ts';
import type { Heading, Speech } from '../draft/types.ts';
import { renumberLevel } from '../engine/renumber.ts';
import { toTextEdits } from './convert.ts';
import type { Reading } from './documents.ts';
import type { RenumberResult } from './protocol/index.ts';

/** A heading with the speech that holds it. */
export interface HeadingPlace {
  readonly speech: Speech;
  readonly heading: Heading;
}

/** The edits that put the level of the heading at or above a position in order, or why there are none. */
export function renumberAt(reading: Reading, position: Position): RenumberResult {
  const { document } = reading;
  const { version } = document;
  const place = headingAbove(reading, position);
  if (!place) {
    return { edits: [], version, message: '光标处及上文没有带序号的标题，请把光标放在要重排的标题上。' };
  }
  const edits = toTextEdits(document, renumberLevel(place.speech, place.heading));
  if (edits.length === 0) {
    return { edits, version, message: `“${place.heading.marker.text}”所在这一级的序号已经连续，不必重排。` };
  }
  return { edits, version };
}

/** The heading at or above a position, in the same speech. */
export function headingAbove({ document, draft }: Reading, position: Position): HeadingPlace | undefined {
  const offset = pastIndent(document, document.offsetAt(position));
  const speech = speechAt(draft, offset);
  const heading = speech?.headings.findLast(({ markerSpan }) => markerSpan.start <= offset);
  return speech && heading && { speech, heading };
}

/** A cursor in the indent of a heading is at the heading. */
function pastIndent(document: TextDocument, offset: number): number {
  const text = document.getText();
  let at = offset;
  while (at < text.length && /[ \t　#]/.test(text[at]!)) at++;
  return at;
}
