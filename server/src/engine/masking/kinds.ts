import type { EntityKind } from '../../facts/entities/types.ts';

/** The words by which the kinds are asked for. Telephone and identity numbers are masked in any case. */
export const MASK_KINDS = {
  names: 'person',
  places: 'place',
  bodies: 'body',
  documents: 'document',
  sessions: 'session',
  figures: 'figure',
  dates: 'date',
} as const satisfies Readonly<Record<string, EntityKind>>;
export type MaskWord = keyof typeof MASK_KINDS;

/** What is masked where nothing is said: what tells who and where. */
export const USUAL_KINDS: readonly MaskWord[] = ['names', 'places', 'bodies', 'documents', 'sessions'];

/** What a person calls a kind. */
export const KIND_LABELS: Readonly<Record<EntityKind, string>> = {
  person: '人名',
  place: '地名',
  body: '单位',
  document: '文号',
  session: '届次',
  contact: '号码',
  figure: '数据',
  date: '日期',
};

/** The kinds that are masked for the words asked for. */
export function kindsOf(words: readonly MaskWord[] = USUAL_KINDS): ReadonlySet<EntityKind> {
  return new Set<EntityKind>(['contact', ...words.map((word) => MASK_KINDS[word])]);
}
