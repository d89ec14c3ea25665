import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { exampleFault } from '../../server/src/cli/terms.ts';
import { createConfigLoader } from '../../server/src/config/loader.ts';
import { keyOf, TERM_KEYS } from '../../server/src/config/term-entry.ts';
import { readTermFile } from '../../server/src/config/term-file.ts';
import { TERM_KINDS } from '../../server/src/facts/terms/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';

const PAGE = fs.readFileSync(path.join(__dirname, '../../docs/terms.md'), 'utf8');
const loaded = loadWords();
assert.ok('words' in loaded);
const { words } = loaded;
const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1]!);

describe('the page on lists of terms', () => {
  for (const block of blocks('yaml'))
    it(`its list “${block.split('\n')[0]}” is right and its examples hold`, () => {
      const file = readTermFile(block);
      assert.ok('entries' in file, JSON.stringify(file));
      for (const example of file.examples)
        assert.equal(
          exampleFault(example, example.entry ? [example.entry] : file.entries, () => words),
          undefined,
        );
    });

  it('shows every kind with examples of its own', () => {
    const files = blocks('yaml').map(readTermFile);
    const shown = files
      .flatMap((file) => ('examples' in file ? file.examples : []))
      .map(({ entry }) => entry?.kind);
    assert.deepEqual(
      TERM_KINDS.filter((kind) => !shown.includes(kind)),
      [],
    );
  });

  it('names every key in both languages', () => {
    for (const [english, chinese] of Object.entries(TERM_KEYS)) {
      assert.equal(keyOf(TERM_KEYS, chinese), english);
      assert.ok(PAGE.includes(chinese) && new RegExp(`[（、]${english}[），、]`).test(PAGE), english);
    }
  });

  it('its configuration can be read', async () => {
    const files: Readonly<Record<string, string>> = {
      '/a/.hegao.json': blocks('json')[0]!,
      '/a/用词.yaml': blocks('yaml')[0]!,
    };
    const settled = await createConfigLoader(rules, (file) => files[file]).settingsFor('/a/稿.txt');
    assert.equal(settled.problems, undefined);
    const { entries } = settled.settings!['team-terms']!.options as { readonly entries: readonly unknown[] };
    assert.ok(entries.length > 2);
  });
});
