import type { TermEntry } from '../facts/terms/types.ts';

/**
 * One list of terms over another: both hold, and where both speak of one wording the upper one does, so that an office
 * can put another word or level in the place of an inherited one. Joining is associative, and a list over itself is itself.
 */
export function joinTerms(under: readonly TermEntry[], over: readonly TermEntry[]): readonly TermEntry[] {
  const said = new Set(over.flatMap((entry) => entry.forms.map((form) => nameOf(entry, form))));
  const isSaid = (entry: TermEntry, form: string): boolean =>
    said.has(nameOf(entry, form)) || said.has(nameOf({ kind: entry.kind }, form));
  const same = new Set(over.map((entry) => JSON.stringify(entry)));
  const kept = under.flatMap((entry) => {
    if (!isOfWords(entry)) return same.has(JSON.stringify(entry)) ? [] : [entry];
    const forms = entry.forms.filter((form) => !isSaid(entry, form));
    if (forms.length === entry.forms.length) return [entry];
    return forms.length === 0 ? [] : [{ ...entry, forms }];
  });
  return [...kept, ...over];
}

type Bounds = Pick<TermEntry, 'kind' | 'from' | 'to' | 'title'>;

/** Entries that speak of each wording apart; the others speak of all their forms together. */
function isOfWords({ kind }: Bounds): boolean {
  return kind === 'banned' || kind === 'preferred';
}

/** Equal for entries that speak of one wording in the same years and speeches. */
function nameOf(entry: Bounds, form: string): string {
  const { from, to, title } = entry;
  return isOfWords(entry) ? JSON.stringify([form, from, to, title]) : '';
}
