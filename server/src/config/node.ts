/** A value of a configuration file with its place, the same for JSON and YAML. Offsets are in the file's text. */
export interface ConfigNode {
  readonly start: number;
  readonly end: number;
  /** The plain value: what `JSON.parse` would give. */
  readonly value: unknown;
  /** Members of an object, in order; undefined for anything else. */
  readonly entries?: readonly ConfigEntry[];
  /** Elements of a list; undefined for anything else. */
  readonly items?: readonly ConfigNode[];
}

export interface ConfigEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: ConfigNode;
}

/** A place that the parser could not read. */
export interface SyntaxMistake {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A tree, or what is wrong with the syntax (at least one). */
export type Parsed =
  | { readonly root: ConfigNode; readonly mistakes?: never }
  | { readonly mistakes: readonly SyntaxMistake[] };

/** Keys that stand twice in an object, below `node` too. */
export function duplicateKeys(node: ConfigNode): SyntaxMistake[] {
  const seen = new Set<string>();
  const own = (node.entries ?? []).filter(({ key }) => seen.size === seen.add(key).size);
  return [
    ...own.map(({ key, keyStart, keyEnd }) => ({
      start: keyStart,
      end: keyEnd,
      message: `“${key}”重复出现，请只留一处。`,
    })),
    ...(node.entries ?? []).flatMap((entry) => duplicateKeys(entry.node)),
    ...(node.items ?? []).flatMap(duplicateKeys),
  ];
}
