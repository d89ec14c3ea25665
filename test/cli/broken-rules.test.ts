import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildFaulty } from '../support/faulty-build.ts';
import { BROKEN } from '../support/faulty-rules.ts';

const TEXT = '在座谈会上的讲话\n同志们：\n已收割xx万亩，，请大家抓紧。\n';

describe('hegao: rules that throw', function () {
  this.timeout(60_000);
  let cli: string;
  let folder: string;
  before(async () => {
    cli = await buildFaulty('cli');
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-broken-'));
    for (let i = 0; i < 4; i++) fs.writeFileSync(path.join(folder, `讲话${i}.txt`), TEXT);
  });
  after(() => {
    fs.rmSync(cli);
    fs.rmSync(folder, { recursive: true });
  });

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
  const told = (stderr: string) =>
    [...stderr.matchAll(/^\S+：规则“([^”]+)”运行出错/gm)].map((match) => match[1]);

  it('are told of once each with the first draft, then by number; the others go on', () => {
    const { status, stdout, stderr } = run('check');
    assert.equal(status, 2, stderr);
    assert.deepEqual(told(stderr).sort(), BROKEN);
    for (const id of BROKEN) assert.match(stderr, new RegExp(`^规则“${id}”另有3份稿子运行出错`, 'm'));
    assert.equal(stdout.match(/placeholder-number/g)?.length, 4);
  });

  it('are told of once when drafts are put right, which goes on too', () => {
    const { status, stderr } = run('check', '--fix');
    assert.equal(status, 2, stderr);
    assert.deepEqual(told(stderr).sort(), BROKEN);
    assert.doesNotMatch(fs.readFileSync(path.join(folder, '讲话0.txt'), 'utf8'), /，，/);
  });
});
