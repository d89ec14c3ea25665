import assert from 'node:assert/strict';
import { hegao, inFolder } from './harness.ts';

const TEXT = '在全县工作会议上的讲话\n同志们：\n一、抓紧\n增长8.5%。\n二、抓好\n2025年见效。\n';

describe('hegao duration', () => {
  it('tells the whole and each section', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['duration', '稿.txt'], { cwd });
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(stdout.split('\n'), [
        '稿.txt  约7秒，24字（每分钟200字，数字按念法算）',
        '  开头      约1秒，3字',
        '  一、抓紧  约3秒，11字',
        '  二、抓好  约3秒，10字',
        '',
      ]);
    }));

  it('as JSON, with places', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const { stdout } = await hegao(['duration', '--format', 'json', '--rate', '120', '稿.txt'], { cwd });
      const { charactersPerMinute, seconds, syllables, speeches } = JSON.parse(stdout);
      assert.deepEqual([charactersPerMinute, seconds, syllables], [120, 12, 24]);
      const [, first] = speeches[0].sections;
      assert.deepEqual(first, {
        name: '一、抓紧',
        level: 1,
        offset: { start: TEXT.indexOf('一、'), end: TEXT.indexOf('二、') },
        line: 3,
        syllables: 11,
        seconds: 6,
        duration: '约6秒',
      });
    }));

  it('the rate is that of the flag, of the configuration, or the usual', () =>
    inFolder({ '稿.txt': TEXT, '.hegao.json': '{"speech": {"charactersPerMinute": 240}}' }, async (cwd) => {
      const rateWith = async (...flags: string[]) =>
        /每分钟(\d+)字/.exec((await hegao(['duration', ...flags, '稿.txt'], { cwd })).stdout)?.[1];
      assert.equal(await rateWith(), '240');
      assert.equal(await rateWith('--rate', '180'), '180');
    }));

  it('a rate that cannot be is refused', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      for (const rate of ['0', '1000', '快', '-5']) {
        const { code, stdout, stderr } = await hegao(['duration', `--rate=${rate}`, '稿.txt'], { cwd });
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, /--rate 应为60到400的整数/);
      }
    }));

  it('so is one of the configuration, with its place', () =>
    inFolder(
      { '稿.txt': TEXT, '.hegao.json': '{"speech": {"charactersPerMinute": "快", "速度": 1}}' },
      async (cwd) => {
        const { code, stderr } = await hegao(['duration', '稿.txt'], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /\.hegao\.json:1:36 speech\.charactersPerMinute 应为60到400的整数，不能是“快”/);
        assert.match(stderr, /speech 里没有“速度”这一设置/);
      },
    ));

  it('inspect tells it too', () =>
    inFolder({ '稿.txt': TEXT }, async (cwd) => {
      const text = await hegao(['inspect', '稿.txt'], { cwd });
      assert.match(text.stdout, /念稿：约7秒，24字/);
      const json = await hegao(['inspect', '--format', 'json', '稿.txt'], { cwd });
      const { syllables, sections } = JSON.parse(json.stdout).speeches[0].reading;
      assert.equal(syllables, 24);
      assert.equal(sections.length, 3);
    }));
});
