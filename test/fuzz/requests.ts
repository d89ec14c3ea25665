import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import * as beyond from '../../server/src/lsp/protocol/index.ts';
import { type Client, startClient } from '../lsp/support/client.ts';
import { SPEECH } from '../lsp/support/drafts.ts';
import { type Below, damaged, nearDraft } from './near-drafts.ts';

/** Requests of the protocol that the server says it answers, and some that it does not. */
const USUAL = [
  'textDocument/diagnostic',
  'textDocument/codeAction',
  'textDocument/hover',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/inlayHint',
  'textDocument/completion',
  'textDocument/onTypeFormatting',
  'textDocument/rename',
  'textDocument/prepareRename',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/codeLens',
  'codeLens/resolve',
  'workspace/symbol',
  'workspace/executeCommand',
  'nonsense/method',
  'initialize',
] as const;
const NOTES = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  '$/cancelRequest',
  '$/setTrace',
  '$/nonsense',
  'initialized',
  'nonsense/note',
  'window/workDoneProgress/cancel',
] as const;
/** These write files or read folders: they are sent with URIs that lead nowhere only. */
const URIS = [
  'untitled:a.txt',
  'file:///nowhere/b.speech',
  'untitled:.hegao.json',
  'file:///nowhere/.hegao.yaml',
  '',
  'x',
  'file://',
  'file:///%E0%A4%A',
  'http://[',
  'untitled:gone',
] as const;
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1,
  1.5,
  1e308,
  4294967296,
  '',
  '甲',
  'constructor',
  '\ud800',
  [],
  [null],
  {},
  { uri: 1 },
  { __proto__: null },
];

/** Milliseconds within which every request is answered. */
const PATIENCE = 15_000;
const OWN = Object.values(beyond).flatMap((one) => ('method' in one ? [one.method] : []));
/** What the server asks and says itself. */
const FROM_SERVER = new Set(['hegao/status', 'hegao/readFile', 'hegao/readFolder', 'hegao/readWords']);
const METHODS: readonly string[] = [...USUAL, ...OWN.filter((method) => !FROM_SERVER.has(method))];

/** A conversation of so many messages with a server of its own; what went wrong, with the messages that led to it. */
export async function tryRequests(messages: number, below: Below): Promise<readonly string[]> {
  const faults: string[] = [];
  const said: string[] = [];
  const client = await startClient();
  const versions = new Map<string, number>();
  let dead = false;
  client.process.once('exit', () => {
    dead = true;
  });
  const ask = async (method: string, params: unknown, cancels: boolean): Promise<void> => {
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(method, params, source.token).then(
      () => undefined,
      (error: ResponseError<unknown>) => error,
    );
    if (cancels) source.cancel();
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE).unref());
    const came = await Promise.race([answer, late]);
    const line = `${method} ${JSON.stringify(params)}`;
    if (came === 'late') faults.push(`no answer: ${line}`);
    else if (came && !isProper(method, came)) faults.push(`${came.code} ${came.message}: ${line}`);
  };
  let waiting: Promise<void>[] = [];
  for (let i = 0; i < messages && !dead && faults.length === 0; i++) {
    const kind = below(10);
    if (kind < 6) {
      const method = METHODS[below(METHODS.length)]!;
      const params = paramsFor(below);
      said.push(`${method} ${JSON.stringify(params)}`);
      waiting.push(ask(method, params, below(4) === 0));
    } else if (kind < 9) {
      const method = NOTES[below(NOTES.length)]!;
      const params = noteFor(method, versions, below);
      said.push(`${method} ${JSON.stringify(params)}`);
      await client.connection.sendNotification(method, params as object).catch(() => undefined);
    } else {
      const raw = rawMessage(below);
      said.push(`raw ${raw}`);
      client.process.stdin!.write(`Content-Length: ${Buffer.byteLength(raw)}\r\n\r\n${raw}`);
    }
    if (waiting.length >= 40) {
      await Promise.race([Promise.all(waiting), exited(client)]);
      waiting = [];
    }
  }
  await Promise.race([Promise.all(waiting), exited(client)]);
  if (dead) faults.push('the server went away');
  else if (faults.length === 0) faults.push(...(await answersWell(client)));
  if (dead) client.connection.dispose();
  else await client.stop();
  return faults.map((fault) => `${fault}\n${said.join('\n')}`);
}

/** Opens and closes many documents, with requests in between that nobody waits for; the server answers well afterwards. */
export async function tryOpening(documents: number): Promise<readonly string[]> {
  const client = await startClient();
  const waiting: Promise<unknown>[] = [];
  for (let i = 0; i < documents; i++) {
    const uri = `untitled:${i}`;
    client.open(uri, `${SPEECH}${i}`);
    const source = new CancellationTokenSource();
    waiting.push(client.pull(uri, undefined, source.token).catch(() => undefined));
    if (i % 3 > 0) source.cancel();
    client.close(uri);
  }
  await Promise.all(waiting);
  const faults = await answersWell(client);
  await client.stop();
  return faults;
}

/** What is wrong with the diagnostics of a sound document. */
async function answersWell(client: Client): Promise<readonly string[]> {
  const uri = `untitled:good${Math.random()}`;
  client.open(uri, SPEECH);
  const codes = (await client.diagnostics(uri)).map(({ code }) => String(code)).sort();
  client.change(uri, 2, {
    range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } },
    text: '',
  });
  const changed = (await client.diagnostics(uri)).map(({ code }) => String(code)).sort();
  client.close(uri);
  const due = ['numbering-gap', 'placeholder-date', 'placeholder-number', 'placeholder-number'];
  try {
    assert.deepEqual(codes, due);
    assert.deepEqual(changed, due.slice(0, 2));
    return [];
  } catch {
    return [`a sound document has ${codes.join(' ')}, then ${changed.join(' ')}`];
  }
}

function exited({ process: child }: Client): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** An answer that the protocol knows; of the project's own requests none fails by accident. */
function isProper(method: string, { code }: ResponseError<unknown>): boolean {
  if (!OWN.includes(method)) return Number.isInteger(code);
  const known: readonly number[] = [
    ErrorCodes.InvalidParams,
    ErrorCodes.InvalidRequest,
    LSPErrorCodes.RequestCancelled,
    LSPErrorCodes.RequestFailed,
    LSPErrorCodes.ContentModified,
  ];
  return known.includes(code);
}

function position(below: Below): unknown {
  const number = () => [0, 1, 2, 5, 8, 30, -1, 1e9, 2 ** 31, 2 ** 31 - 1, 0.5][below(11)];
  return { line: number(), character: number() };
}

function paramsFor(below: Below): unknown {
  const uri = URIS[below(below(3) === 0 ? URIS.length : 2)];
  const full: Record<string, unknown> = {
    uri,
    textDocument: { uri },
    position: position(below),
    range: { start: position(below), end: position(below) },
    context: {
      diagnostics: [{ range: { start: position(below), end: position(below) }, message: 'x', code: 'typo' }],
      includeDeclaration: below(2) === 0,
    },
    positions: [position(below)],
    folders: below(3) === 0 ? ['file:///nowhere'] : [],
    text: '临江',
    newName: ['12', '甲', ''][below(3)],
    all: below(2) === 0,
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
    earlier: [null, SPEECH][below(2)],
    format: ['csv', 'markdown', 'docx', 'x'][below(4)],
    action: ['promote', 'demote', 'moveUp', 'moveDown', 'renumberAll', 'normalise'][below(6)],
    to: 'untitled:x',
    profile: 'gb9704',
    query: '',
    command: 'x',
    arguments: [],
    previousResultId: '1',
  };
  if (below(8) === 0) return ODD[below(ODD.length)];
  if (below(2) === 0) return full;
  const keys = Object.keys(full);
  for (let i = 0; i < 1 + below(3); i++) {
    const key = keys[below(keys.length)]!;
    if (below(3) === 0) delete full[key];
    else full[key] = ODD[below(ODD.length)];
  }
  return full;
}

function noteFor(method: string, versions: Map<string, number>, below: Below): unknown {
  const uri = URIS[below(below(3) === 0 ? URIS.length : 2)]!;
  if (below(10) === 0) return ODD[below(ODD.length)];
  const text = below(2) === 0 ? nearDraft(below).text : damaged(SPEECH, below);
  switch (method) {
    case 'textDocument/didOpen':
      return {
        textDocument: {
          uri,
          languageId: ['markdown', 'plaintext', 'hegao-speech', 7][below(4)],
          version: below(9),
          text: below(12) === 0 ? ODD[below(ODD.length)] : text,
        },
      };
    case 'textDocument/didChange': {
      const version = (versions.get(uri) ?? 1) + below(4) - 1;
      versions.set(uri, version);
      const change = () =>
        below(6) === 0
          ? ODD[below(ODD.length)]
          : below(4) === 0
            ? { text }
            : { range: { start: position(below), end: position(below) }, text: text.slice(0, 9) };
      return { textDocument: { uri, version }, contentChanges: Array.from({ length: below(4) }, change) };
    }
    case 'workspace/didChangeConfiguration':
      return { settings: ODD[below(ODD.length)] };
    case 'workspace/didChangeWatchedFiles':
      return { changes: [{ uri, type: below(5) }, ODD[below(ODD.length)]].slice(0, below(3)) };
    case 'workspace/didChangeWorkspaceFolders':
      return { event: { added: below(2) ? [{ uri, name: 'x' }] : ODD[below(ODD.length)], removed: [] } };
    case '$/cancelRequest':
      return { id: below(400) };
    default:
      return { textDocument: { uri }, value: 'off' };
  }
}

/** JSON that is no message, or one that stands for none that was sent. */
function rawMessage(below: Below): string {
  return [
    '{"jsonrpc":"2.0","id":99999,"result":null}',
    '{"jsonrpc":"2.0","id":"x","error":{"code":"x"}}',
    '{"jsonrpc":"2.0","id":null,"method":"textDocument/hover","params":null}',
    '{"jsonrpc":"2.0","method":"textDocument/didOpen"}',
    '{"jsonrpc":"2.0","method":7}',
    '{"jsonrpc":"1.0","id":{},"method":"hegao/figures","params":"x"}',
    '{"id":-1}',
    '{}',
    '{"jsonrpc":"2.0","id":1000001,"method":"hegao/figures","params":[1,2]}',
    '{"jsonrpc":"2.0","id":1000002,"method":"constructor","params":{}}',
    '{"jsonrpc":"2.0","id":1000003,"method":"textDocument/hover","params":[[[]]]}',
  ][below(11)]!;
}
