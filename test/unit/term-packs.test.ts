import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { exampleFault } from '../../server/src/cli/terms.ts';
import { readTermFile } from '../../server/src/config/term-file.ts';
import { loadWords } from '../../server/src/words/load.ts';

const FOLDER = path.join(__dirname, '../../server/src/lexicon/packs');
const loaded = loadWords();
assert.ok('words' in loaded);
const { words } = loaded;

describe('the lists of terms that are shipped', () => {
  for (const name of fs.readdirSync(FOLDER)) {
    const file = readTermFile(fs.readFileSync(path.join(FOLDER, name), 'utf8'));
    assert.ok('entries' in file, JSON.stringify(file));
    const { entries, examples } = file;

    it(`${name}: every entry has a source and is never stronger than a warning`, () => {
      assert.ok(entries.length > 0 && examples.length > 0);
      for (const { severity, source } of entries) {
        assert.match(source ?? '', /^(?:国标|惯例|建议)/);
        assert.notEqual(severity, 'error');
      }
    });

    it(`${name}: its examples hold`, () => {
      for (const example of examples)
        assert.equal(
          exampleFault(example, example.entry ? [example.entry] : entries, () => words),
          undefined,
        );
    });

    it(`${name}: no wording is put right into another one that is out`, () => {
      const wrong = new Set(entries.flatMap(({ kind, forms }) => (kind === 'preferred' ? forms : [])));
      assert.deepEqual(
        entries.flatMap(({ right }) => (right !== undefined && wrong.has(right) ? [right] : [])),
        [],
      );
    });
  }
});
