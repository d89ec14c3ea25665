import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pageBlocks } from '../support/page-blocks.ts';
import { hegao, inFolder } from './harness.ts';

const block = pageBlocks('rounds.md');

describe('docs/rounds.md', () => {
  it('says what hegao diff says of its example', () =>
    inFolder({ '旧稿.txt': block('old'), '新稿.txt': block('new') }, async (cwd) => {
      const { code, stdout } = await hegao(['diff', '旧稿.txt', '新稿.txt'], { cwd });
      assert.equal(stdout, block('text'));
      assert.equal(code, 1);
    }));

  it('says what hegao opinions merge makes of its example', () =>
    inFolder({ '张.csv': block('zhang'), '李.csv': block('li') }, async (cwd) => {
      const { code } = await hegao(['opinions', 'merge', '张.csv', '李.csv', '-o', '汇总.csv'], { cwd });
      assert.equal(code, 0);
      const merged = fs.readFileSync(path.join(cwd, '汇总.csv'), 'utf8');
      assert.equal(merged.replace('\ufeff', '').replaceAll('\r\n', '\n'), block('merged'));
    }));
});
