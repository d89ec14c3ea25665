/** Bundles an entry, a path from `root`, into a file, with the words beside it; functions keep their names. */
export declare function bundleNamed(root: string, entry: string, outfile: string): void;
