import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BUILT, ROOT, run } from './support.ts';

describe('what is shipped', function () {
  this.timeout(120_000);

  it('says nothing of the computer that built it, and holds no secret', () => {
    const places = [ROOT, fs.realpathSync(ROOT), os.homedir()].filter((place) => place.length > 1);
    const files = [...BUILT, 'client/out/ledger.js', 'client/out/ledger.css'];
    for (const file of files) {
      const text = fs.readFileSync(path.join(ROOT, file), 'latin1');
      for (const place of places) assert.ok(!text.includes(`${place}${path.sep}`), `${file} names ${place}`);
      assert.doesNotMatch(
        text,
        /-----BEGIN [A-Z ]*PRIVATE KEY|npm_[A-Za-z0-9]{36}|gh[pousr]_[A-Za-z0-9]{36}/,
        file,
      );
    }
  });

  it('has no known hole in what is installed with it, as far as the registry answers', function () {
    const { stdout } = run('npm', ['audit', '--omit=dev', '--json']);
    const answer = JSON.parse(stdout) as {
      readonly error?: { readonly summary?: string };
      readonly metadata?: { readonly vulnerabilities: { readonly total: number } };
    };
    if (!answer.metadata) {
      process.stderr.write(`npm audit 未能进行：${answer.error?.summary || '软件源没有这一项服务'}\n`);
      return this.skip();
    }
    assert.equal(answer.metadata.vulnerabilities.total, 0, stdout);
  });
});
