import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { main } from '../../server/src/cli/main.ts';
import { createWriter } from '../../server/src/cli/writer.ts';
import { DRAFT, inFolder } from './harness.ts';

describe('the writer', () => {
  it('settles only when the stream has taken the text', async () => {
    const waiting: (() => void)[] = [];
    const stream = new Writable({ write: (_piece, _encoding, done) => void waiting.push(done) });
    const writer = createWriter(stream);
    writer.write('甲');
    let settled = false;
    const flushed = writer.flush().then(() => {
      settled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(settled, false);
    waiting[0]!();
    await flushed;
    assert.equal(settled, true);
  });

  it('asks to be flushed when much is waiting', () => {
    const writer = createWriter(new Writable());
    assert.equal(writer.write('短'), true);
    assert.equal(writer.write('长'.repeat(100_000)), false);
  });

  it('drops text when the reader has left, without an error', async () => {
    const writer = createWriter(failing('EPIPE'));
    writer.write('甲');
    await writer.flush();
    assert.equal(writer.isClosed(), true);
    assert.equal(writer.failure(), undefined);
    assert.equal(writer.write('乙'), true);
    await writer.flush();
  });
});

describe('standard output that cannot be written', () => {
  const check = async (cwd: string, code: string): Promise<{ code: number; stderr: string }> => {
    let said = '';
    const stderr = new Writable({
      write(piece, _encoding, done) {
        said += piece;
        done();
      },
    });
    const exit = await main(['check', '--fail-on', 'warning', '稿.txt'], {
      stdin: (async function* () {})(),
      stdout: failing(code),
      stderr,
      cwd,
      env: {},
      isTTY: false,
      startServer: async () => {},
    });
    return { code: exit, stderr: said };
  };

  it('is exit 2 with a sentence for a full disk', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      assert.deepEqual(await check(cwd, 'ENOSPC'), { code: 2, stderr: '输出失败：磁盘已满。\n' });
    }));

  it('is nothing to speak of when the reader has left', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      assert.deepEqual(await check(cwd, 'EPIPE'), { code: 1, stderr: '' });
    }));
});

function failing(code: string): Writable {
  return new Writable({ write: (_piece, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}
