import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Schema from 'typebox/schema';
import { run } from '../package/support.ts';
import { saying } from './outside.ts';

/** The package of the standard's own tool; it holds the schema that OASIS publishes. */
const PACKAGE = '@microsoft/sarif-multitool-linux@5.7.0';
const INSIDE = 'package/sarif-2.1.0.json';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/hegao-sarif/', import.meta.url));

/** Judges a log by the official schema of SARIF 2.1.0: one line a mistake. */
export type SarifJudge = (log: unknown) => readonly string[];

/** The judge. The schema is fetched once, with npm, and kept. @throws where it cannot be had: why */
export async function officialSarif(): Promise<SarifJudge> {
  const file = path.join(CACHE, 'sarif-2.1.0.json');
  if (!fs.existsSync(file)) fetchTo(file);
  const schema = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
  const validator = Schema.Compile(schema);
  return (log) => {
    const [right, errors] = validator.Errors(log);
    if (right) return [];
    return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

function fetchTo(file: string): void {
  saying(`取 SARIF 的官方 schema（npm pack ${PACKAGE}，约43 MB，只取一次）…`);
  fs.mkdirSync(CACHE, { recursive: true });
  const folder = fs.mkdtempSync(path.join(CACHE, 'pack-'));
  try {
    const packed = run('npm', [
      'pack',
      '--silent',
      '--ignore-scripts',
      PACKAGE,
      '--pack-destination',
      folder,
    ]);
    const [archive] = fs.readdirSync(folder);
    if (packed.status !== 0 || archive === undefined) {
      throw new Error(`取不到 SARIF 的官方 schema：npm pack ${PACKAGE} 没有成功。\n${packed.stderr}`);
    }
    const unpacked = spawnSync('tar', ['-xzf', archive, INSIDE], { cwd: folder, encoding: 'utf8' });
    if (unpacked.status !== 0) throw new Error(`${PACKAGE} 里没有 ${INSIDE}。\n${unpacked.stderr}`);
    fs.renameSync(path.join(folder, INSIDE), file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
