import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { CLEAN, DRAFT, inFolder, type JsonReport, type Run } from './harness.ts';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/hegao-test-cli/', import.meta.url));
const CLI = `${FOLDER}cli.js`;

describe('the bundled command line', () => {
  before(async () => {
    await build({
      entryPoints: [fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url))],
      outfile: CLI,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      minify: true,
      external: ['nodejieba'],
      logLevel: 'error',
    });
    const words = fileURLToPath(new URL('../../server/out/words.dat', import.meta.url));
    fs.copyFileSync(words, `${FOLDER}words.dat`);
  });

  it('exits 0, 1 and 2', () =>
    inFolder({ '净.txt': CLEAN, '稿.txt': DRAFT }, async (cwd) => {
      assert.equal((await run(cwd, 'check', '净.txt')).code, 0);
      assert.equal((await run(cwd, 'check', '--fail-on', 'warning', '稿.txt')).code, 1);
      const failed = await run(cwd, 'check', '无.txt');
      assert.equal(failed.code, 2);
      assert.equal(failed.stderr, '无.txt：没有这个文件或文件夹。\n');
    }));

  it('reads folders and every kind of configuration file', () =>
    inFolder(
      {
        'a/稿.txt': DRAFT,
        'a/.hegao.json': '{"extends": "hegao:final"}',
        'b/稿.txt': DRAFT,
        'b/.hegao.jsonc': '{"extends": "hegao:final", /* 定稿 */}',
        'c/稿.txt': DRAFT,
        'c/.hegao.yaml': 'extends: hegao:final\nignore: [旧/]\n',
        'c/旧/稿.txt': DRAFT,
      },
      async (cwd) => {
        const { code, stdout } = await run(cwd, 'check', '--format', 'json');
        assert.equal(code, 1);
        assert.deepEqual(
          (JSON.parse(stdout) as JsonReport).files.map((f) => [f.path, f.findings[0]?.severity]),
          [
            ['a/稿.txt', 'error'],
            ['b/稿.txt', 'error'],
            ['c/稿.txt', 'error'],
          ],
        );
      },
    ));

  it('checks with other threads as it does alone', () =>
    inFolder({ '一.txt': DRAFT, '二.txt': CLEAN, '三.txt': DRAFT }, async (cwd) => {
      const alone = await run(cwd, 'check', '--workers', '0');
      assert.deepEqual(await run(cwd, 'check', '--workers', '2'), alone);
    }));

  it('writes long output to a slow reader to the end', () =>
    inFolder({ '稿.txt': `讲话\n同志们：\n${'完成投资XX亿元。\n'.repeat(5000)}` }, async (cwd) => {
      const child = start(cwd, 'check', '--format', 'json', '稿.txt');
      const pieces: string[] = [];
      for await (const piece of child.stdout!.setEncoding('utf8')) {
        pieces.push(piece as string);
        await new Promise((resolve) => setImmediate(resolve));
      }
      const { files } = JSON.parse(pieces.join('')) as JsonReport;
      assert.equal(files[0]?.findings.filter((f) => f.ruleId === 'placeholder-number').length, 5000);
    }));

  it('ends quietly when its reader leaves', () =>
    inFolder({ '稿.txt': `讲话\n同志们：\n${'完成投资XX亿元。\n'.repeat(5000)}` }, async (cwd) => {
      const child = start(cwd, 'check', '稿.txt', '稿.txt');
      child.stdout!.once('data', () => child.stdout!.destroy());
      const stderr = await read(child.stderr!);
      assert.equal(stderr, '');
      assert.notEqual(await exitOf(child), 2);
    }));

  it('is a language server too: exit without shutdown ends it with 1', async () => {
    const message = JSON.stringify({ jsonrpc: '2.0', method: 'exit' });
    const server = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { stdio: 'pipe' });
    server.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    assert.equal(await new Promise((resolve) => server.once('exit', resolve)), 1);
  });
});

function start(cwd: string, ...argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function run(cwd: string, ...argv: readonly string[]): Promise<Run> {
  const child = start(cwd, ...argv);
  const [stdout, stderr, code] = await Promise.all([read(child.stdout!), read(child.stderr!), exitOf(child)]);
  return { code: code ?? -1, stdout, stderr };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('close', resolve));
}

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const piece of stream.setEncoding('utf8')) text += piece;
  return text;
}
