import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hegao, inFolder, report } from './harness.ts';

const DRAFT = [
  '在临江市防汛工作会上的讲话',
  '同志们：',
  '昨天，我和马春林同志到沙洋县看了大堤。沙洋县委书记岳小满讲了几条，马春林同志作了补充。',
  '今年已投入12.6亿元。临江的底子不厚，要精打细算。',
  '',
].join('\r\n');
const MASKED = [
  '在XX市防汛工作会上的讲话',
  '同志们：',
  '昨天，我和XXX同志到XX县看了大堤。XX县委书记XXX讲了几条，XXX同志作了补充。',
  '今年已投入12.6亿元。XX的底子不厚，要精打细算。',
  '',
].join('\r\n');
const read = (cwd: string, name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');

describe('hegao mask', () => {
  it('writes the masked copy and the key, and unmask the original byte for byte', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(DRAFT)]);
    const utf16 = Buffer.from(`\ufeff${DRAFT}`, 'utf16le');
    for (const content of [Buffer.from(DRAFT), bytes, utf16])
      await inFolder({ '稿.txt': content }, async (cwd) => {
        const made = await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd });
        assert.equal(made.code, 0, made.stderr);
        assert.match(made.stderr, /^已写入 稿_脱敏\.txt：隐去4项、7处。发出以前请有人从头看一遍/);
        if (content !== utf16) assert.equal(read(cwd, '稿_脱敏.txt').replace('\ufeff', ''), MASKED);
        const back = await hegao(['unmask', '稿_脱敏.txt', '--key', '稿.key.json'], { cwd });
        assert.equal(back.code, 0, back.stderr);
        assert.match(back.stderr, /^已写入 稿_还原\.txt：还原7处。/);
        assert.deepEqual(fs.readFileSync(path.join(cwd, '稿_还原.txt')), content);
      });
  });

  it('writes GB18030 as it was', () => {
    const gb18030 = Buffer.from([
      0xc1, 0xd9, 0xbd, 0xad, 0xca, 0xd0, 0xd2, 0xaa, 0xd7, 0xa5, 0xbd, 0xf4, 0xa1, 0xa3,
    ]);
    return inFolder({ '稿.txt': gb18030 }, async (cwd) => {
      assert.equal((await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd })).code, 0);
      assert.deepEqual(
        fs.readFileSync(path.join(cwd, '稿_脱敏.txt')),
        Buffer.concat([Buffer.from('XX'), gb18030.subarray(4)]),
      );
      assert.equal((await hegao(['unmask', '稿_脱敏.txt', '--key', '稿.key.json'], { cwd })).code, 0);
      assert.deepEqual(fs.readFileSync(path.join(cwd, '稿_还原.txt')), gb18030);
    });
  });

  it('keeps the key to its owner and overwrites nothing', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd });
      if (process.platform !== 'win32')
        assert.equal(fs.statSync(path.join(cwd, '稿.key.json')).mode & 0o777, 0o600);
      const before = read(cwd, '稿.key.json');
      const again = await hegao(['mask', '稿.txt', '--key', '稿.key.json', '-o', '二.txt'], { cwd });
      assert.equal(again.code, 2);
      assert.equal(again.stderr, '稿.key.json：已有这个文件，没有覆盖；请换一个名字。\n');
      const same = await hegao(['mask', '稿.txt', '--key', '二.key.json'], { cwd });
      assert.equal(same.stderr, '稿_脱敏.txt：已有这个文件，没有覆盖；请换一个名字。\n');
      assert.equal(read(cwd, '稿.key.json'), before);
      assert.deepEqual(fs.readdirSync(cwd).sort(), ['稿.key.json', '稿.txt', '稿_脱敏.txt'].sort());
    }));

  it('wants a key, with the ending that keeps it out of everything', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const none = await hegao(['mask', '稿.txt'], { cwd });
      assert.equal(none.code, 2);
      assert.match(none.stderr, /请用 --key 写明密钥存放的文件/);
      const other = await hegao(['mask', '稿.txt', '--key', '钥匙.json'], { cwd });
      assert.match(other.stderr, /名字应以 \.key\.json 结尾/);
      assert.deepEqual(fs.readdirSync(cwd), ['稿.txt']);
    }));

  it('lists what it would mask, and takes words away and in', () =>
    inFolder({ '稿.txt': DRAFT, '另.txt': '大堤 # 工程名\n\n' }, async (cwd) => {
      const { stdout, code } = await hegao(
        ['mask', '稿.txt', '--list', '--also', '另.txt', '--keep', '沙洋'],
        { cwd },
      );
      assert.equal(code, 0);
      assert.deepEqual(
        stdout.split('\n').map((line) => line.split(/ +/)),
        [
          ['种类', '名称', '处数', '首见', '记号'],
          ['地名', '临江', '2处', '第1行', 'XX'],
          ['人名', '马春林', '2处', '第3行', 'XXX'],
          ['单位', '大堤', '1处', '第3行', 'XX'],
          ['人名', '岳小满', '1处', '第3行', 'XXX'],
          [''],
        ],
      );
      assert.deepEqual(fs.readdirSync(cwd).sort(), ['另.txt', '稿.txt'].sort());
    }));

  it('masks what is asked for alone, one entity one number', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      await hegao(['mask', '稿.txt', '--key', 'a.key.json', '--what', 'places', '--numbered'], { cwd });
      const text = read(cwd, '稿_脱敏.txt');
      assert.match(text, /^在XX①市防汛/);
      assert.match(text, /马春林同志到XX②县看了大堤。XX②县委书记岳小满/);
      assert.match(text, /XX①的底子不厚/);
      const wrong = await hegao(['mask', '稿.txt', '--key', 'b.key.json', '--what', 'all'], { cwd });
      assert.equal(wrong.code, 2);
      assert.match(wrong.stderr, /可用：names、places/);
    }));

  it('says of a Word file what to do', () =>
    inFolder({ '稿.docx': Buffer.from('PK\u0003\u0004') }, async (cwd) => {
      const { code, stderr } = await hegao(['mask', '稿.docx', '--key', '稿.key.json'], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /^稿\.docx：这是 Word 文件，.*另存为纯文本/);
    }));

  it('makes no masked copy of a state secret', () =>
    inFolder({ '稿.txt': `秘密★1年\n${DRAFT}` }, async (cwd) => {
      const { code, stderr } = await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /稿子标有密级，不生成脱敏稿/);
      assert.deepEqual(fs.readdirSync(cwd), ['稿.txt']);
    }));

  it('warns where git would take the key in', () =>
    inFolder({ '稿.txt': DRAFT, 'a/': '' }, async (cwd) => {
      execFileSync('git', ['init', '-q', cwd]);
      const { stderr } = await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd });
      assert.match(stderr, /请在 \.gitignore 里加一行 \*\.key\.json/);
      fs.writeFileSync(path.join(cwd, '.gitignore'), '*.key.json\n');
      const quiet = await hegao(['mask', '稿.txt', '--key', 'a/稿.key.json', '-o', 'a/稿.txt'], { cwd });
      assert.equal(quiet.code, 0);
      assert.doesNotMatch(quiet.stderr, /gitignore/);
    }));

  it('leaves nothing for hegao:masked to find', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      await hegao(['mask', '稿.txt', '--key', '稿.key.json', '--what', 'names,places,figures'], { cwd });
      const { files } = report(
        await hegao(['check', '--preset', 'hegao:masked', '--format', 'json', '稿_脱敏.txt'], { cwd }),
      );
      assert.deepEqual(
        files.flatMap(({ findings }) => findings.filter(({ ruleId }) => ruleId === 'mask-leak')),
        [],
      );
    }));
});

describe('keys', () => {
  it('are read by no other command, in no folder, under no glob', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd });
      for (const argv of [
        ['check', '.'],
        ['check', '*.json', '稿.txt'],
        ['check', '--format', 'html', '.'],
        ['metrics', '.'],
        ['archive', 'add', '.'],
      ]) {
        const { stdout, stderr } = await hegao(argv, { cwd });
        assert.ok(!/key\.json|mask-key/.test(stdout + stderr.replace('*.json', '')), argv.join(' '));
      }
      for (const argv of [
        ['check', '稿.key.json'],
        ['inspect', '稿.key.json'],
        ['metrics', '稿.key.json'],
        ['reuse', '稿.txt', '--against', '稿.key.json'],
        ['check', '--fix', '稿.key.json'],
      ]) {
        const { stdout, stderr } = await hegao(argv, { cwd });
        assert.ok(!/马春林/.test(stdout + stderr), argv.join(' '));
        assert.match(stdout + stderr, /这是脱敏的密钥文件/, argv.join(' '));
      }
    }));
});

describe('hegao unmask', () => {
  it('restores an edited copy and lists what it is not certain of', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd });
      const edited = MASKED.replace('同志们：\r\n', '同志们：\r\n先说三件事。\r\n').replace(
        '要精打细算。',
        '要精打细算。XX县要带头。',
      );
      fs.writeFileSync(path.join(cwd, '稿_脱敏.txt'), edited);
      const { code, stdout, stderr } = await hegao(['unmask', '稿_脱敏.txt', '--key', '稿.key.json'], {
        cwd,
      });
      assert.equal(code, 1);
      assert.match(stderr, /还原7处。\n1处不能确定原来是什么/);
      assert.equal(stdout, '5:27 子不厚，要精打细算。XX县要带头。\n');
      const restored = DRAFT.replace('同志们：\r\n', '同志们：\r\n先说三件事。\r\n');
      assert.equal(read(cwd, '稿_还原.txt'), restored.replace('要精打细算。', '要精打细算。XX县要带头。'));
    }));

  it('refuses a key that is none, and one that was changed', () =>
    inFolder({ '稿.txt': DRAFT, '空.key.json': '{}' }, async (cwd) => {
      await hegao(['mask', '稿.txt', '--key', '稿.key.json'], { cwd });
      const none = await hegao(['unmask', '稿_脱敏.txt', '--key', '空.key.json'], { cwd });
      assert.equal(none.stderr, '空.key.json：不是脱敏的密钥文件，或缺了内容。\n');
      const key = read(cwd, '稿.key.json').replace('"text": "岳小满"', '"text": "岳大满"');
      fs.writeFileSync(path.join(cwd, '稿.key.json'), key);
      const changed = await hegao(['unmask', '稿_脱敏.txt', '--key', '稿.key.json'], { cwd });
      assert.equal(changed.code, 2);
      assert.equal(changed.stderr, '稿.key.json：密钥文件被改动过。\n');
      assert.ok(!fs.existsSync(path.join(cwd, '稿_还原.txt')));
    }));
});
