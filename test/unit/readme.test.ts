import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/src/rules/index.ts';

const ROOT = path.join(__dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly keybindings: readonly { readonly key: string }[];
  };
};
const titles = Object.values(JSON.parse(read('package.nls.zh-cn.json')) as Record<string, string>);
const pages = [
  'README.md',
  'README.en.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/design.md',
  'docs/editors.md',
  'docs/ci.md',
  'docs/archive.md',
  'docs/rounds.md',
  'docs/terms.md',
  'docs/mask.md',
  'docs/word.md',
  'docs/aloud.md',
];

describe('what the pages say is so', () => {
  for (const page of pages) {
    it(`${page}: links and pictures exist`, () => {
      for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        assert.ok(fs.existsSync(path.join(ROOT, path.dirname(page), target!)), target);
      }
    });

    it(`${page}: commands, scripts and settings exist`, () => {
      const text = read(page);
      for (const [, command] of text.matchAll(/^(?:npx (?:--yes )?)?hegao ([a-z]+)/gm)) {
        assert.ok(
          [
            'check',
            'mask',
            'unmask',
            'placeholders',
            'inspect',
            'metrics',
            'outline',
            'export',
            'diff',
            'opinions',
            'merge',
            'duration',
            'print',
            'reuse',
            'archive',
            'phrases',
            'terms',
            'rules',
            'explain',
            'ignore',
            'init',
            'lsp',
          ].includes(command!),
          command,
        );
      }
      for (const [, script] of text.matchAll(/npm run ([a-z:]+)/g))
        assert.ok(script! in manifest.scripts, script);
      if (page.startsWith('docs/')) return;
      for (const [setting] of text.matchAll(/(?<=`)hegao\.[a-z.]+(?=`)/gi)) {
        assert.ok(setting in manifest.contributes.configuration.properties, setting);
      }
    });
  }

  it('README: the named commands and keys are in the manifest', () => {
    for (const title of ['按讲话稿检查当前文件', '检查占位符', '下一处待补', '上一处待补'])
      assert.ok(
        titles.some((t) => t.includes(title)),
        title,
      );
    const keys = manifest.contributes.keybindings.map(({ key }) => key);
    assert.ok(keys.includes('ctrl+f8') && keys.includes('ctrl+shift+f8'));
  });

  it('README: the number of snippets is right', () => {
    const kinds = Object.values(
      JSON.parse(read('snippets/hegao-speech.json')) as Record<string, { body: string[] }>,
    );
    assert.ok(kinds.length >= 15);
  });

  it('every rule named anywhere exists', () => {
    const ids = new Set(rules.map(({ meta }) => meta.id));
    for (const page of ['README.md', 'README.en.md']) {
      for (const [, id] of read(page).matchAll(
        /`((?:placeholder|leftover|numbering|level|promised|phrase)-[a-z-]+)`/g,
      )) {
        assert.ok(ids.has(id!), id);
      }
    }
  });
});
