import { type Span, slice } from '../draft/span.ts';
import { nodeName } from '../facts/tree/name.ts';
import type { NodeKind, OutlineNode } from '../facts/tree/types.ts';
import type { Places } from './places.ts';

/** A node of the outline as it is shown: what it is, where it stands, its number, its depth. */
export interface ShownNode {
  readonly kind: NodeKind;
  /** Marker and title as they stand in the source. */
  readonly text: string;
  readonly offset: Span;
  /** To the end of what belongs to it. */
  readonly extent: Span;
  readonly marker: string;
  readonly style: string;
  readonly ordinal: number;
  /** 1 for the outermost. */
  readonly level: number;
  /** Markers from the outermost node down; a node without one goes by its title and ／. */
  readonly path: string;
  readonly title: string;
  /** Marker and title on one line. */
  readonly name: string;
  /** From 1; the column in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly children: readonly ShownNode[];
}

/** The outline of a speech with all that is shown of its nodes. */
export function showTree(
  source: string,
  nodes: readonly OutlineNode[],
  places: Places,
  level = 1,
  above = '',
): readonly ShownNode[] {
  return nodes.map((node) => {
    const { kind, span, extent, marker, style, ordinal, title, children } = node;
    const path = above + (marker || title);
    const below = marker === '' ? `${path}／` : path;
    return {
      kind,
      text: slice(source, span),
      offset: span,
      extent,
      marker,
      style,
      ordinal,
      level,
      path,
      title,
      name: nodeName(node),
      ...places.position(span.start),
      children: showTree(source, children, places, level + 1, below),
    };
  });
}

/** All nodes of a tree, each before its children. */
export function everyNode(nodes: readonly ShownNode[]): readonly ShownNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children)]);
}
