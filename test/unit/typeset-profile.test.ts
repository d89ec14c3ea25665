import assert from 'node:assert/strict';
import { Value } from 'typebox/value';
import { ProfileSchema, STYLE_NAMES } from '../../server/src/typeset/profile.ts';
import { findProfile, readProfile } from '../../server/src/typeset/profile-file.ts';
import { builtInProfile, PROFILE_NAMES, PROFILES } from '../../server/src/typeset/profiles.ts';

function profileOf(text: string, file = '/版式.json') {
  const found = readProfile(file, text);
  assert.ok('profile' in found, JSON.stringify(found));
  return found.profile;
}

/** `行:列 message` of each mistake. */
function problemsOf(text: string, file = '/版式.json'): readonly string[] {
  const found = readProfile(file, text);
  assert.ok('problems' in found, JSON.stringify(found));
  return found.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('profiles of Word files', () => {
  for (const name of PROFILE_NAMES) {
    it(`${name} is data that its schema allows, with every style`, () => {
      assert.ok(Value.Check(ProfileSchema, PROFILES[name]));
      assert.deepEqual(Object.keys(PROFILES[name].styles ?? {}), [...STYLE_NAMES]);
    });
  }

  it('gb9704 is GB/T 9704-2012: a type area of 156 by 225 mm, 22 lines of 28 characters', () => {
    const { page, linePitch, characters, styles } = builtInProfile('gb9704');
    assert.deepEqual(page, { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 });
    assert.equal(page.width - page.left - page.right, 156);
    assert.equal(page.height - page.top - page.bottom, 225);
    assert.deepEqual([linePitch, characters], [28.95, 28]);
    assert.ok(22 * linePitch <= (225 / 25.4) * 72 && 23 * linePitch > (225 / 25.4) * 72);
    assert.deepEqual(
      [styles.title, styles.body, styles.heading1, styles.heading2, styles.heading3].map(
        ({ font, size, bold, indent }) => [font, size, bold, indent],
      ),
      [
        ['方正小标宋简体', 22, false, 0],
        ['仿宋_GB2312', 16, false, 2],
        ['黑体', 16, false, 2],
        ['楷体_GB2312', 16, false, 2],
        ['仿宋_GB2312', 16, true, 2],
      ],
    );
  });

  it('reading is larger, bold, wider in its lines, and keeps paragraphs whole', () => {
    const [small, large] = [builtInProfile('gb9704'), builtInProfile('reading')];
    for (const name of STYLE_NAMES) assert.ok(large.styles[name].size > small.styles[name].size, name);
    assert.ok(large.styles.body.bold && large.linePitch > small.linePitch && large.keepLines);
    assert.deepEqual(large.fallbacks, small.fallbacks);
  });

  it('takes what a file does not say from the profile that it extends', () => {
    const own = profileOf('{"styles": {"body": {"size": "四号"}, "title": {"font": "华文中宋"}}}');
    const base = builtInProfile('gb9704');
    assert.deepEqual(own, {
      ...base,
      styles: {
        ...base.styles,
        body: { ...base.styles.body, size: 14 },
        title: { ...base.styles.title, font: '华文中宋' },
      },
    });
    const large = profileOf('# 大字\nextends: reading\nstyles: {body: {size: 22}}\n', '/大字.yaml');
    assert.deepEqual([large.styles.body.size, large.styles.body.bold, large.linePitch], [22, true, 35]);
  });

  it('lets lines and line pitch stand for each other, the nearer word first', () => {
    assert.equal(profileOf('{"linePitch": 30}').linePitch, 30);
    assert.equal(profileOf('{"lines": 20}').linePitch, 31.85);
    assert.equal(profileOf('{"extends": "reading", "lines": 20}').linePitch, 33.55);
    assert.equal(profileOf('{"page": {"top": 30, "bottom": 30}}').linePitch, 30.5);
  });

  it('names line, column and what is allowed', () => {
    assert.deepEqual(
      problemsOf(
        '{\n  "lines": 3,\n  "styls": {},\n  "styles": {"body": {"size": "6号", "bald": 1}},\n  "fallbacks": {"黑体": [1]},\n  "page": 3\n}',
      ),
      [
        '2:12 lines 不能是3，应为8至60的整数。',
        '3:3 版式里没有“styls”这一项，是否要写“styles”？可用：extends、page、lines、linePitch、characters、latin、keepLines、styles、pageNumber、fallbacks。',
        '4:31 styles.body.size 不能是“6号”，应为5至100的数或"初号"、"小初"、"一号"、"小一"、"二号"、"小二"、"三号"、"小三"、"四号"、"小四"、"五号"、"小五"、"1号"、"2号"、"3号"、"4号"、"5号"。',
        '4:37 styles.body 里没有“bald”这一项，是否要写“bold”？可用：font、size、bold、align、indent、right、before、after。',
        '5:24 fallbacks.黑体 不能是1，应为字符串。',
        '6:11 page 不能是3，应为对象。',
      ],
    );
    assert.deepEqual(problemsOf('[]'), ['1:1 版式文件的最外层 不能是[]，应为对象。']);
    assert.match(problemsOf('{"lines": 22')[0]!, /^1:\d+ /);
    assert.match(problemsOf('lines: [', '/版式.yml')[0]!, /^\d+:\d+ /);
  });

  it('refuses margins that leave no room for the text', () => {
    assert.match(problemsOf('{"page": {"width": 100, "left": 60, "right": 40}}')[0]!, /^1:10 .*版心/);
    assert.match(problemsOf('{"page": {"height": 150, "top": 90, "bottom": 55}}')[0]!, /^1:10 .*版心/);
  });

  it('knows a name from a path, and says what there is', () => {
    const find = (written: string) => findProfile(written, (name) => `/没有这个文件夹/${name}`);
    assert.deepEqual(find('reading'), { profile: builtInProfile('reading') });
    assert.deepEqual(find('readng'), {
      failure: '没有“readng”这一版式，是否要写“reading”？可用：gb9704、reading，或版式文件的路径。',
    });
    assert.deepEqual(find('单位.json'), {
      failure: '没有“单位.json”这一版式，可用：gb9704、reading，或版式文件的路径。',
    });
    assert.ok('failure' in readProfile('/版式.txt', '{}'));
  });
});
