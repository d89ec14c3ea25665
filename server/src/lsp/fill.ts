import type { Position } from 'vscode-languageserver';
import type { Edit } from '../engine/types.ts';
import type { FactMemory } from '../facts/facts.ts';
import { fillMasks } from '../facts/masks/fill.ts';
import { readPlaceholders } from '../facts/placeholders/read.ts';
import { toTextEdits } from './convert.ts';
import type { CheckedDraft } from './file-check.ts';
import { type EntityPlace, openEntities, placeAt } from './open-items.ts';
import type { RenumberResult } from './protocol/index.ts';

/** The edits of a filling, or why it is refused: a Chinese sentence. */
export type Filled =
  | { readonly edits: readonly Edit[]; readonly refusal?: undefined }
  | { readonly refusal: string };

const ELSEWHERE = '此处不是待补之处。请把光标放在“XX市”“xx.x%”这样没有填的地方。';

/** The edits that fill in the placeholder at a position, or all places that ask for the same; for `hegao/fill`. */
export function fillAt(
  checked: CheckedDraft,
  memory: FactMemory,
  { position, text, all }: { readonly position: Position; readonly text: string; readonly all: boolean },
): RenumberResult {
  const { document } = checked;
  const { version } = document;
  const found = fillableAt(checked, memory, position, all);
  if ('refusal' in found) return { edits: [], version, message: found.refusal };
  const filled = fill(found, text, all);
  return filled.refusal === undefined
    ? { edits: toTextEdits(document, filled.edits), version }
    : { edits: [], version, message: filled.refusal };
}

/** The placeholder at a position, or why it cannot be filled in. */
export function fillableAt(
  checked: CheckedDraft,
  memory: FactMemory,
  position: Position,
  all: boolean,
): EntityPlace | { readonly refusal: string } {
  const found = placeAt(openEntities(checked, memory), checked.document.offsetAt(position));
  if (!found) return { refusal: ELSEWHERE };
  const { several, label, places } = found.item.entity;
  return all && several && places.length > 1
    ? { refusal: `“${label}”在本篇里不止指一个，不能一次填完，请逐处填写。` }
    : found;
}

/** Fills in a place, or all places of its thing; `given` is the masked part or the whole. */
export function fill({ item, place }: EntityPlace, given: string, all: boolean): Filled {
  const text = given.trim();
  if (text === '') return { refusal: '请写明要填的内容。' };
  if (/[\r\n]/.test(text)) return { refusal: '要填的内容只能是一行。' };
  const [masked] = readPlaceholders(text);
  if (masked) return { refusal: `“${masked.text}”还是待补的记号，没有填写。请写明要填的内容。` };
  const { kind, value, places } = item.entity;
  const open = all ? item.places : [place];
  const isKnown = text === value?.text || text === place.fill?.text;
  const known = new Map(isKnown ? places.map(({ span, fill: own }) => [span.start, own]) : []);
  const made = fillMasks(
    kind,
    place.text,
    text,
    open.map((one) => one.text),
  );
  return { edits: open.map(({ span }, i) => ({ span, newText: known.get(span.start) ?? made[i]! })) };
}
