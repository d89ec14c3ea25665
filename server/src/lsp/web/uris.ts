/**
 * A URI as a full path, `/SCHEME@AUTHORITY/folder/file`, so that what walks up and down folders works on any file
 * system that the client reads. Undefined for documents never saved and for URIs that say more than a place.
 */
export function pathOf(uri: string): string | undefined {
  const [, scheme, authority = '', path] =
    /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?(\/[^?#]*)$/i.exec(uri) ?? [];
  if (scheme === undefined || path === undefined || scheme === 'untitled') return undefined;
  try {
    return `/${scheme}@${authority}${path
      .replace(/(?<!\/)\/+$/, '')
      .split('/')
      .map(decodeURIComponent)
      .join('/')}`;
  } catch {
    return undefined;
  }
}

/** Whether a path is on a file system at all: walking up from one ends above its root. */
export function isInside(path: string): boolean {
  return /^\/[^/@]+@/.test(path);
}

/** The URI of a path that is inside a file system. */
export function uriOf(path: string): string {
  const [, root = '', ...names] = path.split('/');
  const cut = root.indexOf('@');
  return `${root.slice(0, cut)}://${root.slice(cut + 1)}/${names.map(encodeURIComponent).join('/')}`;
}

/** A path without the scheme and authority. */
export function show(path: string): string {
  return path.replace(/^\/[^/]*/, '');
}
