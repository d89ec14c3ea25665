import type { Writable } from 'node:stream';

/** Writes text to a stream in large pieces. */
export interface Writer {
  /** Keeps the text until `flush`; false when much is waiting and `flush` should be awaited. */
  readonly write: (text: string) => boolean;
  /** Hands over what is waiting; settles when the stream has taken it or nobody reads it any more. */
  readonly flush: () => Promise<void>;
  /** Nobody reads any more (`| head`): further text is dropped. */
  readonly isClosed: () => boolean;
  /** Why writing failed, other than a reader that left: a full disk. */
  readonly failure: () => string | undefined;
}

const PIECE = 1 << 16;

/** Makes a writer. An error of the stream is kept, never thrown. */
export function createWriter(stream: Writable): Writer {
  let waiting: string[] = [];
  let size = 0;
  let closed = false;
  let failure: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    failure ??= error.code === 'ENOSPC' ? '磁盘已满' : error.message;
  });
  return {
    write(text) {
      if (closed) return true;
      waiting.push(text);
      size += text.length;
      return size < PIECE;
    },
    flush() {
      const text = waiting.join('');
      waiting = [];
      size = 0;
      if (text === '' || closed) return Promise.resolve();
      return new Promise((resolve) => {
        stream.write(text, () => resolve());
      });
    },
    isClosed: () => closed,
    failure: () => failure,
  };
}
