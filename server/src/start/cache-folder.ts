import os from 'node:os';
import path from 'node:path';

/**
 * The user's own folder for what a program can make again, by the habit of the system; undefined where there is
 * none. Never a folder that others can write to: what is read from it is run.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string | undefined {
  const home = env.HOME || env.USERPROFILE || safeHome();
  if (platform === 'win32') return env.LOCALAPPDATA && path.join(env.LOCALAPPDATA, 'hegao', 'Cache');
  if (platform === 'darwin') return home && path.join(home, 'Library', 'Caches', 'hegao');
  const cache = env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : undefined;
  const base = cache ?? (home && path.join(home, '.cache'));
  return base && path.join(base, 'hegao');
}

function safeHome(): string | undefined {
  try {
    return os.homedir();
  } catch {
    return undefined;
  }
}
