import path from 'node:path';
import { programIdentity } from '../cache/identity.ts';
import { digest, plainOf } from '../cache/keys.ts';
import type { Planner } from '../run/plan.ts';
import type { Ground, Selection } from '../run/types.ts';
import type { Earlier } from '../since.ts';
import type { RunFacts, Sized } from './record.ts';

/** What a run is as a whole, whichever part of it is checked: every part gives the same. */
export async function runFacts(
  files: readonly Sized[],
  planner: Planner,
  { active, earlier }: Selection,
  cwd: string,
): Promise<RunFacts> {
  const ids = active.map(({ meta }) => meta.id);
  const known = new Map<Ground, string>();
  const nameOf = (ground: Ground): string => {
    const { settings, segmenter, archive } = ground;
    const folder = archive === undefined ? '' : path.relative(cwd, archive);
    const name =
      known.get(ground) ?? digest([ids, settings, segmenter.dictionary?.text, segmenter.words, folder]);
    known.set(ground, name);
    return name;
  };
  const configuration: unknown[] = [];
  const names: string[] = [];
  for (const { found } of files) {
    const planned = await planner(found);
    configuration.push('task' in planned ? [nameOf(planned.task.ground), planned.task.silences] : planned);
    if ('task' in planned) names.push(planned.task.name);
    else if ('name' in planned) names.push(planned.name);
  }
  return {
    program: programIdentity(ids),
    files: digest(files.map(({ found, size }) => [found.path, size, found.failure])),
    configuration: digest(configuration),
    ...(earlier ? { since: await nameEarlier(names, earlier) } : {}),
    total: files.length,
  };
}

/** Names the earlier versions of files, in order. */
export async function nameEarlier(names: readonly string[], earlier: Earlier): Promise<string> {
  const before: unknown[] = [];
  for (const name of names) {
    const old = await earlier(name);
    before.push(old && digest(plainOf(old)));
  }
  return digest([names, before]);
}
