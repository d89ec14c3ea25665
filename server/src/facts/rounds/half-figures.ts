import { addTo } from '../../draft/lists.ts';
import type { Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import type { SpeechFigure } from '../figures/types.ts';
import { isCompared, type Told, tellSameDatum } from './same-datum.ts';
import type { HalfFigure, Round } from './types.ts';

/** Two versions of a figure at the same place of the wording. */
interface Counterpart {
  readonly before: SpeechFigure;
  readonly after: SpeechFigure;
}

/** Figures that were changed in one place and stand with their old value in others, where both versions have them. */
export function readHalfFigures(round: Round, memory: FactMemory): readonly HalfFigure[] {
  const counterparts = counterpartsOf(round, memory);
  const changed = counterparts.filter(isChange);
  if (changed.length === 0) return [];
  const byValue = new Map<string, Counterpart[]>();
  for (const one of counterparts) {
    if (!haveSameAmount(one.before, one.after)) continue;
    const key = valueKey(one.before);
    addTo(byValue, key, one);
  }
  const told = (speech: Speech, found: SpeechFigure): Told => ({
    found,
    text: speech.paragraphs[found.paragraph]!.text,
  });
  const known = new Set<SpeechFigure>();
  return changed.flatMap(({ before, after }): readonly HalfFigure[] => {
    if (isCompared(told(round.now, after))) return [];
    const left = (byValue.get(valueKey(before)) ?? [])
      .filter((other) => !known.has(other.after))
      .filter(
        (other) =>
          tellSameDatum(told(round.old, before), told(round.old, other.before)) &&
          !isCompared(told(round.now, other.after)) &&
          !standsBeside(other.after, after, round.now),
      )
      .map((other) => other.after);
    for (const figure of left) known.add(figure);
    if (left.length === 0) return [];
    return [
      { kind: 'figure', topic: after.figure.indicator || before.figure.indicator, before, after, left },
    ];
  });
}

/** 由66所增加到70所: two values in one sentence tell a development. */
function standsBeside(left: SpeechFigure, changed: SpeechFigure, { paragraphs }: Speech): boolean {
  if (left.paragraph !== changed.paragraph) return false;
  const [from, to] = [left.figure.span, changed.figure.span].sort((a, b) => a.start - b.start);
  return !/[。！？]/.test(paragraphs[left.paragraph]!.text.slice(from!.end, to!.start));
}

function isChange({ before, after }: Counterpart): boolean {
  const [a, b] = [before.figure, after.figure];
  return (
    !haveSameAmount(before, after) &&
    a.amount !== undefined &&
    b.amount !== undefined &&
    !a.range &&
    !b.range &&
    a.direction === b.direction &&
    a.unit.canonical === b.unit.canonical
  );
}

function valueKey({ figure: { amount, unit } }: SpeechFigure): string {
  return `${amount?.toPrecision(12)} ${unit.canonical}`;
}

function haveSameAmount(a: SpeechFigure, b: SpeechFigure): boolean {
  return a.figure.amount !== undefined && !a.figure.range && !b.figure.range && valueKey(a) === valueKey(b);
}

/** The figures of both versions by the wording around them. */
function counterpartsOf(round: Round, memory: FactMemory): readonly Counterpart[] {
  const [olds, nows] = [figuresAt(round.old, memory), figuresAt(round.now, memory)];
  return round.pairs.flatMap((pair) => {
    const [before, after] = [olds.get(pair.old), nows.get(pair.now)];
    if (!before || !after) return [];
    if (pair.same) {
      const list = [...after.values()];
      return before.size === list.length
        ? [...before.values()].map((one, i) => ({ before: one, after: list[i]! }))
        : [];
    }
    return round.comparisonOf(pair).entities.flatMap(({ old, now }) => {
      const [one, other] = [before.get(old.span.start), after.get(now.span.start)];
      return one && other ? [{ before: one, after: other }] : [];
    });
  });
}

/** Figures by paragraph, and there by the place where they begin. */
function figuresAt(
  speech: Speech,
  memory: FactMemory,
): ReadonlyMap<number, ReadonlyMap<number, SpeechFigure>> {
  const found = new Map<number, Map<number, SpeechFigure>>();
  for (const figure of memory.ofSpeech(speech).figures) {
    const known = found.get(figure.paragraph) ?? new Map<number, SpeechFigure>();
    found.set(figure.paragraph, known.set(figure.figure.span.start, figure));
  }
  return found;
}
