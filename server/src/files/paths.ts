/**
 * Full paths taken apart without Node, so that a browser can do it too. How a path begins says what it is:
 * of Windows (`C:\a\b`, `\\host\share\a`, with either slash) or of POSIX (`/a/b`, a backslash is part of a name).
 */
const WINDOWS_ROOT = /^(?:[A-Za-z]:[\\/]*|[\\/]{2}[^\\/]+[\\/]+[^\\/]+[\\/]*)/;

/** The last name of a path; empty for a root. */
export function baseName(path: string): string {
  return takenApart(path).names.at(-1) ?? '';
}

/** The folder that holds a file or folder; a root is its own. */
export function parentOf(path: string): string {
  const { root, names, separator } = takenApart(path);
  return root + names.slice(0, -1).join(separator);
}

/** A file or folder of a folder. */
export function inFolder(folder: string, name: string): string {
  const { root, names, separator } = takenApart(folder);
  return root + [...names, name].join(separator);
}

/** The way from a folder down to a file, with `/` on every system; undefined where the file is not below it. */
export function below(folder: string, file: string): string | undefined {
  const from = takenApart(folder);
  const to = takenApart(file);
  const same = (a: string, b: string) =>
    from.separator === '\\' ? a.toLowerCase() === b.toLowerCase() : a === b;
  const isBelow =
    to.names.length > from.names.length &&
    same(from.root, to.root) &&
    from.names.every((name, i) => same(name, to.names[i]!));
  return isBelow ? to.names.slice(from.names.length).join('/') : undefined;
}

interface Parts {
  /** With the separator that ends it. */
  readonly root: string;
  readonly names: readonly string[];
  readonly separator: '/' | '\\';
}

function takenApart(path: string): Parts {
  const [windows] = WINDOWS_ROOT.exec(path) ?? [];
  const root = windows ?? (path.startsWith('/') ? '/' : '');
  const rest = path.slice(root.length);
  const names = (windows === undefined ? rest.split('/') : rest.split(/[\\/]/)).filter((name) => name !== '');
  if (windows === undefined) return { root, names, separator: '/' };
  return { root: `${windows.replaceAll('/', '\\').replace(/(?<!\\)\\*$/, '')}\\`, names, separator: '\\' };
}
