import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { FILE_OPTIONS } from '../../server/src/config/file-options.ts';
import type { RuleOptions } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { archiveOf, assertMarked } from '../support/marked.ts';

const FOLDER = path.join(__dirname, '../../server/src/rules');
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

/** The examples of a page's section, in order. */
function examples(page: string, section: string, language = 'speech'): string[] {
  const from = page.indexOf(`## ${section}`);
  const end = page.indexOf('\n## ', from + 3);
  const all = [...page.slice(from, end < 0 ? undefined : end).matchAll(/```(\w+)\n([\s\S]*?)\n```/g)];
  return all.filter((m) => m[1] === language).map((m) => m[2]!);
}

/** The options that a file given on the page stands for, as a configuration would read it. */
async function optionsOf(page: string, id: string): Promise<RuleOptions> {
  const setting = FILE_OPTIONS.find(({ rule }) => rule === id);
  const [, text] =
    (setting?.key === 'terms' ? /```yaml\n([\s\S]*?)```/ : /```csv\n([\s\S]*?)```/).exec(page) ?? [];
  if (text === undefined || !setting) return {};
  const content = await setting.read(text);
  assert.ok('value' in content, JSON.stringify(content));
  return { [setting.option]: content.value };
}

describe('every rule has a page, and its examples hold', () => {
  for (const rule of rules) {
    const { id } = rule.meta;
    describe(id, () => {
      const page = fs.readFileSync(path.join(FOLDER, `${id}.md`), 'utf8');
      const originals = examples(page, '原文', 'authority');
      const archive = originals.length > 0 ? archiveOf({}, { '原文.txt': originals.join('\n') }) : undefined;
      it('says what, why and what to do', () => {
        assert.match(page, new RegExp(`^# ${id} `));
        for (const section of ['为什么', '会报出', '不会报出', '怎么改'])
          assert.ok(page.includes(`\n## ${section}\n`), section);
        assert.match(page, /来源：(?:国标|惯例|建议)/);
      });
      for (const example of examples(page, '会报出')) {
        it(`reports ${example.replaceAll('\n', '⏎').slice(0, 40)}`, async () => {
          assert.ok(example.includes('〖'), 'an example under 会报出 marks at least one place');
          assertMarked(rule, example, words, await optionsOf(page, id), archive);
        });
      }
      for (const example of examples(page, '不会报出')) {
        it(`is silent on ${example.replaceAll('\n', '⏎').slice(0, 40)}`, async () =>
          assertMarked(rule, example, words, await optionsOf(page, id), archive));
      }
      it('has examples of both kinds', () => {
        assert.ok(examples(page, '会报出').length > 0 && examples(page, '不会报出').length > 0);
      });
    });
  }

  it('lists every rule file once', () => {
    const files = fs
      .readdirSync(FOLDER)
      .filter((f) => f.endsWith('.ts') && !['index.ts', 'pages.generated.ts'].includes(f));
    assert.deepEqual(files.map((f) => f.replace(/\.ts$/, '')).sort(), rules.map((r) => r.meta.id).sort());
  });
});
