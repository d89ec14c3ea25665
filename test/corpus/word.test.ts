import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/draft/read.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { wordPlace } from '../../server/src/word/locate.ts';
import { readWord } from '../../server/src/word/read.ts';
import type { WordDocument } from '../../server/src/word/types.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { needLibreOffice, shownTexts } from '../support/libreoffice.ts';

const corpus = process.env.HEGAO_CORPUS;
const loaded = loadWords();
const words = () => ('words' in loaded ? loaded.words : undefined);
const settings = presetSettings(rules);

/** Findings as rule, words and message; where they stand differs between two forms of a text. */
function found(text: string, extras = {}): readonly string[] {
  const checker = createChecker(rules, { words });
  const { findings, failures } = checker.check(readDraft(text, 'text', extras), settings);
  assert.deepEqual(failures, []);
  return findings.map(
    ({ ruleId, span, message }) => `${ruleId} ${text.slice(span.start, span.end)} ${message}`,
  );
}

const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

// Needs texts that are not part of the project; without HEGAO_CORPUS there is nothing to read and nothing is claimed.
if (corpus) {
  const folder = path.join(corpus, 'corpus/docx');
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name));
  const read = (file: string): WordDocument => {
    const document = readWord(fs.readFileSync(file));
    if ('failure' in document) throw new Error(`${file}: ${document.failure}`);
    return document;
  };

  describe('published reports in Word', function () {
    this.timeout(180_000);

    it('read as LibreOffice shows them, to the last character', function () {
      needLibreOffice(this);
      const shown = shownTexts(files);
      for (const file of files) assert.equal(read(file).text, shown.get(file), file);
    });

    it('give the findings of their texts', () => {
      let compared = 0;
      for (const file of files) {
        const { text, ...extras } = read(file);
        const twin: string = fs.readFileSync(
          path.join(corpus, 'corpus/published', path.basename(file).replace(/docx$/, 'txt')),
          'utf8',
        );
        if (lines(text) !== lines(twin)) continue;
        compared++;
        assert.deepEqual(found(text, extras), found(twin), file);
      }
      assert.ok(compared >= 29, `${compared} have the text of their twins`);
    });

    it('have a place in the file for every character', () => {
      for (const file of files) {
        const document = read(file);
        const covered = document.pieces.reduce((sum, { length }) => sum + length, 0);
        assert.equal(covered, document.text.replaceAll('\n', '').length + breaks(document), file);
        const end = document.text.trimEnd().length;
        assert.ok(wordPlace(document, { start: end - 1, end }), file);
      }
    });
  });
}

/** Line ends that stand inside a paragraph. */
function breaks({ text, pieces }: WordDocument): number {
  return pieces.filter(({ at, length }) => text.slice(at, at + length) === '\n').length;
}
