import type { Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import type { Masked } from './context.ts';
import { countValues } from './counts.ts';
import { figureValues } from './figures.ts';
import { nameValues } from './names.ts';
import { ordinalFill, ordinalParts, ordinalValues } from './ordinals.ts';
import type { Sighting } from './sightings.ts';
import { splitName } from './signs.ts';
import type { MaskValue } from './types.ts';
import { isTitleYear, yearOfTitle } from './years.ts';

/** Placeholders that ask for one thing. */
export interface Group {
  readonly label: string;
  readonly members: readonly Masked[];
  readonly several: boolean;
}

/** What a group asks for, and what to write at each of its places; undefined where it is not sure to be the same. */
export interface Found {
  readonly value: MaskValue;
  readonly fills: readonly (string | undefined)[];
}

/** What the speech itself gives for its masks. Each kind looks through the text once for all its groups. */
export function readValues(
  speech: Speech,
  groups: readonly Group[],
  memory: FactMemory,
): ReadonlyMap<Group, Found> {
  const found = new Map<Group, Found>();
  const single = groups.filter(({ several }) => !several);
  const ofKind = (kind: string): readonly Group[] =>
    single.filter(({ members }) => members[0]!.placeholder.kind === kind);
  const look = (
    kind: string,
    values: (members: readonly (readonly Masked[])[]) => ReadonlyMap<readonly Masked[], readonly Sighting[]>,
    fill: (masked: Masked, value: string) => string | undefined,
    masked: (group: Group) => string,
  ): void => {
    const these = ofKind(kind);
    const seen = these.length === 0 ? undefined : values(these.map(({ members }) => members));
    for (const group of these) {
      const all = seen?.get(group.members);
      if (!all) continue;
      const { text, span } = all[0]!;
      const spans = all.map((sighting) => sighting.span);
      const value = { text, span, how: 'written', all: spans, masked: masked(group) } as const;
      found.set(group, { value, fills: group.members.map((member) => fill(member, text)) });
    }
  };
  const framed = new Set<Masked>();
  const asWritten = ({ members }: Group): string => members[0]!.placeholder.text;
  const whole = ({ members }: Group): string => {
    const { text, term } = ordinalParts(members[0]!);
    return text + term;
  };
  look(
    'ordinal',
    (all) => ordinalValues(speech, all),
    (m, value) => ordinalFill(ordinalParts(m), value),
    whole,
  );
  look(
    'name',
    (all) => nameValues(speech, all, framed),
    (m, value) => (framed.has(m) ? fillName(m, value) : undefined),
    ({ label }) => label,
  );
  look(
    'number',
    (all) => figureValues(speech, all),
    (_, value) => value,
    asWritten,
  );
  look(
    'date',
    (all) => sighted(all, (members) => yearOfTitle(speech, members)),
    (m, value) => (isTitleYear(speech, m) ? value : undefined),
    asWritten,
  );
  for (const [group, value] of countsOf(speech, ofKind('number'), memory))
    if (!found.has(group)) found.set(group, value);
  return found;
}

/** 临江市委 for XX市委: the name with its noun, and what the mask's noun has besides. */
function fillName({ placeholder: { text } }: Masked, value: string): string | undefined {
  const noun = splitName(text)?.noun ?? '';
  for (let length = noun.length; length > 0; length--)
    if (value.endsWith(noun.slice(0, length))) return value + noun.slice(length);
  return undefined;
}

function sighted(
  all: readonly (readonly Masked[])[],
  see: (members: readonly Masked[]) => Sighting | undefined,
): ReadonlyMap<readonly Masked[], readonly Sighting[]> {
  return new Map(
    all.flatMap((members) => {
      const sighting = see(members);
      return sighting ? [[members, [sighting]] as const] : [];
    }),
  );
}

function countsOf(speech: Speech, groups: readonly Group[], memory: FactMemory): ReadonlyMap<Group, Found> {
  const counts = countValues(
    speech,
    groups.flatMap(({ members }) => members),
    memory,
  );
  return new Map(
    groups.flatMap((group) => {
      const counted = group.members.length === 1 ? counts.get(group.members[0]!) : undefined;
      if (!counted) return [];
      const { text, items } = counted;
      const masked = group.members[0]!.placeholder.text;
      const value = { text, span: items[0]!, how: 'counted', all: items, masked } as const;
      return [[group, { value, fills: [text] }] as const];
    }),
  );
}
