import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesFound, planted, plantedLine } from '../../scripts/bench/planted.mjs';

/** In how many of three files, each with the fault in line 4, a checker with this output has found it. */
function found(...rows: readonly string[]): number {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-planted-'));
  try {
    const output = path.join(folder, 'out');
    fs.writeFileSync(output, rows.join('\n'));
    const line = plantedLine(planted('同志们：\n'));
    assert.equal(line, 4);
    return filesFound(output, new Map(['0.md', '1.md', '2.md'].map((name) => [name, line])));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

describe('who has read all drafts of the bench', () => {
  it('counts files with the line of the fault in every row', () => {
    assert.equal(found('md/0.md:4:5 - 缺空格', '', 'md\\1.md:3 MD012', 'md/1.md:4 MD034'), 2);
  });

  it('counts files whose name stands above the places, coloured or not', () => {
    assert.equal(
      found('\u001b[1m/稿/md/0.md\u001b[0m', '  1:2  error', '  4:3  error', '', '2.md', '  4:1  x'),
      2,
    );
  });

  it('does not count a file that is only named, or found faulty elsewhere', () => {
    assert.equal(
      found('[start] md/0.md', 'md/1.md', '  1:1  error', 'md/2.md:1:1 error', 'other.md:4:1 x'),
      0,
    );
  });
});
