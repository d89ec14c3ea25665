import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { VERSION } from '../version.ts';

/** Layout of what is kept; another number for another one. */
const LAYOUT = 1;

/**
 * Names the program that checks: version, rules, dictionary, engine. Two programs of the same name find the same.
 * 64 hexadecimal digits.
 */
export function programIdentity(ruleIds: readonly string[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([LAYOUT, VERSION, process.version, process.versions.icu ?? '', ruleIds]));
  for (const file of programFiles()) hash.update(digestOf(file));
  return hash.digest('hex');
}

/** The bundle and its dictionary; of the sources every file, by state. */
function programFiles(): readonly string[] {
  if (!__filename.endsWith('.ts')) return [__filename, path.join(__dirname, 'words.dat')];
  const sources = path.join(__dirname, '../..');
  const names = fs.readdirSync(sources, { recursive: true, encoding: 'utf8' });
  return [
    ...names.filter((name) => /\.(?:ts|txt|yaml)$/.test(name)).map((name) => path.join(sources, name)),
    path.join(sources, '../out/words.dat'),
  ];
}

function digestOf(file: string): string {
  if (file.endsWith('.ts')) {
    const { size, mtimeMs } = fs.statSync(file);
    return `${size} ${mtimeMs}`;
  }
  return fs.existsSync(file) ? createHash('sha256').update(fs.readFileSync(file)).digest('hex') : '';
}
