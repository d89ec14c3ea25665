import type { Reach } from '../config/chain.ts';
import { below, parentOf } from '../files/paths.ts';
import type { WorkspaceFolders } from './folders.ts';
import type { Files, Host } from './host.ts';

/**
 * What the server stands on, and how far configuration files reach: all there is, or what `confined` leaves of it where
 * the client says that the user has not said to trust the workspace (`initializationOptions.trusted` is false).
 */
export function hostFor(
  host: Host,
  initializationOptions: unknown,
  folders: WorkspaceFolders,
): { readonly host: Host; readonly reach?: Reach } {
  const { trusted } = (initializationOptions ?? {}) as { readonly trusted?: unknown };
  if (trusted !== false) return { host };
  return confined(host, () => folders.uris().flatMap((uri) => host.files.pathOf(uri) ?? []));
}

/**
 * A host that gives nothing but what is in the workspace: no link leads out of it, no archive is opened, and what
 * configuration files in it name lies in it. `folders` are the full paths of its folders as they are now; without any
 * a configuration file reaches what lies below it.
 */
function confined(
  host: Host,
  folders: () => readonly string[],
): { readonly host: Host; readonly reach: Reach } {
  const { files } = host;
  const real = (file: string): string => files.realPath?.(file) ?? file;
  const isIn = (roots: readonly string[], file: string): boolean =>
    roots.some((root) => root === file || below(root, file) !== undefined);
  const isWithin = (file: string): boolean => isIn(folders(), file) && isIn(folders().map(real), real(file));
  const leadsOut = (file: string): boolean => isIn(folders(), file) && !isWithin(file);
  const { openArchive: _archive, ...rest } = host;
  const read: Files['read'] = (file) => (leadsOut(file) ? { failure: LEADS_OUT } : files.read(file));
  const own = files.readBytes;
  const readBytes: Files['readBytes'] =
    own &&
    ((file) => {
      if (leadsOut(file)) throw new Error(LEADS_OUT);
      return own(file);
    });
  return {
    host: { ...rest, files: { ...files, read, ...(readBytes ? { readBytes } : {}) } },
    reach: {
      dictionaries: false,
      mayRead(from, file) {
        if (folders().length === 0) return isIn([real(parentOf(from))], real(file));
        return !isIn(folders().map(real), real(from)) || isWithin(file);
      },
    },
  };
}

const LEADS_OUT = '工作区未受信任，不读链接到工作区以外的文件';
