import * as vscode from 'vscode';
import { plain } from '../plainText.ts';

/** Something that may be filled in, and the draft that it is from; without one it is from the speech itself. */
export interface Offer {
  readonly text: string;
  readonly from?: string;
}

/** What the user is asked for a place. */
export interface Question {
  readonly title: string;
  /** The sentence that holds the place. */
  readonly sentence: string;
  /** Which place of how many; a thing filled in at once is one. */
  readonly step: number;
  readonly steps: number;
  /** The first is what stands in the box to begin with. */
  readonly known: readonly Offer[];
  /** What other drafts have; may come later. */
  readonly offers: Promise<readonly Offer[]>;
  /** Why the last answer was refused. */
  readonly problem?: string;
  readonly hint: string;
}

/** Gets an answer; undefined where the user has had enough. */
export type Ask = (question: Question) => Promise<string | undefined>;

/** Asks in an input box. What may be filled in stands in it; a button goes through the others. */
export const askUser: Ask = ({ title, sentence, step, steps, known, offers, problem, hint }) =>
  new Promise((resolve) => {
    const box = vscode.window.createInputBox();
    const other = { iconPath: new vscode.ThemeIcon('list-selection'), tooltip: '换一个可填的内容' };
    let all: readonly Offer[] = [];
    let at = 0;
    let answered = false;

    const show = (): void => {
      const offer = all[at];
      const from = offer?.from === undefined ? '' : `（据${offer.from}）`;
      box.prompt = plain(`${sentence}　${offer ? `可填：${offer.text}${from}。` : ''}${hint}`);
      box.buttons = all.length > 1 ? [other] : [];
    };
    const take = (more: readonly Offer[]): void => {
      const untouched = box.value === (all[at]?.text ?? '');
      all = [...all, ...more.filter(({ text }, i) => isNew(all, more, text, i))];
      const offer = all[at];
      if (untouched && offer) box.value = offer.text;
      show();
    };

    box.title = title;
    box.step = step;
    box.totalSteps = steps;
    // The text may be looked at, and scrolled, meanwhile.
    box.ignoreFocusOut = true;
    if (problem !== undefined) box.validationMessage = plain(problem);
    take(known);
    void offers.then((more) => {
      if (!answered) take(more);
    });
    box.onDidTriggerButton(() => {
      at = (at + 1) % all.length;
      box.value = all[at]?.text ?? '';
      show();
    });
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(() => {
      answered = true;
      resolve(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      answered = true;
      box.dispose();
      resolve(undefined);
    });
    box.show();
  });

function isNew(all: readonly Offer[], more: readonly Offer[], text: string, at: number): boolean {
  return !all.some((one) => one.text === text) && more.findIndex((one) => one.text === text) === at;
}
