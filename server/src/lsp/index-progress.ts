import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Shows how far the background has come with many files, and hears when the user has had enough. */
export interface IndexProgress {
  /** There are so many files to read. */
  readonly begin: (files: number) => void;
  /** So many of them are left; false where the user has called it off. */
  readonly goOn: (left: number) => boolean;
  readonly end: () => void;
}

/** Fewer files are read before anybody has seen that they are. */
const FEW = 100;

interface Shown {
  readonly files: number;
  reporter: WorkDoneProgressServerReporter | undefined;
  percentage: number;
  left: number;
  over: boolean;
}

/** Makes the display; `create` asks the client for a place to show it in. */
export function createIndexProgress(create: () => Promise<WorkDoneProgressServerReporter>): IndexProgress {
  let shown: Shown | undefined;

  const end = (): void => {
    if (!shown) return;
    shown.over = true;
    shown.reporter?.done();
    shown = undefined;
  };

  const open = async (own: Shown): Promise<void> => {
    const reporter = await create();
    reporter.begin('读取工作区的文稿', 0, textOf(own), true);
    if (own.over) reporter.done();
    else own.reporter = reporter;
  };

  return {
    begin(files) {
      end();
      if (files < FEW) return;
      shown = { files, reporter: undefined, percentage: 0, left: files, over: false };
      // A client that gives no place gets no display.
      open(shown).catch(() => undefined);
    },
    goOn(left) {
      if (!shown) return true;
      shown.left = left;
      const percentage = Math.floor((1 - left / shown.files) * 100);
      if (shown.reporter && percentage > shown.percentage) {
        shown.percentage = percentage;
        shown.reporter.report(percentage, textOf(shown));
      }
      return shown.reporter?.token.isCancellationRequested !== true;
    },
    end,
  };
}

function textOf({ files, left }: Shown): string {
  return `${files - left}／${files}`;
}
