import type { Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { collectMasked, type Masked } from './context.ts';
import { between, evenForms, sameSentence } from './evenness.ts';
import { nameMasked } from './keys.ts';
import { foldMasks } from './signs.ts';
import type { MaskEntity } from './types.ts';
import { type Found, type Group, readValues } from './values.ts';

/** The placeholders of a speech as the things that they ask for, in order of their first places. Linear in its length. */
export function readMasks(speech: Speech, memory: FactMemory): readonly MaskEntity[] {
  const groups = groupMasked(collectMasked(speech, memory));
  if (groups.length === 0) return [];
  const values = readValues(speech, groups, memory);
  return groups.map((group) => entity(group, values.get(group)));
}

function entity({ label, members, several }: Group, found: Found | undefined): MaskEntity {
  const { kind } = members[0]!.placeholder;
  const even = kind === 'name' && !several ? evenForms(members) : [];
  const places = members.map(({ placeholder, paragraph }, i) => ({
    span: paragraph.toSource(placeholder.span),
    text: placeholder.text,
    ...(found?.fills[i] === undefined ? {} : { fill: found.fills[i] }),
    ...(even[i] === undefined ? {} : { even: even[i] }),
  }));
  return { kind, label, places, several, ...(found ? { value: found.value } : {}) };
}

function groupMasked(all: readonly Masked[]): readonly Group[] {
  const byKey = new Map<string, { readonly label: string; readonly members: Masked[] }>();
  for (const masked of all) {
    const { label, key } = nameMasked(masked);
    const id = `${masked.placeholder.kind}|${key ?? `#${byKey.size}`}`;
    const group = byKey.get(id) ?? { label, members: [] };
    byKey.set(id, group);
    group.members.push(masked);
  }
  return [...byKey.values()].map(({ label, members }) => ({ label, members, several: isSeveral(members) }));
}

/** Whether a list names the same mask twice: `XX县、XX县和XX县`. */
function isSeveral(members: readonly Masked[]): boolean {
  return (
    members[0]!.placeholder.kind === 'name' &&
    members.some((member, i) => {
      const last = members[i - 1];
      return (
        last !== undefined &&
        sameSentence(last, member) &&
        isAlike(last, member) &&
        isListed(between(last, member))
      );
    })
  );
}

/** `XX市委、XX市政府` are two offices of one city. */
function isAlike(a: Masked, b: Masked): boolean {
  return foldMasks(a.placeholder.text) === foldMasks(b.placeholder.text);
}

/** What stands between two items of one list. */
function isListed(words: string): boolean {
  return words.length <= 24 && /^(?:[^，。；：]*[、和及与])$/.test(words);
}
