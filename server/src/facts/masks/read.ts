import type { Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { collectMasked, type Masked } from './context.ts';
import { nameMasked } from './keys.ts';
import type { MaskEntity } from './types.ts';

/** The placeholders of a speech as the things that they ask for, in order of their first places. Linear in its length. */
export function readMasks(speech: Speech, memory: FactMemory): readonly MaskEntity[] {
  const groups = new Map<string, { readonly label: string; readonly members: Masked[] }>();
  for (const masked of collectMasked(speech, (text) => memory.of(text).placeholders)) {
    const { label, key } = nameMasked(masked);
    const id = `${masked.placeholder.kind}|${key ?? `#${groups.size}`}`;
    const group = groups.get(id) ?? { label, members: [] };
    groups.set(id, group);
    group.members.push(masked);
  }
  return [...groups.values()].map(({ label, members }) => ({
    kind: members[0]!.placeholder.kind,
    label,
    places: members.map(({ placeholder, paragraph }) => ({
      span: paragraph.toSource(placeholder.span),
      text: placeholder.text,
    })),
  }));
}
