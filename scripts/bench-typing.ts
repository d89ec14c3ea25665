// npm run bench:typing [-- --edits N] [--length N] [--flame FILE.svg] [--json]: types into a draft of 50,000 characters through the
// built server and prints what it takes inside the server from an edit to its diagnostics, by kinds of edits.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  CodeLensRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openItemsRequest } from '../server/src/lsp/protocol/index.ts';
import { type Client, startClient } from '../test/lsp/support/client.ts';
import { applied, createWriter, EDIT_KINDS, type EditKind, longSpeech } from '../test/support/typing.ts';
import { bundleNamed } from './bench/bundle.mjs';
import { type Taken, type TypingFigures, typingReport } from './bench/typing-report.mjs';
import { flameGraph } from './flame-graph.ts';

const root = path.resolve(__dirname, '..');
const URI = 'untitled:typing';
/** Between two edits, in milliseconds: faster than anybody types. */
const PACE = 40;

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
    json: { type: 'boolean', default: false },
  },
});
void run();

async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-typing-'));
  try {
    const text = values.draft ? fs.readFileSync(values.draft, 'utf8') : longSpeech(Number(values.length));
    const server = values.flame ? namedServer() : path.join(root, 'server/out/server.js');
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
    const figures = figuresOf(text, kinds, notes, client.refreshes.all.length);
    process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : typingReport(figures));
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
/** Nobody should be kept waiting longer, in milliseconds. */
const TURN = 20;

function figuresOf(
  text: string,
  kinds: readonly EditKind[],
  { answers, turns }: Notes,
  refreshes: number,
): TypingFigures {
  const own = answers.slice(-kinds.length);
  const rows = [...EDIT_KINDS, undefined].map((kind) => {
    const these = own.filter((_, i) => i >= WARM && (kind === undefined || kinds[i] === kind));
    const at = (part: number): Taken => ({
      wall: quantile(these, 'wall', part),
      cpu: quantile(these, 'cpu', part),
    });
    return {
      name: kind ? NAMES[kind] : '合计',
      count: these.length,
      quantiles: [at(0.5), at(0.95), at(0.99)],
    };
  });
  const held = turns.filter(({ after }) => after > answers.length - kinds.length + WARM);
  const beyond = (of: keyof Taken): number => held.filter((turn) => turn[of] > TURN).length;
  const most = (of: keyof Taken): number => Math.max(0, ...held.map((turn) => turn[of]));
  return {
    length: text.length,
    edits: kinds.length,
    rows,
    longest: { wall: most('wall'), cpu: most('cpu') },
    beyond: { wall: beyond('wall'), cpu: beyond('cpu') },
    refreshes,
    load: os.loadavg()[0]!,
  };
}

function quantile(taken: readonly Taken[], of: keyof Taken, part: number): number {
  const sorted = taken.map((one) => one[of]).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** The server with the names of its functions, for the profile. */
function namedServer(): string {
  const outfile = path.join(root, 'server/out/test/profiled.js');
  bundleNamed(root, 'server/src/server.ts', outfile);
  return outfile;
}

function drawFlames(folder: string, svg: string): void {
  const profile = fs.readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (!profile) throw new Error('没有留下性能记录');
  fs.writeFileSync(svg, flameGraph(JSON.parse(fs.readFileSync(path.join(folder, profile), 'utf8'))));
}
