import * as vscode from 'vscode';
import { plain } from '../plainText.ts';
import { type Ask, askUser } from '../review/ask.ts';
import { editorFor, fillAt, offersOf, STALE } from '../review/fill.ts';
import type { ReviewList } from '../review/list.ts';
import { isCurrent, targetOf } from '../review/target.ts';
import type { ReviewView } from '../review/view.ts';
import type { Session } from '../session.ts';

/** For callers other than the user. */
export interface FillOptions {
  readonly ask?: Ask;
}

/**
 * 填写全部同一处: every place of a speech that asks for the same thing gets the same content, in one step to undo. Called
 * on a row of the list, or for the placeholder at the cursor.
 */
export async function fillEntity(
  session: Session,
  list: ReviewList,
  view: ReviewView,
  argument?: unknown,
  { ask = askUser }: FillOptions = {},
): Promise<void> {
  const target = targetOf(argument, list, view);
  const thing = target?.thing;
  const [place] = target?.places ?? [];
  if (target === undefined || thing === undefined || place === undefined) {
    void vscode.window.showInformationMessage('请在待补清单里选一项，或把光标放在没有填的地方。');
    return;
  }
  const client = await session.client();
  const editor = client && (await editorFor(target.uri));
  if (client === undefined || editor === undefined) return;
  const { document } = editor;
  if (!isCurrent(target)) {
    void vscode.window.showWarningMessage(STALE);
    return;
  }
  const { version } = document;
  const start = place.range.start;
  editor.selection = new vscode.Selection(start, place.range.end);
  editor.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const source = new vscode.CancellationTokenSource();
  const offset = document.offsetAt(start);
  const offers = offersOf(session, client, document, source.token).then((all) => all.get(offset) ?? []);
  const all = thing.places.length > 1;
  let problem: string | undefined;
  try {
    for (;;) {
      const text = await ask({
        title: `填写“${thing.label}”${all ? `（同一处共${thing.places.length}处）` : ''}`,
        sentence: place.sentence,
        step: 1,
        steps: 1,
        known: place.fill === undefined ? [] : [{ text: place.fill }],
        offers,
        ...(problem === undefined ? {} : { problem }),
        hint: '写被隐去的部分或全称，回车填写，Esc 不填。',
      });
      if (text === undefined || text === '') return;
      const outcome = await fillAt(client, document, version, start, { text, all: true });
      if (outcome.state === 'filled') return;
      if (outcome.state === 'stale' || thing.several) {
        void vscode.window.showWarningMessage(plain(outcome.message));
        return;
      }
      problem = outcome.message;
    }
  } finally {
    source.cancel();
    source.dispose();
  }
}
