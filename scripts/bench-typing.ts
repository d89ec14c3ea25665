// npm run bench:typing [-- --edits N] [--length N] [--flame FILE.svg]: types into a draft of 50,000 characters through the
// built server and prints what it takes inside the server from an edit to its diagnostics, by kinds of edits.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import {
  CodeLensRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openItemsRequest } from '../server/src/lsp/protocol/index.ts';
import { type Client, startClient } from '../test/lsp/support/client.ts';
import { applied, createWriter, EDIT_KINDS, type EditKind, longSpeech } from '../test/support/typing.ts';
import { flameGraph } from './flame-graph.ts';

const root = path.resolve(__dirname, '..');
const URI = 'untitled:typing';
/** Between two edits, in milliseconds: faster than anybody types. */
const PACE = 40;

interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

interface Notes {
  readonly answers: readonly Taken[];
  readonly turns: readonly (Taken & { readonly after: number })[];
}

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '600' },
    length: { type: 'string', default: '50000' },
    draft: { type: 'string' },
    flame: { type: 'string' },
  },
});
void run();

async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-typing-'));
  try {
    const text = values.draft ? fs.readFileSync(values.draft, 'utf8') : longSpeech(Number(values.length));
    const server = values.flame ? await namedServer() : path.join(root, 'server/out/server.js');
    const probe = path.join(folder, 'probe.json');
    const client = await startClient({
      server,
      env: { HEGAO_PROBE: probe },
      nodeArgs: [
        '--require',
        path.join(root, 'scripts/typing-probe.cjs'),
        ...(values.flame ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200'] : []),
      ],
    });
    const kinds = await type(client, text, Number(values.edits));
    await client.stop();
    const notes = JSON.parse(fs.readFileSync(probe, 'utf8')) as Notes;
    process.stdout.write(report(text, kinds, notes, client.refreshes.all.length));
    if (values.flame) drawFlames(folder, values.flame);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Types as an editor does it: an edit, the question for its diagnostics, then what else is shown. Gives the kinds. */
async function type(client: Client, start: string, edits: number): Promise<readonly EditKind[]> {
  const write = createWriter(1);
  const kinds: EditKind[] = [];
  let text = start;
  let resultId: string | undefined;
  client.open(URI, text);
  const ask = async () => {
    const report = await client.pull(URI, resultId);
    resultId = report.resultId;
  };
  const textDocument = { uri: URI };
  await ask();
  await pause(500);
  for (let i = 0; i < edits; i++) {
    const kind = EDIT_KINDS[i % 10 < 6 ? 0 : (i % 10) - 5]!;
    const edit = write(text, kind);
    const document = TextDocument.create(URI, '', 0, text);
    const range = { start: document.positionAt(edit.at), end: document.positionAt(edit.at + edit.removed) };
    text = applied(text, edit);
    client.change(URI, i + 2, { range, text: edit.text });
    kinds.push(kind);
    await ask();
    await Promise.all([
      client.connection.sendRequest(CodeLensRequest.type, { textDocument }),
      client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
      client.connection.sendRequest(openItemsRequest.method, { uri: URI }),
    ]);
    await pause(PACE);
  }
  await pause(500);
  return kinds;
}

const NAMES: Readonly<Record<EditKind, string>> = {
  typed: '打一个字',
  deleted: '删一个字',
  pasted: '粘贴50—450字',
  undone: '撤销',
  broken: '断行、加序数',
};
/** The first edits run code that is not compiled yet. */
const WARM = 30;

function report(
  text: string,
  kinds: readonly EditKind[],
  { answers, turns }: Notes,
  refreshes: number,
): string {
  const own = answers.slice(-kinds.length);
  const rows = [...EDIT_KINDS, undefined].map((kind) => {
    const these = own.filter((_, i) => i >= WARM && (kind === undefined || kinds[i] === kind));
    const cells = [0.5, 0.95, 0.99].map((part) => {
      const wall = quantile(
        these.map((one) => one.wall),
        part,
      );
      const cpu = quantile(
        these.map((one) => one.cpu),
        part,
      );
      return `${wall.toFixed(1)}（${cpu.toFixed(1)}）`;
    });
    return `| ${kind ? NAMES[kind] : '合计'} | ${these.length} | ${cells.join(' | ')} |`;
  });
  const held = turns.filter(({ after }) => after > answers.length - kinds.length + WARM);
  const most = (of: keyof Taken): string => Math.max(0, ...held.map((turn) => turn[of])).toFixed(1);
  return [
    `${text.length}字，${kinds.length}次改动；服务内部从收到改动到发出该版提示，毫秒（括号内是处理器时间）`,
    '| 改动 | 次数 | p50 | p95 | p99 |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
    `事件循环一次最长 ${most('wall')} 毫秒（处理器时间 ${most('cpu')}），超过20毫秒的 ${held.filter(({ wall }) => wall > 20).length} 次（处理器时间超过的 ${held.filter(({ cpu }) => cpu > 20).length} 次）；请编辑器重取 ${refreshes} 次；机器负载 ${os.loadavg()[0]!.toFixed(1)}`,
    '',
  ].join('\n');
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** The server with the names of its functions, for the profile. */
async function namedServer(): Promise<string> {
  const outfile = path.join(root, 'server/out/test/profiled.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['nodejieba'],
    logLevel: 'warning',
  });
  fs.copyFileSync(path.join(root, 'server/out/words.dat'), path.join(path.dirname(outfile), 'words.dat'));
  return outfile;
}

function drawFlames(folder: string, svg: string): void {
  const profile = fs.readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (!profile) throw new Error('没有留下性能记录');
  fs.writeFileSync(svg, flameGraph(JSON.parse(fs.readFileSync(path.join(folder, profile), 'utf8'))));
}
