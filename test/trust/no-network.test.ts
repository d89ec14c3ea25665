import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import { CLEAN, DRAFT, inFolder } from '../cli/harness.ts';
import { talkToServer } from '../package/server.ts';
import { CLI, runNode } from './support/process.ts';

/** Starts a program in a network of its own that nothing is connected with, not even the computer itself. */
const ALONE = ['unshare', '-rn'];

/** A command of each kind that could wish for something from elsewhere. */
const COMMANDS: readonly (readonly string[])[] = [
  ['check', '--format', 'compact', '--workers', '2', '.'],
  ['check', '--format', 'sarif', '稿.txt'],
  ['placeholders', '.'],
  ['metrics', '稿.txt'],
  ['print', '净.txt'],
  ['explain', 'typo'],
];

describe('without any network', function () {
  this.timeout(120_000);
  before(function () {
    // Needs Linux, util-linux, and a kernel that lets this user make namespaces.
    if (spawnSync(ALONE[0]!, [...ALONE.slice(1), 'true']).status !== 0) this.skip();
  });

  it('there is none: a server of this computer cannot be reached', async () => {
    const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as net.AddressInfo;
    const reach = `require('node:net').connect(${port}, '127.0.0.1').on('error', () => process.exit(7)).on('connect', () => process.exit(0))`;
    try {
      assert.equal((await runNode(['-e', reach], { cwd: '/' })).code, 0);
      assert.equal((await runNode(['-e', reach], { cwd: '/', under: ALONE })).code, 7);
    } finally {
      server.close();
    }
  });

  for (const argv of COMMANDS) {
    it(`hegao ${argv.join(' ')} says the same`, () =>
      inFolder({ '稿.txt': DRAFT, '净.txt': CLEAN }, async (cwd) => {
        const plain = await runNode([CLI, ...argv], { cwd });
        assert.ok(plain.code === 0 || plain.code === 1, plain.stderr);
        assert.deepEqual(await runNode([CLI, ...argv], { cwd, under: ALONE }), plain);
      }));
  }

  it('the server says the same', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const plain = await talkToServer(CLI, cwd, [DRAFT]);
      assert.equal(plain.rules.length, 1);
      assert.deepEqual(await talkToServer(CLI, cwd, [DRAFT], ALONE), plain);
    }));
});
