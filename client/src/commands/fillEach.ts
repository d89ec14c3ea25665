import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isCovered } from '../coverage.ts';
import { plain } from '../plainText.ts';
import { type Ask, askUser, type Offer } from '../review/ask.ts';
import { editorFor, fillAt, type Outcome, offersOf, openFileNow, STALE } from '../review/fill.ts';
import type { ReviewList } from '../review/list.ts';
import { isNode, nodePlaces } from '../review/nodes.ts';
import { countOf, type OpenPlace, type OpenThing, placesOf } from '../review/places.ts';
import type { Session } from '../session.ts';
import type { FillOptions } from './fillEntity.ts';

/** A place of the walk: where it began, and where it is after what was filled in before it. */
interface Stop {
  readonly origin: number;
  offset: number;
}

/** What the walk needs at each stop. */
interface Walk {
  readonly client: BaseLanguageClient;
  readonly editor: vscode.TextEditor;
  readonly ask: Ask;
  readonly offers: Promise<ReadonlyMap<number, readonly Offer[]>>;
  /** What was given for each thing, to be offered again at its other places. */
  readonly given: Map<string, string>;
  readonly steps: number;
}

/**
 * 逐处填写: one place after the other, from the cursor or below a row of the list. Enter fills in and goes on, nothing
 * passes over, Esc stops. Each place is one step to undo; a change from elsewhere stops the walk.
 */
export async function fillEach(
  session: Session,
  list: ReviewList,
  argument?: unknown,
  { ask = askUser }: FillOptions = {},
): Promise<void> {
  const client = await session.client();
  const node = isNode(argument) ? argument : undefined;
  const active = vscode.window.activeTextEditor?.document;
  const uri = node?.file.uri ?? (active && isCovered(active) ? active.uri : list.files()[0]?.uri);
  if (uri === undefined) {
    void vscode.window.showInformationMessage('没有待补之处。');
    return;
  }
  const editor = client && (await editorFor(uri));
  if (client === undefined || editor === undefined) return;
  const { document } = editor;
  const places = placesOf(await openFileNow(client, uri));
  const wanted = node && nodePlaces(node).map(({ range }) => document.offsetAt(range.start));
  const stops = stopsFrom(editor, places, wanted);
  if (stops.length === 0) {
    void vscode.window.showInformationMessage('这里没有待补之处。');
    return;
  }
  const source = new vscode.CancellationTokenSource();
  const offers = offersOf(session, client, document, source.token);
  const walk = { client, editor, ask, offers, given: new Map(), steps: stops.length };
  try {
    await goThrough(walk, stops);
  } finally {
    source.cancel();
    source.dispose();
  }
}

/** The places in the order of the walk: those behind the cursor first. */
function stopsFrom(
  { document, selection }: vscode.TextEditor,
  places: readonly OpenPlace[],
  wanted: readonly number[] | undefined,
): Stop[] {
  const stops = places.map(({ range }) => document.offsetAt(range.start));
  if (wanted) return stops.filter((at) => wanted.includes(at)).map((at) => ({ origin: at, offset: at }));
  const cursor = document.offsetAt(selection.start);
  const first = places.findIndex(({ range }) => document.offsetAt(range.end) > cursor);
  const split = first < 0 ? 0 : first;
  return [...stops.slice(split), ...stops.slice(0, split)].map((at) => ({ origin: at, offset: at }));
}

async function goThrough(walk: Walk, stops: readonly Stop[]): Promise<void> {
  const { client, editor } = walk;
  const { document } = editor;
  let filled = 0;
  for (const [index, stop] of stops.entries()) {
    const { version } = document;
    const file = await openFileNow(client, document.uri);
    if (file.version !== version || document.version !== version) return stopped(STALE);
    const found = thingAt(
      file.speeches.flatMap(({ things }) => things),
      document.positionAt(stop.offset),
    );
    // What was filled in before may have settled this place too.
    if (found === undefined) continue;
    const outcome = await fillStop(walk, stop, index, found);
    if (outcome === 'end') break;
    if (outcome === 'passed') continue;
    if (outcome.state !== 'filled') return stopped(outcome.message);
    filled += 1;
    for (const other of stops) if (other.offset > stop.offset) other.offset += outcome.delta;
  }
  const left = countOf(await openFileNow(client, document.uri));
  const rest = left === 0 ? '本稿没有待补之处了。' : `本稿还有${left}处待补。`;
  void vscode.window.showInformationMessage(`填写了${filled}处，${rest}`);
}

/** Asks until the answer is taken. */
async function fillStop(
  { client, editor, ask, offers, given, steps }: Walk,
  { origin }: Stop,
  index: number,
  { thing, place }: { readonly thing: OpenThing; readonly place: OpenPlace },
): Promise<Outcome | 'passed' | 'end'> {
  const { document } = editor;
  const { version } = document;
  editor.selection = new vscode.Selection(place.range.start, place.range.end);
  editor.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const key = `${thing.kind}\n${thing.label}`;
  const before = thing.several ? undefined : given.get(key);
  const known = [before, place.fill].filter((text) => text !== undefined).map((text) => ({ text }));
  let problem: string | undefined;
  for (;;) {
    const text = await ask({
      title: `逐处填写：${thing.kind} ${thing.label}`,
      sentence: place.sentence,
      step: index + 1,
      steps,
      known,
      offers: offers.then((all) => all.get(origin) ?? []),
      ...(problem === undefined ? {} : { problem }),
      hint: '回车填写并到下一处，空着跳过，Esc 停下。',
    });
    if (text === undefined) return 'end';
    if (text === '') return 'passed';
    const outcome = await fillAt(client, document, version, place.range.start, { text, all: false });
    if (outcome.state === 'filled') given.set(key, text);
    if (outcome.state !== 'refused') return outcome;
    problem = outcome.message;
  }
}

function thingAt(things: readonly OpenThing[], start: vscode.Position) {
  for (const thing of things) {
    const place = thing.places.find(({ range }) => range.start.isEqual(start));
    if (place) return { thing, place };
  }
  return undefined;
}

function stopped(message: string): void {
  void vscode.window.showWarningMessage(plain(message));
}
