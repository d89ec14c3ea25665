import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, NOTICES, ROOT, WEB_BUNDLES } from './support.ts';

const NODEJIEBA = 'node_modules/nodejieba';
const CPPJIEBA = `${NODEJIEBA}/submodules/cppjieba`;

describe('the third-party notices', () => {
  let blocks: readonly string[] = [];
  before(() => {
    blocks = read(NOTICES).split(/\n={70,}\n/);
  });

  /** What the notices say of a work: `name version`, a line of the head of a block. */
  function noticeOf(title: string): string {
    return blocks.find((text) => text.split('\n').some((line) => line.startsWith(`${title} `))) ?? '';
  }

  it('hold every package of every bundle, with its version and the texts of its licence', async () => {
    const folders = await bundledFolders();
    assert.ok(folders.length > 30, folders.join());
    const missing = folders.filter((folder) => {
      const notice = noticeOf(titleOf(folder));
      const named = fs
        .readdirSync(path.join(ROOT, folder))
        .filter((name) => /^(?:licen[cs]e|copying|notice|third-?party)/i.test(name));
      return named.length > 0
        ? !named.every((name) => notice.includes(read(`${folder}/${name}`)))
        : !/copyright[\s\S]+permission/i.test(notice);
    });
    assert.deepEqual(missing, []);
  });

  it('hold what the dictionary and the binding of nodejieba are made of', () => {
    const dictionary = noticeOf('cppjieba');
    assert.match(dictionary, /words\.dat/);
    assert.ok(dictionary.includes(read(`${CPPJIEBA}/LICENSE`)));
    assert.ok(noticeOf('limonp').includes(read(`${CPPJIEBA}/deps/limonp/LICENSE`)));
    assert.ok(noticeOf(titleOf(NODEJIEBA)).includes(read(`${NODEJIEBA}/LICENSE`)));
    assert.match(noticeOf('node-addon-api'), /Copyright/);
  });
});

/** The folders of the packages that the bundles are made from, as esbuild sees it. */
async function bundledFolders(): Promise<readonly string[]> {
  const builds = [BUNDLES, WEB_BUNDLES].map((bundles) =>
    build({
      absWorkingDir: ROOT,
      entryPoints: Object.values(bundles),
      external: ['vscode', 'nodejieba'],
      outdir: 'nowhere',
      bundle: true,
      platform: bundles === BUNDLES ? 'node' : 'browser',
      write: false,
      metafile: true,
    }),
  );
  const inputs = (await Promise.all(builds)).flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = inputs.map((file) => {
    const parts = file.split('/');
    const at = parts.lastIndexOf('node_modules');
    return at < 0 ? '' : parts.slice(0, at + (parts[at + 1]!.startsWith('@') ? 3 : 2)).join('/');
  });
  return [...new Set(folders)].filter((folder) => folder !== '');
}

function titleOf(folder: string): string {
  const { name, version } = JSON.parse(read(`${folder}/package.json`)) as Record<string, string>;
  return `${name} ${version}`;
}

function read(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
