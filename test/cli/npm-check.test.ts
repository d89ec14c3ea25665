import assert from 'node:assert/strict';
import { namesPath, WITH_VALUE } from '../../scripts/check-paths.mjs';
import { hegao } from './harness.ts';

describe('npm run check: whether a path is given', () => {
  const cases: readonly (readonly [readonly string[], boolean])[] = [
    [[], false],
    [['--preset', 'hegao:final'], false],
    [['--preset=hegao:final', '--no-color'], false],
    [['--rule', 'level-skip=off', '--rule', 'level-single=off'], false],
    [['--preset'], false],
    [['--'], false],
    [['稿.txt'], true],
    [['-'], true],
    [['--preset', 'hegao:final', '稿'], true],
    [['--no-config', '!旧/**'], true],
    [['--', '-稿.txt'], true],
  ];
  for (const [args, named] of cases) {
    it(`${args.join(' ') || '(nothing)'}: ${named ? 'yes' : 'no'}`, () =>
      assert.equal(namesPath(args), named));
  }

  it('knows every option of hegao check that takes a value', async () => {
    const { stdout } = await hegao(['check', '--help']);
    const options = [...stdout.matchAll(/(--[a-z-]+) </g)].map(([, option]) => option);
    assert.deepEqual([...WITH_VALUE].sort(), options.sort());
  });
});
