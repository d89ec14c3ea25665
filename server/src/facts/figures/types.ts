import type { Span } from '../../draft/span.ts';

/** What a figure says of its indicator. */
export type Measure =
  /** How much there is: 完成投资5亿元, 失业率4.5%. */
  | 'level'
  /** A rate of growth, fall or multiplication: 增长5%, 增长2倍, 翻一番. */
  | 'growth'
  /** A difference: 增加2642人, 提高0.5个百分点, 高于全国1个百分点. */
  | 'change'
  /** A part of a whole: 占66%, 完成目标的55%. */
  | 'share'
  /** A place in a row: 居全省第3位. */
  | 'rank'
  /** Things counted, the noun after the number: 新增34家企业. */
  | 'count';

/** Whether it has happened: done, wanted (力争、确保、要), or laid out (计划、拟、总投资). */
export type Stance = 'actual' | 'target' | 'plan';

/** `measure`, or the stance of what has not happened yet; what `inspect` prints. */
export type FigureKind = Measure | 'target' | 'plan';

/** A unit as written and what it comes to, so that 1.5亿元 and 15000万元 compare. */
export interface Unit {
  /** With its 万 or 亿: `万元`, `个百分点`; empty where it is missing (增长4.5。). */
  readonly written: string;
  /** `元`, `%`, `百分点`, `头`, `亩`; empty where it is missing. */
  readonly canonical: string;
  /** Value in the canonical unit of one unit as written. */
  readonly factor: number;
}

/** How exactly a number is meant; `bounds` says what follows from it. */
export type Approximation =
  | 'exact'
  /** 约、左右、上下. */
  | 'about'
  /** 近、接近、将近、不到、低于、以内: at most this. */
  | 'below'
  /** 超、突破、以上、多、余、不低于: at least this. */
  | 'above';

/** Lowest and highest value that the words allow, in the canonical unit; equal for an exact number. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export type Direction = 'up' | 'down' | 'none';

/** A stretch of time as the text names it. */
export interface Period {
  /** Unified wording: `2024年上半年`, `1—7月`, `今年`, `五年来`; empty where none is named. */
  readonly name: string;
  /** What it was taken from: its own clause, an earlier clause of the sentence, of the paragraph, the heading, the section. */
  readonly source: 'clause' | 'sentence' | 'paragraph' | 'heading' | 'section' | 'none';
}

/** A figure of a paragraph. Spans are offsets in the paragraph's text. */
export interface Figure {
  /** The number with its unit and the words that blur it: `近5.48亿元左右`. */
  readonly span: Span;
  readonly text: string;
  /** The number alone: `5.48`, `百分之五`; the mask of a masked figure. */
  readonly numberSpan: Span;
  /** From the mark before it to the mark after it, these not included. */
  readonly clause: Span;
  /** Signed, in the unit as written; the middle of a range; undefined for a mask (xx.x%). */
  readonly value: number | undefined;
  /** `value` in the canonical unit. */
  readonly amount: number | undefined;
  /** Ends of a range as written, in the unit as written: 15%～20%. */
  readonly range: readonly [low: number, high: number] | undefined;
  readonly bounds: Bounds | undefined;
  readonly approximation: Approximation;
  readonly unit: Unit;
  /** Digits after the point as written. */
  readonly digits: number;
  /** One in the last place as written, in the canonical unit: 67.12亿元 → 1000000. */
  readonly resolution: number;
  readonly direction: Direction;
  readonly measure: Measure;
  readonly stance: Stance;
  readonly kind: FigureKind;
  /** Canonical name, or the words of the sentence; empty where it could not be told. */
  readonly indicator: string;
  /** It stands in the list of indicators. */
  readonly listed: boolean;
  /** Where its name stands; undefined where it could not be told. */
  readonly indicatorSpan: Span | undefined;
  /** The name is that of an earlier clause. */
  readonly inherited: boolean;
  /** 全市, 全省, 睢县, 大口径; empty when none is named. Several are joined by 、. */
  readonly scope: string;
  /** Number of subjects to each of which it applies: `A县、B县各1家` is 2; 1 otherwise. */
  readonly each: number;
  readonly period: Period;
  /** 同比, 环比, 比年初, 比上年, 年均, 高于全国 …; empty when none is named. */
  readonly comparator: string;
  /** 名义, 不变价, 同口径, 可比口径, 剔除因素, 快报, 核算 …; empty when none is named. */
  readonly basis: string;
  /** For a share: the whole, as named; empty otherwise. */
  readonly whole: string;
  /** It is part of what an earlier figure tells: index in the list of figures after 其中, or -1. */
  readonly partOf: number;
}

/** A figure of a speech: periods are resolved, spans are offsets in the source. */
export interface SpeechFigure {
  readonly figure: Figure;
  /** Index in `Speech.paragraphs`. */
  readonly paragraph: number;
  readonly span: Span;
  readonly indicatorSpan: Span | undefined;
  readonly period: Period;
  readonly scope: string;
  readonly kind: FigureKind;
  readonly stance: Stance;
  /**
   * `indicator|scope|period|kind|comparator|basis`, equal for figures that must agree.
   * Undefined where the indicator could not be told; where no period is named its field is empty.
   */
  readonly key: string | undefined;
}
