import { fingerprint } from './fingerprint.ts';
import type { Finding } from './types.ts';

/** A decision that findings of a rule in one draft are to be kept quiet: at one place, or everywhere in it. */
export interface Silence {
  readonly rule: string;
  /** The fingerprint of the place; absent for the whole draft. */
  readonly context?: string;
}

/** The findings that remain, those that do not, and the silences that silenced none. */
export interface Silenced<S extends Silence> {
  readonly findings: readonly Finding[];
  readonly silenced: readonly { readonly finding: Finding; readonly by: S }[];
  readonly unused: readonly S[];
}

/** Leaves out what was decided to be kept quiet. `text` is the source in which the findings stand. */
export function silence<S extends Silence>(
  findings: readonly Finding[],
  text: string,
  silences: readonly S[],
): Silenced<S> {
  if (silences.length === 0) return { findings, silenced: [], unused: [] };
  const byKey = new Map(silences.map((silence) => [keyOf(silence), silence]));
  const rules = new Set(silences.map(({ rule }) => rule));
  const used = new Set<string>();
  const silenced: { readonly finding: Finding; readonly by: S }[] = [];
  const kept = findings.filter((finding) => {
    const { ruleId, span } = finding;
    if (!rules.has(ruleId)) return true;
    const keys = [keyOf({ rule: ruleId }), keyOf({ rule: ruleId, context: fingerprint(ruleId, text, span) })];
    const hits = keys.filter((key) => byKey.has(key));
    for (const key of hits) used.add(key);
    if (hits.length > 0) silenced.push({ finding, by: byKey.get(hits.at(-1)!)! });
    return hits.length === 0;
  });
  return { findings: kept, silenced, unused: silences.filter((silence) => !used.has(keyOf(silence))) };
}

function keyOf({ rule, context = '' }: Silence): string {
  return `${rule} ${context}`;
}
