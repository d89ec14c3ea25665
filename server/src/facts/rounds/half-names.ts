import type { Span } from '../../draft/span.ts';
import type { Paragraph } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { type NameChange, nameChange } from './names.ts';
import type { HalfName, ParagraphPair, Round } from './types.ts';

/** A name that another one took the place of, with the words of both. */
interface Renamed extends NameChange {
  readonly before: string;
  readonly after: string;
  readonly changed: Span;
}

/** Shorter names stand in too many other words. */
const SHORTEST = 3;
const SHORTEST_PERSON = 2;
/** A change of name is told in so many words. */
const NEAR = 24;
const TOLD = /更名|改名|改称|改为|原名|前身|整合|合并|重组|撤销/;

/** Names that were changed in one place and stand as before in others, at places that both versions have. */
export function readHalfNames(round: Round, memory: FactMemory): readonly HalfName[] {
  const renamed = round.pairs.flatMap((pair) => renamedIn(round, pair, memory));
  const seen = new Set<string>();
  const oldText = round.old.paragraphs.map(({ text }) => text).join('\n');
  return renamed.flatMap(({ before, after, changed, of }): readonly HalfName[] => {
    const short = before.length < (of === 'person' ? SHORTEST_PERSON : SHORTEST);
    if (short || seen.has(before) || oldText.includes(after)) return [];
    seen.add(before);
    if (after.includes(before) || before.includes(after)) return [];
    const left = leftIn(round, before, changed, of, memory);
    if (left.length === 0) return [];
    return [{ kind: 'name', before, after, changed, left, certain: isCertain(of, before, after) }];
  });
}

function renamedIn(round: Round, pair: ParagraphPair, memory: FactMemory): readonly Renamed[] {
  if (pair.same) return [];
  const [old, now] = [round.old.paragraphs[pair.old]!, round.now.paragraphs[pair.now]!];
  const worded = ({ text }: Paragraph) => ({ text, words: memory.of(text).words });
  return round.comparisonOf(pair).stretches.flatMap((stretch) => {
    const change = nameChange(worded(old), worded(now), stretch);
    if (!change) return [];
    const [before, after] = [
      old.text.slice(change.old.start, change.old.end),
      now.text.slice(change.now.start, change.now.end),
    ];
    return [{ ...change, before, after, changed: now.toSource(change.now) }];
  });
}

/** The places of a name in the new version that the old one has as well, as a word of its own. */
function leftIn(
  round: Round,
  name: string,
  changed: Span,
  of: NameChange['of'],
  memory: FactMemory,
): readonly Span[] {
  const found: Span[] = [];
  for (const pair of round.pairs) {
    const { text, toSource } = round.now.paragraphs[pair.now]!;
    if (!text.includes(name) || !round.old.paragraphs[pair.old]!.text.includes(name)) continue;
    const stretches = pair.same ? [] : round.comparisonOf(pair).stretches;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const span = { start: at, end: at + name.length };
      const touched = stretches.some(({ now }) => now.start < span.end && span.start < now.end);
      const source = toSource(span);
      const near = text.slice(Math.max(0, at - NEAR), span.end + NEAR);
      if (touched || source.start === changed.start || TOLD.test(near)) continue;
      if (of === 'title' ? !isTitle(text, span) : !isWhole(text, span, memory)) continue;
      found.push(source);
    }
  }
  return found;
}

function isTitle(text: string, { start, end }: Span): boolean {
  return text[start - 1] === '《' && text[end] === '》';
}

/** A name so long is no part of another word. */
const LONG = 6;

/** It begins and ends where words do. */
function isWhole(text: string, { start, end }: Span, memory: FactMemory): boolean {
  if (end - start >= LONG) return true;
  const { words } = memory.of(text);
  return !words || ((start === 0 || words.includes(start)) && words.includes(end));
}

/** What kept at least half of its characters is most likely the same thing under a new name. */
function isCertain(of: NameChange['of'], before: string, after: string): boolean {
  if (of === 'person' || of === 'place') return false;
  const own = new Set(before);
  const kept = [...new Set(after)].filter((character) => own.has(character)).length;
  const tail = of === 'body' ? commonEnd(before, after) : 0;
  return kept - tail >= Math.ceil((Math.min(own.size, new Set(after).size) - tail) / 2) && kept > tail;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return Math.min(length, 2);
}
