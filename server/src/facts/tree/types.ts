import type { Span } from '../../draft/span.ts';
import type { MarkerStyle } from '../../draft/types.ts';
import type { SeriesMark } from '../series.ts';

/** A numbered or Markdown heading, an item of a series, a line that opens with ——, a label such as 农业方面：. */
export type NodeKind = 'heading' | 'series' | 'dash' | 'label';

/** How its siblings count: the family of a heading's number, the counter of a series, or what they open with. */
export type NodeStyle = MarkerStyle | SeriesMark['form'] | '方面' | '——' | '：';

/** A place in the outline of a speech. Spans are source offsets; children lie in the extent, in order and apart. */
export interface OutlineNode {
  readonly kind: NodeKind;
  readonly style: NodeStyle;
  /** As written: （二）, 一是, 首先，, ——. Empty for a label and for a Markdown heading without a number. */
  readonly marker: string;
  /** The number it has, or its place among its siblings, from 1. */
  readonly ordinal: number;
  /** The heading, the label, or the first clause after the marker. */
  readonly title: string;
  /** Marker and title. */
  readonly span: Span;
  /** From its first character to the end of what belongs to it. */
  readonly extent: Span;
  /** It opens its paragraph. */
  readonly head: boolean;
  readonly children: readonly OutlineNode[];
}
