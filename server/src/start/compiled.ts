import { isAscii } from 'node:buffer';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { cacheFolder } from './cache-folder.ts';

type Load = (require: NodeJS.Require, filename: string, dirname: string) => void;

/**
 * Runs a bundled CommonJS file without `import()` in it, compiled once and for all: the machine code of what a run has used is kept in the
 * user's cache folder, under a name that says which file, in which state, and which engine it is of. Where it cannot
 * be kept or does not fit the file is run as it is; nothing is thrown for the cache's sake.
 */
export function runCompiled(file: string): void {
  const kept = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : keptFor(file);
  const cachedData = kept ? read(kept) : undefined;
  const bytes = fs.readFileSync(file);
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const script = new vm.Script(`(function (require, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const run = script.runInThisContext() as Load;
  run(createRequire(file), file, path.dirname(file));
  if (kept && (script.cachedDataRejected ?? true)) {
    process.once('exit', () => keep(kept, script.createCachedData()));
  }
}

/** Where the code of a file is kept: another name for another file, state of it, engine or processor. */
function keptFor(file: string): string | undefined {
  const folder = cacheFolder();
  const { mtimeMs, size } = fs.statSync(file);
  const state = [mtimeMs, size, process.version, process.arch, fingerprintOf(file)].join('-');
  return folder === undefined || folder === ''
    ? undefined
    : path.join(folder, `${path.basename(file, '.js')}-${state}.bin`);
}

/** A short name for a path; equal ones would still have to agree in time and size. */
function fingerprintOf(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) >>> 0;
  return sum.toString(16);
}

function read(kept: string): Buffer | undefined {
  try {
    return fs.readFileSync(kept);
  } catch {
    return undefined;
  }
}

/** Writes whole or not at all, and takes away what earlier states of the file left. */
function keep(kept: string, code: Buffer): void {
  const folder = path.dirname(kept);
  const begun = `${kept}.${process.pid}`;
  attempt(() => {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const old of fs.readdirSync(folder)) {
      if (isUnfinished(old) || sameFile(old, path.basename(kept)))
        fs.rmSync(path.join(folder, old), { force: true });
    }
    fs.writeFileSync(begun, code, { mode: 0o600 });
    fs.renameSync(begun, kept);
  });
  attempt(() => fs.rmSync(begun, { force: true }));
}

/** What a run that was killed began; one that still runs does without. */
function isUnfinished(name: string): boolean {
  return /^(?:cli-main|server)-.*\.bin\.\d+$/.test(name);
}

/** Does what is a gain if it succeeds and no loss if it fails. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // A full disk or a folder without write permission: the next start is as slow as this one.
  }
}

/** Whether two names are of the same file under the same engine: all but time and size are equal. */
function sameFile(a: string, b: string): boolean {
  const identity = (name: string) => name.replace(/^([a-z-]+)-[\d.]+-\d+-/, '$1-');
  return a !== b && a.endsWith('.bin') && identity(a) === identity(b);
}
