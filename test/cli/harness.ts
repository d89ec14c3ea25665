import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { main } from '../../server/src/cli/main.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Settings {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly startServer?: () => Promise<unknown>;
}

/** Runs the command line in this process. */
export async function hegao(argv: readonly string[], settings: Settings = {}): Promise<Run> {
  const out = sink();
  const err = sink();
  const { stdin = '', cwd = os.tmpdir(), isTTY = false, columns, env = {} } = settings;
  const code = await main(argv, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: out.stream,
    stderr: err.stream,
    cwd,
    env,
    isTTY,
    columns,
    startServer: settings.startServer ?? (() => Promise.reject(new Error('not here'))),
  });
  return { code, stdout: out.text(), stderr: err.text() };
}

function sink(): { readonly stream: Writable; readonly text: () => string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece);
      setImmediate(done);
    },
  });
  return { stream, text: () => Buffer.concat(pieces).toString('utf8') };
}

/** Makes a folder with files, gives it to `use`, removes it. A name that ends with `/` is an empty folder. */
export async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-')));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      fs.mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
      if (!name.endsWith('/')) fs.writeFileSync(file, content);
    }
    await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A draft of one speech with one blank number, on line 3, columns 13 to 18. */
export const DRAFT = '在座谈会上的讲话\n同志们：\n上半年，全市工业投资增长xx.x%，形势总体平稳。\n';
/** A draft without anything to report. */
export const CLEAN = '在座谈会上的讲话\n同志们：\n上半年，全市工业投资增长7.2%，形势总体平稳。\n';

export interface JsonFile {
  readonly path: string;
  readonly findings: readonly JsonFinding[];
  readonly failures: readonly { readonly ruleId?: string; readonly message: string }[];
}

export interface JsonFinding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: string;
  readonly message: string;
  readonly text: string;
  readonly range: unknown;
  readonly offset: { readonly start: number; readonly end: number };
  readonly related: readonly unknown[];
  readonly fixes: readonly unknown[];
}

export interface JsonReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly files: readonly JsonFile[];
  readonly summary: Readonly<Record<string, number>>;
}

/** The one object on standard output. */
export function report({ stdout }: Run): JsonReport {
  return JSON.parse(stdout) as JsonReport;
}
