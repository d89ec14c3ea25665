import type { Writable } from 'node:stream';

/** Shows on a terminal how far a run is, and hears Ctrl-C. */
export interface Progress {
  readonly progress: (done: number, total: number) => void;
  /** The user has asked to stop. */
  readonly stopped: () => boolean;
  /** Takes the bar away. */
  readonly hide: () => void;
  /** Takes the bar away and lets Ctrl-C end the process again. */
  readonly close: () => void;
}

const WIDTH = 24;

/** Makes a progress bar; nothing is shown where the stream is no terminal. A second Ctrl-C ends the process at once. */
export function createProgress(stream: Writable, name: string): Progress {
  const isTerminal = (stream as { isTTY?: boolean }).isTTY === true;
  let [stopped, shown] = [false, ''];
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const hide = (): void => {
    if (shown !== '') stream.write('\r\u001b[K');
    shown = '';
  };
  return {
    progress(done, total) {
      if (!isTerminal) return;
      const bar = progressBar(done, total);
      if (bar !== shown) stream.write(`\r${name} ${bar}`);
      shown = bar;
    },
    stopped: () => stopped,
    hide,
    close() {
      process.removeListener('SIGINT', stop);
      hide();
    },
  };
}

/** `████░░░░ 50%（5／10）` */
export function progressBar(done: number, total: number): string {
  const part = total === 0 ? 1 : done / total;
  const full = Math.floor(part * WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(part * 100)}%（${done}／${total}）`;
}
