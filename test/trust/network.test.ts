import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CLEAN, DRAFT, inFolder } from '../cli/harness.ts';
import { talkToServer } from '../package/server.ts';
import { BUNDLES, ROOT, WEB_BUNDLES } from '../package/support.ts';
import { CLI } from './support/process.ts';
import { runNode, watched } from './support/watched.ts';

/** A command of each kind. */
const COMMANDS: readonly (readonly string[])[] = [
  ['check', '.'],
  ['check', '--fix', '--cache', '--workers', '2', '.'],
  ['check', '--format', 'html=报告.html', '--format', 'sarif=报告.sarif', '稿.txt'],
  ['check', '--baseline', '基线.json', '--update-baseline', '稿.txt'],
  ['check', '--since', 'HEAD', '稿.txt'],
  ['placeholders', '.'],
  ['inspect', '稿.txt'],
  ['metrics', '--write', '表.csv', '稿.txt'],
  ['outline', '稿.txt'],
  ['export', '-o', '稿.docx', '净.txt'],
  ['check', '稿.docx'],
  ['archive', 'add', '旧'],
  ['reuse', '稿.txt', '--against', '旧'],
  ['phrases', '稿.txt'],
  ['opinions', '-o', '意见.docx', '稿.txt'],
  ['print', '--output-file', '念.html', '净.txt'],
  ['duration', '稿.txt'],
  ['mask', '稿.txt', '--key', '稿.key.json'],
  ['unmask', '稿_脱敏.txt', '--key', '稿.key.json'],
  ['ignore', 'add', '稿.txt:3:13', '--rule', 'placeholder-number'],
  ['diff', '旧/甲.txt', '稿.txt'],
  ['rules'],
  ['explain', 'typo'],
  ['init'],
];

/** What may be asked of Node in a bundle, of all that could reach a network, and why. */
const ALLOWED: Readonly<Record<string, readonly [name: string, why: string][]>> = {
  'client/out/extension.js': [
    [
      'net',
      'vscode-languageclient can talk over a pipe or a socket; this client asks for the channel between parent and child',
    ],
  ],
  'server/out/cli-main.js': [
    [
      'net',
      'vscode-languageserver can talk over a pipe or a socket of this computer when its editor asks for it',
    ],
  ],
};

/** Names of the browser's own that a bundle may hold, and why. */
const PAPAPARSE = [
  'new XMLHttpRequest',
  'papaparse downloads a table when it is handed a URL to; it is handed texts alone',
] as const;
const NAMED: Readonly<Record<string, readonly [name: string, why: string]>> = {
  'server/out/cli-main.js': PAPAPARSE,
  'server/out/browser.js': PAPAPARSE,
};

const MODULES = /\brequire\(["'](?:node:)?(https?|http2|net|tls|dgram|dns|inspector)(?:\/promises)?["']\)/g;
const GLOBALS =
  /(?<![\w$.])(?:fetch|sendBeacon)\(|new (?:WebSocket|XMLHttpRequest|EventSource|RTCPeerConnection)\b|\bimportScripts\(/g;

describe('the network', function () {
  this.timeout(180_000);

  it('is reached by no command', () =>
    inFolder({ '稿.txt': DRAFT, '净.txt': CLEAN, '旧/甲.txt': CLEAN }, async (cwd) => {
      const notes = await watched(async (env) => {
        for (const argv of COMMANDS) {
          const { code, stderr } = await runNode([CLI, ...argv], { cwd, env });
          assert.ok(
            code === 0 || code === 1 || argv.includes('--since'),
            `${argv.join(' ')}: ${code} ${stderr}`,
          );
          assert.doesNotMatch(stderr, /no network|内部出错|未知|没有.*命令/, argv.join(' '));
        }
      });
      assert.ok(notes.read.length > 30, 'the watch does not work');
      assert.deepEqual(notes.net, []);
      assert.deepEqual(
        notes.run.filter((name) => name !== 'git'),
        [],
      );
    }));

  it('is reached by no server', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const notes = await watched(async (env) => {
        const before = { ...process.env };
        Object.assign(process.env, env);
        try {
          const { rules } = await talkToServer(CLI, cwd, [DRAFT]);
          assert.equal(rules.length, 1);
        } finally {
          for (const name of Object.keys(env)) {
            if (before[name] === undefined) delete process.env[name];
            else process.env[name] = before[name];
          }
        }
      });
      assert.ok(notes.read.length > 3, 'the watch does not work');
      assert.deepEqual([notes.net, notes.run], [[], []]);
    }));

  it('is seen where it is tried: the watch refuses and notes it', () =>
    inFolder({}, async (cwd) => {
      const notes = await watched(async (env) => {
        for (const code of [
          "require('node:https').get('https://127.0.0.1')",
          'fetch("http://127.0.0.1")',
          "require('node:net').connect(9)",
        ]) {
          const { stderr } = await runNode(['-e', code], { cwd, env });
          assert.match(stderr, /no network/);
        }
      });
      assert.deepEqual(notes.net, ['node:https.get', 'fetch', 'node:net.connect']);
    }));

  for (const bundle of [...Object.keys({ ...BUNDLES, ...WEB_BUNDLES }), 'client/out/ledger.js']) {
    it(`is asked for nowhere in ${bundle}, but as explained`, function () {
      const file = path.join(ROOT, bundle);
      // What runs in browsers is built with the package alone.
      if (!fs.existsSync(file)) return this.skip();
      const code = fs.readFileSync(file, 'utf8');
      const modules = new Set([...code.matchAll(MODULES)].map((match) => match[1]!));
      const allowed = new Set((ALLOWED[bundle] ?? []).map(([name]) => name));
      assert.deepEqual([...modules].sort(), [...allowed].sort());
      const tried = [...code.matchAll(GLOBALS)]
        .filter(([found]) => found !== NAMED[bundle]?.[0])
        .map(({ 0: found, index }) => `${found} … ${code.slice(index - 60, index + 60)}`);
      assert.deepEqual(tried, []);
    });
  }
});
