import assert from 'node:assert/strict';
import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { createJiebaWorker } from '../../server/src/words/jieba-worker.ts';
import { talkToServer } from './server.ts';
import {
  BUILT,
  BUNDLES,
  CLEAN,
  filesBelow,
  MANIFEST,
  MB,
  makeFolder,
  NOTICES,
  type Outcome,
  ROOT,
  ruleIds,
  run,
  SPEECH,
  silentRules,
  unzip,
  WEB_BUNDLES,
  writeExamples,
} from './support.ts';

const COMMON = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  ...[
    'LICENSE.txt',
    'changelog.md',
    'client/out/ledger.css',
    'client/out/ledger.js',
    'docs/images/icon.png',
    'docs/images/view.svg',
    ...['fill', 'review'].map((name) => `docs/images/vscode-${name}.png`),
    'language-configuration.json',
    'package.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'readme.md',
    'schemas/hegao.schema.json',
    'snippets/hegao-speech.json',
    'syntaxes/hegao-speech.tmLanguage.json',
    ...['fix.md', 'open.md', 'renumber.md', 'sample.txt'].map((name) => `walkthrough/${name}`),
    ...BUILT,
  ].map((file) => `extension/${file}`),
];
/** In the package for every platform alone: no browser runs one that holds a binding. */
const FOR_BROWSERS = Object.keys(WEB_BUNDLES).map((file) => `extension/${file}`);
const NODEJIEBA = [
  'LICENSE',
  'build/Release/nodejieba.node',
  'index.js',
  'package.json',
  ...['hmm_model', 'idf', 'jieba.dict', 'stop_words', 'user.dict'].map(
    (name) => `submodules/cppjieba/dict/${name}.utf8`,
  ),
].map((file) => `extension/node_modules/nodejieba/${file}`);

const DAMAGED = /^提示：分词词典 [^\n]*words\.dat 不能用[^\n]*其余规则不受影响[^\n]*\n$/;
const WITHOUT_WORDS = ['numbering-gap', 'placeholder-number'];
const WITH_WORDS = ['numbering-gap', 'phrase-repeat', 'placeholder-number'];
const DAMAGES: readonly (readonly [string, (file: string) => void, RegExp])[] = [
  ['removed', (file) => fs.rmSync(file), /^提示：缺少分词词典 words\.dat，[^\n]*其余规则不受影响[^\n]*\n$/],
  ['emptied', (file) => fs.truncateSync(file), DAMAGED],
  ['cut short', (file) => fs.truncateSync(file, fs.statSync(file).size / 2), DAMAGED],
];

describe('the VSIX', function () {
  this.timeout(120_000);
  const { folder, remove } = makeFolder();
  const speech = path.join(folder, '讲话.txt');
  const clean = path.join(folder, '定稿.txt');
  before(() => {
    fs.writeFileSync(speech, SPEECH);
    fs.writeFileSync(path.join(folder, '再讲.txt'), SPEECH);
    fs.writeFileSync(clean, CLEAN);
  });
  after(remove);
  const platform = usePackage(path.join(folder, '本机'));
  const everywhere = usePackage(path.join(folder, '通用'), '--universal');

  describe('for this platform', () => {
    const packed = platform;
    const cli = (...args: string[]): Outcome => packed.hegao(folder, ...args);

    it('holds what runs, and nothing else', () => {
      assert.deepEqual(filesBelow(packed.unpacked()), [...COMMON, ...NODEJIEBA].sort());
      assert.deepEqual(
        fs.readFileSync(path.join(packed.unpacked(), 'extension', NOTICES)),
        fs.readFileSync(path.join(ROOT, NOTICES)),
      );
    });

    it('holds every file that its manifest names', () => {
      const named = [MANIFEST.main, MANIFEST.bin.hegao, MANIFEST.icon, ...pathsIn(MANIFEST.contributes)];
      const missing = named.filter((file) => !fs.existsSync(path.join(packed.unpacked(), 'extension', file)));
      assert.ok(named.length > 5, `only ${named.join()}`);
      assert.deepEqual(missing, []);
    });

    it('names no entry for browsers, and the one for every platform does', () => {
      const browserOf = ({ unpacked }: typeof platform): unknown =>
        (
          JSON.parse(fs.readFileSync(path.join(unpacked(), 'extension/package.json'), 'utf8')) as {
            browser?: unknown;
          }
        ).browser;
      assert.deepEqual([browserOf(platform), browserOf(everywhere)], [undefined, MANIFEST.browser]);
    });

    it('says for which platform it is', () => {
      const stated = /TargetPlatform="([^"]+)"/.exec(packed.vsixManifest())?.[1];
      assert.match(stated ?? '', new RegExp(`^(?:${process.platform}|alpine)-`));
      assert.equal(path.basename(packed.file()), `hegao-${stated}-${MANIFEST.version}.vsix`);
    });

    it('is small', () => {
      const size = fs.statSync(packed.file()).size;
      assert.ok(size < 8 * MB, `${size} bytes`);
    });

    it('brings all code in its bundles, without source maps', () => {
      for (const bundle of Object.keys({ ...BUNDLES, ...WEB_BUNDLES })) {
        const from = bundle in BUNDLES ? packed.unpacked() : everywhere.unpacked();
        const code = fs.readFileSync(path.join(from, 'extension', bundle), 'utf8');
        const required = [...code.matchAll(/\brequire\("([^"./][^"]*)"\)/g)].map((match) => match[1]!);
        const outside = required.filter(
          (name) => !isBuiltin(name) && name !== 'vscode' && name !== 'nodejieba',
        );
        assert.deepEqual(outside, [], bundle);
        assert.doesNotMatch(code, /\/\/# sourceMappingURL=/, bundle);
        assert.ok(code.length < 3 * MB, `${bundle}: ${code.length}`);
      }
    });

    it('shows a page whose links and pictures work outside the repository', () => {
      const page = fs.readFileSync(path.join(packed.unpacked(), 'extension/readme.md'), 'utf8');
      const targets = [...page.matchAll(/\]\(([^)\s]+)/g)].map((match) => match[1]!);
      assert.deepEqual(
        targets.filter((target) => !/^(?:https:|#)/.test(target)),
        [],
      );
    });

    it('runs as a command line: version, findings, words, exit codes', () => {
      assert.deepEqual(cli('--version'), { status: 0, stdout: `${MANIFEST.version}\n`, stderr: '' });
      const found = cli('check', '--no-config', '--format', 'json', speech, clean);
      assert.deepEqual(ruleIds(found.stdout), [WITH_WORDS, []]);
      assert.deepEqual([found.status, found.stderr], [0, '']);
      assert.equal(cli('check', '--no-config', '--preset', 'hegao:final', speech).status, 1);
      assert.equal(cli('check', '--no-config', path.join(folder, '没有.txt')).status, 2);
    });

    it('finds keywords, with its own nodejieba', async () => {
      const worker = createJiebaWorker([
        path.join(packed.unpacked(), 'extension/server/out/jieba-worker.js'),
      ]);
      const answer = await worker.keywords('旅游线路带旺旅游民宿。', 1, 'tfidf');
      assert.deepEqual('keywords' in answer ? answer.keywords.map(({ word }) => word) : answer, ['旅游']);
    });

    it('runs as a language server', async () => {
      const { initialized, messages, rules } = await talkToServer(packed.cli(), folder, [SPEECH]);
      assert.deepEqual(initialized.serverInfo, { name: 'hegao', version: MANIFEST.version });
      assert.ok(initialized.capabilities.textDocumentSync);
      assert.deepEqual([rules, messages], [[WITH_WORDS], []]);
    });
  });

  describe('for every platform', () => {
    const packed = everywhere;

    it('holds the same but for nodejieba, and what browsers run', () => {
      assert.deepEqual(filesBelow(packed.unpacked()), [...COMMON, ...FOR_BROWSERS].sort());
      assert.doesNotMatch(packed.vsixManifest(), /TargetPlatform/);
      assert.equal(path.basename(packed.file()), `hegao-${MANIFEST.version}.vsix`);
    });

    it('is small', () => {
      const size = fs.statSync(packed.file()).size;
      // What writes Word files took it over four.
      assert.ok(size < 5 * MB, `${size} bytes`);
    });

    it('loses no rule: it finds what the package for this platform finds', () => {
      const rules = writeExamples(path.join(folder, '例子'));
      const args = ['check', '--no-config', '--format', 'json', '例子', '讲话.txt', '定稿.txt'];
      const [here, there] = [platform, packed].map(({ hegao }) => hegao(folder, ...args));
      assert.deepEqual(JSON.parse(there!.stdout).files, JSON.parse(here!.stdout).files);
      for (const { status, stderr } of [here!, there!]) assert.deepEqual([status, stderr], [0, '']);
      assert.deepEqual(silentRules(rules, there!.stdout), []);
      assert.ok(rules.includes('phrase-repeat'));
    });

    it('says for keywords what is missing', async () => {
      const worker = createJiebaWorker([
        path.join(packed.unpacked(), 'extension/server/out/jieba-worker.js'),
      ]);
      const answer = await worker.keywords('旅游线路带旺旅游民宿。', 1, 'tfidf');
      assert.match('missing' in answer ? answer.missing : '', /nodejieba/);
    });

    it('finds the same as a language server', async () => {
      const { messages, rules } = await talkToServer(packed.cli(), folder, [SPEECH]);
      assert.deepEqual([rules, messages], [[WITH_WORDS], []]);
    });

    for (const [damage, harm, said] of DAMAGES) {
      describe(`with its dictionary ${damage}`, () => {
        const broken = path.join(folder, damage);
        const cli = path.join(broken, MANIFEST.bin.hegao);
        before(() => {
          fs.cpSync(path.join(packed.unpacked(), 'extension'), broken, { recursive: true });
          harm(path.join(broken, 'server/out/words.dat'));
        });

        it('says so once on the command line; the other rules and the exit codes stay', () => {
          const check = (...args: string[]) =>
            run(process.execPath, [cli, 'check', '--no-config', ...args], { cwd: folder });
          const found = check('--format', 'json', '讲话.txt', '再讲.txt', '定稿.txt');
          assert.deepEqual(ruleIds(found.stdout), [WITHOUT_WORDS, WITHOUT_WORDS, []]);
          assert.match(found.stderr, said);
          assert.equal(found.status, 0);
          assert.equal(check('--preset', 'hegao:final', '讲话.txt').status, 1);
        });

        it('says so once as a language server', async () => {
          const { messages, rules } = await talkToServer(cli, folder, [SPEECH, SPEECH]);
          assert.deepEqual(rules, [WITHOUT_WORDS, WITHOUT_WORDS]);
          assert.equal(messages.length, 1);
          assert.match(`提示：${messages[0]}\n`, said);
        });
      });
    }
  });

  it('is not made for a platform that cannot be compiled for here', () => {
    const other = process.platform === 'win32' ? 'linux-x64' : 'win32-x64';
    const out = path.join(folder, '别的');
    const { status, stderr } = pack('--target', other, '--out', out);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`不能制作 ${other} 的安装包`));
    assert.equal(fs.existsSync(out), false);
  });
});

function pack(...args: string[]): Outcome {
  return run(process.execPath, [path.join(ROOT, 'scripts/package.mjs'), ...args]);
}

/** Packs before the tests of this block and unpacks elsewhere. */
function usePackage(folder: string, ...args: string[]) {
  let file = '';
  const unpacked = path.join(folder, '解开');
  const cli = path.join(unpacked, 'extension', MANIFEST.bin.hegao);
  before(() => {
    const { status, stdout, stderr } = pack(...args, '--out', folder);
    assert.equal(status, 0, stderr);
    file = stdout.trimEnd().split('\n').at(-1)!;
    unzip(file, unpacked);
  });
  return {
    file: () => file,
    unpacked: () => unpacked,
    cli: () => cli,
    vsixManifest: () => fs.readFileSync(path.join(unpacked, 'extension.vsixmanifest'), 'utf8'),
    hegao: (cwd: string, ...given: string[]) => run(process.execPath, [cli, ...given], { cwd }),
  };
}

/** Every relative path in a part of the manifest: `./syntaxes/…`. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}
