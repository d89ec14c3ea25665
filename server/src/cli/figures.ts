import { describePlace } from '../draft/place.ts';
import { type Span, slice } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import { kindName } from '../facts/figures/kind-names.ts';
import type { FigureKind, SpeechFigure } from '../facts/figures/types.ts';
import { loadWords } from '../words/load.ts';
import type { Words } from '../words/words.ts';

/** A figure as it is shown: what it says and where it stands. */
export interface ShownFigure {
  readonly indicator: string;
  readonly scope: string;
  readonly period: string;
  readonly kind: FigureKind;
  /** Null for a mask. */
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly unit: string;
  readonly comparator: string;
  readonly basis: string;
  /** Equal for figures that must agree; null where the indicator could not be told. */
  readonly key: string | null;
  readonly offset: Span;
  readonly text: string;
  /** The part of the draft: 第二部分（一）. */
  readonly place: string;
}

/** A figure of a speech with all that is shown of it. */
export function showFigure(
  draft: Draft,
  { figure, period, scope, kind, key, span }: SpeechFigure,
): ShownFigure {
  const { indicator, value, range, unit, comparator, basis } = figure;
  return {
    indicator,
    scope,
    period: period.name,
    kind,
    value: value ?? null,
    range: range ?? null,
    unit: unit.written,
    comparator,
    basis,
    key: key ?? null,
    offset: span,
    text: slice(draft.text, span),
    place: describePlace(draft, span.start),
  };
}

/** `地区生产总值 全市 2024年 总量：67.12亿元`; what could not be told says so. */
export function describeFigure({ indicator, scope, period, kind, text }: ShownFigure): string {
  const name = indicator === '' ? '（未能归口径）' : indicator;
  return `${[name, scope, period, kindName(kind)].filter((word) => word !== '').join(' ')}：“${text}”`;
}

/** The word cutter, opened when it is first asked for; undefined where the dictionary is missing. */
export function createWordSource(): () => Words | undefined {
  let opened: { readonly words: Words | undefined } | undefined;
  return () => {
    if (!opened) {
      const loaded = loadWords();
      opened = { words: 'words' in loaded ? loaded.words : undefined };
    }
    return opened.words;
  };
}
