import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import {
  CLEAN,
  filesBelow,
  MANIFEST,
  makeFolder,
  type Outcome,
  ROOT,
  ruleIds,
  run,
  SPEECH,
  unzip,
} from './support.ts';

const MB = 1024 * 1024;
const BUNDLES = ['client/out/extension.js', 'server/out/cli.js', 'server/out/server.js'];
const COMMON = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  ...[
    'LICENSE.txt',
    'changelog.md',
    'docs/images/icon.png',
    'language-configuration.json',
    'package.json',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'readme.md',
    'schemas/hegao.schema.json',
    'snippets/hegao-speech.json',
    'syntaxes/hegao-speech.tmLanguage.json',
    ...BUNDLES,
  ].map((file) => `extension/${file}`),
];
const NODEJIEBA = [
  'LICENSE',
  'build/Release/nodejieba.node',
  'index.js',
  'package.json',
  ...['hmm_model', 'idf', 'jieba.dict', 'stop_words', 'user.dict'].map(
    (name) => `submodules/cppjieba/dict/${name}.utf8`,
  ),
].map((file) => `extension/node_modules/nodejieba/${file}`);

describe('the VSIX', function () {
  this.timeout(120_000);
  const { folder, remove } = makeFolder();
  const speech = path.join(folder, '讲话.txt');
  const clean = path.join(folder, '定稿.txt');
  before(() => {
    fs.writeFileSync(speech, SPEECH);
    fs.writeFileSync(clean, CLEAN);
  });
  after(remove);

  describe('for this platform', () => {
    const packed = usePackage(path.join(folder, '本机'));
    const cli = (...args: string[]): Outcome => packed.hegao(folder, ...args);

    it('holds what runs, and nothing else', () => {
      assert.deepEqual(filesBelow(packed.unpacked()), [...COMMON, ...NODEJIEBA].sort());
    });

    it('holds every file that its manifest names', () => {
      const named = [MANIFEST.main, MANIFEST.bin.hegao, MANIFEST.icon, ...pathsIn(MANIFEST.contributes)];
      const missing = named.filter((file) => !fs.existsSync(path.join(packed.unpacked(), 'extension', file)));
      assert.ok(named.length > 5, `only ${named.join()}`);
      assert.deepEqual(missing, []);
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
      for (const bundle of BUNDLES) {
        const code = fs.readFileSync(path.join(packed.unpacked(), 'extension', bundle), 'utf8');
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
      assert.deepEqual(ruleIds(found.stdout), [['numbering-gap', 'phrase-repeat', 'placeholder-number'], []]);
      assert.deepEqual([found.status, found.stderr], [0, '']);
      assert.equal(cli('check', '--no-config', '--preset', 'hegao:final', speech).status, 1);
      assert.equal(cli('check', '--no-config', path.join(folder, '没有.txt')).status, 2);
    });

    it('runs as a language server', async () => {
      const server = spawn(process.execPath, [packed.cli(), 'lsp', '--stdio'], { cwd: folder });
      const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      connection.listen();
      const ended = once(server, 'close');
      try {
        const params = { processId: null, rootUri: null, capabilities: {} };
        const { capabilities, serverInfo } = await connection.sendRequest(InitializeRequest.type, params);
        assert.deepEqual(serverInfo, { name: 'hegao', version: MANIFEST.version });
        assert.ok(capabilities.textDocumentSync);
        await connection.sendRequest(ShutdownRequest.type);
        await connection.sendNotification(ExitNotification.type);
        assert.deepEqual(await ended, [0, null]);
      } finally {
        server.kill();
      }
    }).timeout(20_000);
  });

  describe('without the binding', () => {
    const packed = usePackage(path.join(folder, '通用'), '--fallback');

    it('holds the same but for nodejieba, and is for every platform', () => {
      assert.deepEqual(filesBelow(packed.unpacked()), [...COMMON].sort());
      assert.doesNotMatch(packed.vsixManifest(), /TargetPlatform/);
      assert.equal(path.basename(packed.file()), `hegao-${MANIFEST.version}.vsix`);
      assert.ok(fs.statSync(packed.file()).size < 2 * MB);
    });

    it('says once what is missing, and all else works', () => {
      const found = packed.hegao(folder, 'check', '--no-config', '--format', 'json', speech, speech, clean);
      assert.deepEqual(ruleIds(found.stdout).at(0), ['numbering-gap', 'placeholder-number']);
      assert.equal(found.status, 0);
      assert.match(found.stderr, /^[^\n]*未安装分词组件 nodejieba[^\n]*\n$/);
    });
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
