import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export const MANIFEST = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly main: string;
  readonly browser: string;
  readonly bin: { readonly hegao: string };
  readonly icon: string;
  readonly contributes: unknown;
};

export const MB = 1024 * 1024;

/** Every bundle that is shipped, and the source that it starts from. */
export const BUNDLES = {
  'client/out/extension.js': 'client/src/extension.ts',
  'server/out/cli.js': 'server/src/start/cli.ts',
  'server/out/cli-main.js': 'server/src/cli.ts',
  'server/out/jieba-worker.js': 'server/src/words/jieba-entry.ts',
  'server/out/server.js': 'server/src/start/server.ts',
  'server/out/word.js': 'server/src/word/index.ts',
  'server/out/word-writer.js': 'server/src/typeset/writer.ts',
} as const;

/** The same for the browser; in the VSIX alone. */
export const WEB_BUNDLES = {
  'client/out/browser.js': 'client/src/browser.ts',
  'server/out/browser.js': 'server/src/browser.ts',
} as const;

export const NOTICES = 'server/out/THIRD-PARTY-NOTICES.txt';

/** What the build puts into every package. */
export const BUILT = [...Object.keys(BUNDLES), NOTICES, 'server/out/words.dat'];

/** A gap in the numbering, a figure to fill in, and one phrase too often; only the last needs words. */
export const SPEECH = `在全县旅游工作会议上的讲话

同志们：

今天会议的主要任务，是部署下半年的旅游工作。

一、把景区办好

办好景区，要把服务做到游客心坎上。看护景区，也要把服务做到游客心坎上。

三、把线路串好

线路串起来以后，要把服务做到游客心坎上。道路修到村口，把服务做到游客心坎上才方便。游客增长xx.x%，靠的是把服务做到游客心坎上。
`;

export const CLEAN = '在全县旅游工作会议上的讲话\n\n同志们：\n\n今天部署旅游工作，请大家抓好落实。\n';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end; npm's programs too, as from a shell that npm did not start. */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string; readonly env?: Record<string, string> } = {},
): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32' && command !== process.execPath,
    ...options,
    env: { ...environment(), ...options.env },
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

function environment(): NodeJS.ProcessEnv {
  const inherited =
    /^npm_(?:package|lifecycle)_|^npm_config_(?:local_prefix|prefix|omit|include|ignore_scripts|yes|build_from_source)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

/** Rules that find nothing in a draft alone: they hold it against a table, a list, an archive or an earlier version. */
const NEEDS_MORE = ['half-updated', 'metric-ledger', 'quote-mismatch', 'roster', 'team-terms'];

/** Every rule's pages' examples of what is reported, as drafts `规则 rule-id 1-1.txt` in a folder. Returns the rules' ids. */
export function writeExamples(folder: string): readonly string[] {
  fs.mkdirSync(folder, { recursive: true });
  const pages = path.join(ROOT, 'server/src/rules');
  const ids = fs
    .readdirSync(pages)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length));
  for (const id of ids) {
    const page = fs.readFileSync(path.join(pages, `${id}.md`), 'utf8');
    const reported = /^## 会报出\n(.*?)^## /ms.exec(page)?.[1] ?? '';
    const examples = [...reported.matchAll(/```speech\n(.*?)```/gs)].map((match) =>
      match[1]!.replaceAll(/[〖〗]/g, '').split('\n＝＝＝\n'),
    );
    examples.forEach((drafts, i) => {
      drafts.forEach((text, j) => {
        fs.writeFileSync(path.join(folder, `规则 ${id} ${i + 1}-${j + 1}.txt`), text);
      });
    });
  }
  return ids.filter((id) => !NEEDS_MORE.includes(id));
}

/** Those of the rules that found nothing in any of their own examples, from what `check --format json` printed. */
export function silentRules(ids: readonly string[], stdout: string): readonly string[] {
  const { files } = JSON.parse(stdout) as Report;
  return ids.filter(
    (id) =>
      !files.some(
        ({ path: name, findings }) =>
          name.includes(`规则 ${id} `) && findings.some((finding) => finding.ruleId === id),
      ),
  );
}

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly ruleId: string }[];
  }[];
}

/** The ids of the rules that found something, of each file, from what `check --format json` printed. */
export function ruleIds(stdout: string): readonly (readonly string[])[] {
  const report = JSON.parse(stdout) as Report;
  return report.files.map(({ findings }) => findings.map(({ ruleId }) => ruleId).sort());
}

/** A new folder, with a space and Chinese in its path as users have, gone at the end of the suite. */
export function makeFolder(): { readonly folder: string; readonly remove: () => void } {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-package-test-'));
  const folder = path.join(top, '核稿 试装');
  fs.mkdirSync(folder);
  return { folder, remove: () => fs.rmSync(top, { recursive: true, force: true }) };
}

/** All files below a folder, by their paths in it, sorted. */
export function filesBelow(folder: string): readonly string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** Unpacks a zip file as vsce writes it (no encryption, no zip64). */
export function unzip(file: string, folder: string): void {
  const zip = fs.readFileSync(file);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(entry + 28);
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    const local = zip.readUInt32LE(entry + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed));
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
}
