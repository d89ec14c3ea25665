import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../engine/edit.ts';
import {
  demote,
  moveSection,
  normaliseStyle,
  type OutlineChange,
  promote,
  type Refusal,
  renumberAll,
} from '../engine/outline-edits.ts';
import { toTextEdits } from './convert.ts';
import type { Reading } from './documents.ts';
import type { EditOutlineResult, OutlineAction } from './protocol/index.ts';
import { type HeadingPlace, headingAbove } from './renumber.ts';

/** The edits of the outline for the section at a position, or a sentence that says why there are none. */
export function editOutline(
  reading: Reading,
  { position, action }: { readonly position: Position; readonly action: OutlineAction },
): EditOutlineResult {
  const { document } = reading;
  const { version } = document;
  const place = headingAbove(reading, position);
  if (!place) {
    return { edits: [], version, message: '光标处及上文没有带序号的标题，请把光标放在要调整的一节里。' };
  }
  const change = CHANGES[action](reading, place);
  if ('refusal' in change) {
    return { edits: [], version, message: explain(change.refusal, action, place.heading.marker.text) };
  }
  const edits = toTextEdits(document, change.edits);
  if (!SECTION_ACTIONS.has(action)) return { edits, version };
  const edited = TextDocument.create(document.uri, '', 0, applyEdits(document.getText(), change.edits));
  return { edits, version, position: edited.positionAt(change.follow(document.offsetAt(position))) };
}

/** Only these take the cursor along; the others leave it to the editor. */
const SECTION_ACTIONS: ReadonlySet<OutlineAction> = new Set(['promote', 'demote', 'moveUp', 'moveDown']);

const CHANGES: Readonly<Record<OutlineAction, (reading: Reading, place: HeadingPlace) => OutlineChange>> = {
  promote: ({ draft }, { speech, heading }) => promote(draft, speech, heading),
  demote: ({ draft }, { speech, heading }) => demote(draft, speech, heading),
  moveUp: ({ draft }, { speech, heading }) => moveSection(draft, speech, heading, 'up'),
  moveDown: ({ draft }, { speech, heading }) => moveSection(draft, speech, heading, 'down'),
  renumberAll: ({ draft }, { speech }) => renumberAll(draft, speech),
  normalise: ({ draft }, { speech }) => normaliseStyle(draft, speech),
};

function explain(refusal: Refusal, action: OutlineAction, marker: string): string {
  switch (refusal) {
    case 'in-order':
      return action === 'normalise' ? '本篇序号的写法已经合乎规范。' : '本篇各级序号都已经连续，不必重排。';
    case 'top-level':
      return `“${marker}”已经是最高一级，不能再升。`;
    case 'deepest-level':
      return `“${marker}”或其下的标题已经是最末一级，不能再降。`;
    case 'first-of-level':
      return action === 'demote'
        ? `“${marker}”是这一级的第一个，降级后没有可以归入的上级，不能降。`
        : `“${marker}”已经是这一级的第一节，不能再上移。`;
    case 'last-of-level':
      return `“${marker}”已经是这一级的最后一节，不能再下移。`;
    case 'inside-line':
      return `“${marker}”或其下的标题与别的文字连在一行，请先让标题另起一行，再调整层次。`;
    case 'unreadable':
      return `“${marker}”一节照此改动后，有的序号会与文字混淆，没有改动。请手工调整。`;
  }
}
