import type { Writable } from 'node:stream';
import { createProgress, type Progress } from '../progress.ts';

/** Watches over a run of several files: how far it is, and whether the user wants it to end. */
export interface Watch {
  /** Known how many files there are; of a single one nothing is shown, and Ctrl-C ends the process as ever. */
  readonly begin: (total: number) => void;
  readonly done: (count: number) => void;
  readonly stopped: () => boolean;
  /** Takes the bar away, because something else is shown from now on. */
  readonly hide: () => void;
  readonly close: () => void;
}

/** A run that is over sooner shows no bar. */
const AFTER_MS = 500;

/** Makes a watch; the bar is shown on a terminal only. */
export function createWatch(stream: Writable): Watch {
  const started = performance.now();
  let bar: Progress | undefined;
  let [total, hidden] = [0, false];
  return {
    begin(count) {
      total = count;
      if (count > 1) bar = createProgress(stream, '核稿');
    },
    done(count) {
      if (!hidden && performance.now() - started > AFTER_MS) bar?.progress(count, total);
    },
    stopped: () => bar?.stopped() ?? false,
    hide() {
      hidden = true;
      bar?.hide();
    },
    close: () => bar?.close(),
  };
}
