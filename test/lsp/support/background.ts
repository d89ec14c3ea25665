import {
  ProgressType,
  type WorkDoneProgressBegin,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSpeechMaker } from '../../support/speeches.ts';
import { applied, createWriter, longSpeech } from '../../support/typing.ts';
import { type Client, startClient } from './client.ts';
import { type Folder, makeFolder } from './drafts.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { longestTurn, MEASURED } from './measure.ts';

const URI = 'untitled:正在写';

/** What a server says of its work in the background. */
export type Step = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** A server that reads the drafts of a folder in the background. */
export interface Background {
  readonly client: Client;
  readonly steps: Inbox<Step>;
  readonly cancel: () => Promise<void>;
}

/** A folder with so many drafts. */
export function manyDrafts(count: number): Folder {
  const maker = createSpeechMaker(11);
  const folder = makeFolder();
  for (let i = 0; i < count; i++) folder.write(`${i % 20}/讲话${i}.txt`, maker.speech(1200));
  return folder;
}

/** Starts a server over a folder, that can be measured. */
export async function startOver(folder: Folder): Promise<Background> {
  const steps = createInbox<Step>();
  let token: string | number = '';
  const client = await startClient({
    ...MEASURED,
    folders: [folder.uri],
    listen(connection) {
      connection.onRequest(WorkDoneProgressCreateRequest.type, (params) => {
        token = params.token;
        connection.onProgress(new ProgressType<Step>(), token, steps.put);
      });
    },
  });
  return {
    client,
    steps,
    cancel: () => client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token }),
  };
}

/** How long a server took to answer keystrokes, in milliseconds. */
export interface Keystrokes {
  readonly p50: number;
  readonly p95: number;
  readonly longestTurn: number;
  readonly count: number;
}

/** Types so many characters into a draft, each after the findings of the last one; stops early when `until` says so. */
export async function typeInto(
  client: Client,
  most: number,
  until: () => boolean = () => false,
): Promise<Keystrokes> {
  let text = longSpeech(10_000);
  const write = createWriter(5);
  client.open(URI, text);
  await client.pull(URI);
  await longestTurn(client);
  const times: number[] = [];
  for (let version = 2; version < most + 2 && !until(); version++) {
    const edit = write(text, 'typed');
    const document = TextDocument.create(URI, '', 0, text);
    const range = { start: document.positionAt(edit.at), end: document.positionAt(edit.at + edit.removed) };
    text = applied(text, edit);
    const began = performance.now();
    client.change(URI, version, { range, text: edit.text });
    await client.pull(URI);
    times.push(performance.now() - began);
  }
  const turn = await longestTurn(client);
  client.close(URI);
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), longestTurn: turn, count: times.length };
}
