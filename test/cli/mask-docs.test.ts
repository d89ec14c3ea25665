import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pageBlocks } from '../support/page-blocks.ts';
import { hegao, inFolder } from './harness.ts';

const block = pageBlocks('mask.md');

describe('docs/mask.md', () => {
  it('says what the command line does with its example', () =>
    inFolder({ '讲话.txt': block('speech') }, async (cwd) => {
      const read = (name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');
      const { stdout } = await hegao(['mask', '讲话.txt', '--list'], { cwd });
      assert.equal(stdout, block('list'));
      await hegao(['mask', '讲话.txt', '--key', '讲话.key.json'], { cwd });
      assert.equal(read('讲话_脱敏.txt'), block('masked'));
      const lines = block('masked').split('\n');
      lines[5] = block('edited').trimEnd();
      fs.writeFileSync(path.join(cwd, '讲话_脱敏.txt'), lines.join('\n'));
      const back = await hegao(['unmask', '讲话_脱敏.txt', '--key', '讲话.key.json'], { cwd });
      assert.equal(back.code, 1);
      assert.equal(read('讲话_还原.txt').split('\n')[5], block('restored').trimEnd());
      assert.equal(back.stdout, block('open'));
    }));
});
