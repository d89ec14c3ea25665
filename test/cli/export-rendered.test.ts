import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { paragraphTexts } from '../support/docx-parts.ts';
import { convert, needLibreOffice, shownTexts } from '../support/libreoffice.ts';
import { WORD_SPEECH } from '../support/word-speech.ts';
import { hegao } from './harness.ts';

/** A word of a page as it is printed; points from the upper left corner. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const MM = 72 / 25.4;

describe('a Word file as LibreOffice prints it', function () {
  this.timeout(240_000);
  let folder = '';
  let official: readonly (readonly Word[])[] = [];
  let large: readonly (readonly Word[])[] = [];
  before(async function () {
    needLibreOffice(this);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-export-'));
    fs.writeFileSync(path.join(folder, '讲话.txt'), WORD_SPEECH);
    for (const profile of ['gb9704', 'reading']) {
      const { code } = await hegao(['export', '讲话.txt', '--profile', profile, '-o', `${profile}.docx`], {
        cwd: folder,
      });
      assert.equal(code, 0);
    }
    const files = ['gb9704.docx', 'reading.docx'].map((name) => path.join(folder, name));
    convert(files, 'pdf', folder);
    official = pagesOf(path.join(folder, 'gb9704.pdf'));
    large = pagesOf(path.join(folder, 'reading.pdf'));
  });
  after(() => folder !== '' && fs.rmSync(folder, { recursive: true, force: true }));

  it('has pages, and the title on the first', () => {
    assert.ok(official.length >= 4, String(official.length));
    assert.match(textOf(official[0]!), /在全县民宿发展推进会上的讲话/);
  });

  it('fills a page with 22 lines and a line with 28 characters', () => {
    for (const page of official.slice(1, -1)) {
      const lines = linesOf(page.filter(inTypeArea));
      assert.equal(lines.length, 22);
    }
    const full = official.slice(1, -1).flatMap((page) => linesOf(page.filter(inTypeArea)));
    // A mark that may not begin a line hangs at the end of the one before.
    const lengths = full.map((line) => line.replace(/[，。、]$/, '').length).filter((length) => length > 25);
    assert.ok(lengths.filter((length) => length === 28).length >= 10, lengths.join());
    assert.ok(Math.max(...lengths) <= 28, lengths.join());
  });

  it('prints odd numbers on the right, even ones on the left, below the type area', () => {
    official.forEach((page, i) => {
      const number = page.filter((word) => !inTypeArea(word));
      assert.equal(textOf(number).replace(/\s/g, ''), `—${i + 1}—`);
      const left = Math.min(...number.map((word) => word.left)) / MM;
      const right = Math.max(...number.map((word) => word.right)) / MM;
      if (i % 2 === 0) assert.ok(Math.abs(right - (210 - 26 - 5)) < 1.5, `${i + 1}: ${right}`);
      else assert.ok(Math.abs(left - (28 + 5)) < 1.5, `${i + 1}: ${left}`);
    });
  });

  it('prints the reading copy on more pages, with fewer lines', () => {
    assert.ok(large.length > official.length);
    const most = Math.max(...large.map((page) => linesOf(page.slice(0, -3)).length));
    assert.ok(most <= 19, String(most));
  });

  it('opens in LibreOffice with the text that was written, and keeps it when saved again', () => {
    const file = path.join(folder, 'gb9704.docx');
    const written = paragraphTexts(fs.readFileSync(file));
    const shown = shownTexts([file]).get(file)!;
    assert.deepEqual(shown.trimEnd().split('\n'), written);
    const again = path.join(folder, '再存');
    convert([file], 'docx', again);
    assert.deepEqual(paragraphTexts(fs.readFileSync(path.join(again, 'gb9704.docx'))), written);
  });
});

/** Between the upper and the lower edge of the type area of gb9704. */
function inTypeArea({ top }: Word): boolean {
  return top > 30 * MM && top < (297 - 35 - 3) * MM;
}

function pagesOf(pdf: string): readonly (readonly Word[])[] {
  const { stdout, status } = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' });
  assert.equal(status, 0);
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)].map(
        ([, left, top, right, text]) => ({
          text: text!,
          left: Number(left),
          right: Number(right),
          top: Number(top),
        }),
      ),
    );
}

/** Words on lines: fonts of one line may differ in height by less than half a line. */
function linesOf(words: readonly Word[]): readonly string[] {
  const lines: { readonly top: number; readonly words: Word[] }[] = [];
  for (const word of [...words].sort((a, b) => a.top - b.top)) {
    const last = lines.at(-1);
    if (last && word.top - last.top < 12) last.words.push(word);
    else lines.push({ top: word.top, words: [word] });
  }
  return lines.map((line) => textOf([...line.words].sort((a, b) => a.left - b.left)));
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('');
}
