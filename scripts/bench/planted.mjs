// A line with a fault of every kind, at the end of each draft: who does not find it there has not read the draft.
import fs from 'node:fs';

/** A letter beside Chinese, two marks in a row, a gap to fill, a note to self, a misspelling, and blank lines before. */
const PLANTED = '\n\n\n今天用了hello工具，,建成XX个。TODO: recieve\n';

/** A draft with the fault as its last line. */
export const planted = (text) => text.trimEnd() + PLANTED;

/** Number of the line with the fault, from 1 on. */
export const plantedLine = (text) => text.split('\n').length - 1;

/**
 * In how many files a checker reports the planted fault, or the blank lines before it; `output` is the path of what
 * it has written, `lines` file name → line of the fault. Takes both habits: `name:line` in every row, and a row with
 * the name followed by rows that begin with the line.
 */
export function filesFound(output, lines) {
  const found = new Set();
  let under;
  for (const row of rowsOf(output)) {
    const bare = row.replace(COLOURS, '');
    const named = NAMED.exec(bare);
    if (named) under = named[1];
    const line = Number(named?.[2] ?? /^\s+(\d+):\d/u.exec(bare)?.[1]);
    const planted = lines.get(under);
    if (planted !== undefined && line <= planted && line > planted - 3) found.add(under);
  }
  return found.size;
}

/** Rows of a file that may be larger than a string can be; of a very long one the beginning. */
function* rowsOf(file) {
  const descriptor = fs.openSync(file, 'r');
  const piece = Buffer.alloc(1 << 20);
  let rest = '';
  for (let size = 1; size > 0; ) {
    size = fs.readSync(descriptor, piece);
    const rows = (rest + piece.latin1Slice(0, size)).split('\n');
    rest = rows.pop().slice(0, LONGEST_ROW);
    yield* rows.map((row) => row.slice(0, LONGEST_ROW));
  }
  fs.closeSync(descriptor);
  yield rest;
}

const LONGEST_ROW = 4_096;

const COLOURS = /\u001b\[[\d;]*m/gu;

/** A path at the start of a row, of it the name, and the line if it stands there. Paths and numbers are ASCII. */
const NAMED = /^(?:\S*[\\/])?(\d+\.(?:txt|md))(?::(\d+)|$|\s)/u;
