import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readWord } from '../../server/src/word/read.ts';
import type { WordDocument } from '../../server/src/word/types.ts';
import { needLibreOffice, shownTexts } from '../support/libreoffice.ts';
import { WORD_CASES } from '../support/word-cases.ts';

function read(bytes: Uint8Array): WordDocument {
  const document = readWord(bytes);
  if ('failure' in document) throw new Error(document.failure);
  return document;
}

/**
 * What can differ between two right readings: LibreOffice sets lists in by spaces and puts one behind each number, writes a
 * soft hyphen, and leaves the empty lines around page breaks out.
 */
function comparable(text: string): string {
  return text
    .replace(/[ \t\u00ad]/g, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

describe('reading Word files', function () {
  this.timeout(120_000);

  for (const { name, file, text } of WORD_CASES) {
    it(name, () => assert.equal(read(file).text, text));
  }

  it('every piece of every file is where it says', () => {
    for (const { name, file } of WORD_CASES) {
      const { text, pieces, file: parts } = read(file);
      let last = 0;
      for (const { at, length, part, xml, runXml, exact } of pieces) {
        const source = parts.xml(part)!;
        assert.ok(at >= last && at + length <= text.length, name);
        last = at + length;
        if (exact) assert.equal(source.slice(xml.start, xml.end), text.slice(at, at + length), name);
        assert.match(source.slice(runXml.start, runXml.end), /^<([wm]:r)[ >][\s\S]*<\/\1>$/, name);
        assert.ok(runXml.start < xml.start && xml.end < runXml.end, name);
      }
    }
  });

  it('LibreOffice shows the same', function () {
    needLibreOffice(this);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-word-'));
    try {
      const files = WORD_CASES.map(({ file, twin }, i) => {
        const name = path.join(folder, `${i}.docx`);
        fs.writeFileSync(name, twin ?? file);
        return name;
      });
      const shown = shownTexts(files);
      const differ = WORD_CASES.flatMap(({ name, text }, i) => {
        const theirs = comparable(shown.get(files[i]!) ?? '(nothing)');
        return theirs === comparable(text) ? [] : [`${name}\n${theirs}\n--\n${comparable(text)}`];
      });
      assert.deepEqual(differ, []);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});
