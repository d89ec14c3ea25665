import { setTimeout as pause } from 'node:timers/promises';
import {
  CodeLensRequest,
  DidChangeConfigurationNotification,
  DocumentSymbolRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSpeechMaker, seeded } from '../../support/speeches.ts';
import { startClient } from './client.ts';
import { makeFolder } from './drafts.ts';
import { MEASURED, type Memory, memoryOf } from './measure.ts';

/** How long a server is made to work. */
export interface SoakOptions {
  readonly edits: number;
  readonly documents: number;
  /** Edits between two changes of the settings, each to settings that never were before. */
  readonly settingsEvery: number;
}

/** What a soak came to. */
export interface Soaked {
  readonly edits: number;
  readonly settings: number;
  /** With all documents closed after a tenth of the work: whatever is loaded and compiled once is there. */
  readonly before: Memory;
  /** With all documents open and edited. */
  readonly during: Memory;
  /** After all of them were closed. */
  readonly after: Memory;
  readonly milliseconds: number;
}

/** Characters of a draft. */
const LENGTH = 2000;
const PIECES = [
  '，',
  '。',
  '\n',
  '二是',
  '12.5%',
  'XX县',
  '（三）',
  '抓紧修补水渠',
  '“',
  '一、下一步安排\n',
  '',
];
const RULES = ['passage-repeat', 'metric-drafts', 'quote-mismatch', 'stock-phrase'];

/** Edits documents at random places, asks in between as an editor does, changes settings, and closes all of them. */
export async function soak({ edits, documents, settingsEvery }: SoakOptions): Promise<Soaked> {
  const started = performance.now();
  const below = seeded(20_000);
  const maker = createSpeechMaker(7);
  const folder = makeFolder();
  const uris = Array.from({ length: documents }, (_, i) =>
    folder.write(`讲话${i}.txt`, maker.speech(LENGTH)),
  );
  let settings = 0;
  const client = await startClient({
    ...MEASURED,
    folders: [folder.uri],
    configuration: () => (settings === 0 ? {} : sectionOf(settings)),
  });
  const texts = new Map<string, { readonly text: string; readonly version: number }>();
  const open = (uri: string, text: string): void => {
    texts.set(uri, { text, version: 1 });
    client.open(uri, text);
  };
  const edit = (uri: string): void => {
    const { text, version } = texts.get(uri)!;
    const document = TextDocument.create(uri, '', 0, text);
    const start = document.positionAt(below(text.length + 1));
    const end = document.positionAt(document.offsetAt(start) + (below(4) === 0 ? below(30) : 0));
    const newText = PIECES[below(PIECES.length)]!;
    const next = text.slice(0, document.offsetAt(start)) + newText + text.slice(document.offsetAt(end));
    texts.set(uri, { text: next, version: version + 1 });
    client.change(uri, version + 1, { range: { start, end }, text: newText });
  };
  const ask = async (uri: string): Promise<void> => {
    const textDocument = { uri };
    await client.pull(uri);
    await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    const position = { line: below(10), character: below(10) };
    await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
  };

  const change = async (uri: string): Promise<void> => {
    settings++;
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.pull(uri);
  };
  const reopen = (uri: string): void => {
    client.close(uri);
    open(uri, maker.speech(LENGTH));
  };
  /** Opens all documents, works in them, and leaves them open. */
  const work = async (times: number): Promise<void> => {
    for (const uri of uris) open(uri, maker.speech(LENGTH));
    for (let done = 1; done <= times; done++) {
      const uri = uris[below(documents)]!;
      edit(uri);
      if (below(3) === 0) void client.pull(uri);
      if (below(40) === 0) await ask(uri);
      if (below(100) === 0) reopen(uri);
      if (done % settingsEvery === 0) await change(uri);
    }
    await Promise.all(uris.map((uri) => client.pull(uri)));
  };
  /** What is held with no document open, once what was begun is done: a server waits before it forgets. */
  const idle = async (): Promise<Memory> => {
    for (const uri of uris) client.close(uri);
    await pause(2500);
    return memoryOf(client);
  };

  try {
    await work(Math.ceil(edits / 10));
    const before = await idle();
    await work(edits);
    const during = await memoryOf(client);
    const after = await idle();
    return { edits, settings, before, during, after, milliseconds: performance.now() - started };
  } finally {
    await client.stop();
    folder.dispose();
  }
}

/** Settings of the editor, other ones for each number. */
function sectionOf(number: number): object {
  return {
    rules: { [RULES[number % RULES.length]!]: number % 2 === 0 ? 'off' : 'warning' },
    segmenter: { words: [`词${number}`] },
  };
}
