import type { Span } from '../../draft/span.ts';
import type { Claim, SpeechClaims } from './claims.ts';
import { topicKey } from './claims.ts';
import { isPlace, type Owner } from './owner.ts';
import { isAbsolute } from './periods.ts';

/** A figure that other drafts can be held against; survives JSON. */
export interface DraftValue {
  /** Equal for figures that must agree, whatever the draft. */
  readonly key: string;
  /** The key names no place but the title: it holds among versions of one speech. */
  readonly byTitle: boolean;
  readonly amount: number;
  readonly resolution: number;
  readonly span: Span;
  readonly text: string;
}

/** Titles shorter than this (讲话提纲) are no speech's own. */
const SHORTEST_TITLE = 8;

/** The figures of a speech that say all by themselves: a listed indicator, a year, a place or a title; exact values. */
export function draftValues({ claims, owner }: SpeechClaims): readonly DraftValue[] {
  return claims.flatMap((claim) => draftValue(claim, owner) ?? []);
}

function draftValue(claim: Claim, owner: Owner): DraftValue | undefined {
  const { found, topic, period, near, amount, resolution, bounds } = claim;
  if (!found.figure.listed || found.figure.inherited || bounds || !near || !isAbsolute(period))
    return undefined;
  const place = claim.scope === '' ? owner.place : claim.scope;
  const byTitle = place === undefined && owner.title.length >= SHORTEST_TITLE;
  const scope = byTitle ? `《${owner.title}》` : place;
  if (scope === undefined || !(byTitle || isPlace(scope))) return undefined;
  const { text } = found.figure;
  const key = `${scope}|${period}|${topicKey(topic)}`;
  return { key, byTitle, amount, resolution, span: found.span, text };
}
