import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { FILE_OPTIONS } from '../../server/src/config/file-options.ts';
import type { Rule } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, withOptions } from '../support/marked.ts';

const FOLDER = path.join(__dirname, '../../server/src/rules');
const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

/** The examples of a page's section, in order. */
function examples(page: string, section: string): string[] {
  const from = page.indexOf(`## ${section}`);
  const end = page.indexOf('\n## ', from + 3);
  return [...page.slice(from, end < 0 ? undefined : end).matchAll(/```speech\n([\s\S]*?)\n```/g)].map(
    (m) => m[1]!,
  );
}

/** The rule with what the page's own file, a block of YAML or CSV, makes of its options. */
async function configured(rule: Rule, page: string): Promise<Rule> {
  const setting = FILE_OPTIONS.find((option) => option.rule === rule.meta.id);
  const file = /```(?:yaml|csv)\n([\s\S]*?)\n```/.exec(page)?.[1];
  if (!setting || file === undefined) return rule;
  const content = await setting.read(file);
  assert.ok('value' in content, JSON.stringify(content));
  return withOptions(rule, { [setting.option]: content.value });
}

describe('every rule has a page, and its examples hold', () => {
  for (const rule of rules) {
    const { id } = rule.meta;
    describe(id, () => {
      const page = fs.readFileSync(path.join(FOLDER, `${id}.md`), 'utf8');
      it('says what, why and what to do', () => {
        assert.match(page, new RegExp(`^# ${id} `));
        for (const section of ['为什么', '会报出', '不会报出', '怎么改'])
          assert.ok(page.includes(`\n## ${section}\n`), section);
        assert.match(page, /来源：(?:国标|惯例|建议)/);
      });
      for (const example of examples(page, '会报出')) {
        it(`reports ${example.replaceAll('\n', '⏎').slice(0, 40)}`, async () => {
          assert.ok(example.includes('〖'), 'an example under 会报出 marks at least one place');
          assertMarked(await configured(rule, page), example, words);
        });
      }
      for (const example of examples(page, '不会报出')) {
        it(`is silent on ${example.replaceAll('\n', '⏎').slice(0, 40)}`, async () =>
          assertMarked(await configured(rule, page), example, words));
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
