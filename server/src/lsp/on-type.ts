import type { Position, TextEdit } from 'vscode-languageserver';
import { readMarker } from '../draft/markers.ts';
import { speechAt } from '../draft/place.ts';
import { contains, slice } from '../draft/span.ts';
import { slotOf } from '../engine/outline/slots.ts';
import { writeMarker } from '../engine/renumber.ts';
import type { Reading } from './documents.ts';

/** The key after which the editor asks. */
export const ON_TYPE = '\n';

/** Whether the section `hegao` of the editor's settings asks for the next number at Enter. */
export function proposesNextNumber(section: unknown): boolean {
  return (section as { proposeNextNumber?: unknown } | null | undefined)?.proposeNextNumber === true;
}

/**
 * What Enter brings along; `position` is on the new line. At the end of a numbered heading: the next number, written
 * alike and indented alike. On a line with nothing but a number: the line is emptied and the new one taken back.
 */
export function afterEnter(reading: Reading, { line }: Position): readonly TextEdit[] {
  if (line === 0 || lineAt(reading, line).trim() !== '') return [];
  const above = lineAt(reading, line - 1);
  if (isBareNumber(above)) {
    const end = lineAt(reading, line).length;
    return [
      { range: { start: { line: line - 1, character: 0 }, end: { line, character: end } }, newText: '' },
    ];
  }
  const next = nextNumber(reading, line - 1);
  if (next === undefined) return [];
  const blanks = lineAt(reading, line).length;
  return [
    {
      range: { start: { line, character: 0 }, end: { line, character: blanks } },
      newText: /^\s*/.exec(above)![0] + next,
    },
  ];
}

/** The number after that of the last heading on a line. */
function nextNumber({ document, draft }: Reading, line: number): string | undefined {
  const span = {
    start: document.offsetAt({ line, character: 0 }),
    end: document.offsetAt({ line: line + 1, character: 0 }),
  };
  const heading = speechAt(draft, span.end - 1)?.headings.findLast(({ markerSpan }) =>
    contains(span, markerSpan),
  );
  if (!heading) return undefined;
  const { hash, number } = slotOf(draft.text, heading);
  return (
    slice(draft.text, hash) +
    writeMarker({ ...heading.marker, text: slice(draft.text, number) }, heading.marker.ordinal + 1)
  );
}

/** `　　二、`, `## （三）` or `4. ` and nothing more. */
function isBareNumber(line: string): boolean {
  const words = line.trim().replace(/^#{1,6}[ \t　]+/, '');
  const marker = words === '' ? undefined : readMarker(`${words}　`);
  return marker !== undefined && marker.end >= words.length;
}

function lineAt({ document }: Reading, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return document.getText(range).replace(/(?<![\r\n])[\r\n]+$/, '');
}
