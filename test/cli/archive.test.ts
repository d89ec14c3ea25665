import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { progressBar } from '../../server/src/cli/progress.ts';
import { hegao, inFolder, report } from './harness.ts';

const ROAD =
  '这条路从镇上一直修到后山的茶园，沿线十来个村子的茶青、毛竹、笋干都指望它运出去，去年雨季塌了12处，眼下正是补修的时候，已经开工5处，剩下的排在年底以前补完';
const OLD = `在茶山的讲话\n同志们：\n一、说路\n　　${ROAD}。\n`;
const NEW = `在果园的讲话\n同志们：\n　　先说一件事。\n　　${ROAD.replace('12', '31')}。\n`;

describe('hegao archive', () => {
  it('adds, updates, lists, counts and removes', async () => {
    await inFolder({ '旧稿/茶山.txt': OLD, '旧稿/密.txt': `秘密★1年\n${OLD}` }, async (cwd) => {
      const added = await hegao(['archive', 'add', '旧稿'], { cwd });
      assert.equal(added.code, 0);
      assert.match(added.stdout, /^新收1篇，更新0篇，移出0篇，未变0篇；标有密级未收1篇。/);
      assert.match(added.stderr, /密\.txt：标有密级，未收录。/);
      assert.ok(fs.existsSync(path.join(cwd, '.hegao/archive/manifest.json')));

      fs.writeFileSync(path.join(cwd, '旧稿/果园.md'), `# 在果园的讲话\n\n${ROAD}。\n`);
      assert.match(
        (await hegao(['archive', 'update'], { cwd })).stdout,
        /^新收1篇，更新0篇，移出0篇，未变1篇/,
      );

      const listed = JSON.parse((await hegao(['archive', 'list', '--format', 'json'], { cwd })).stdout);
      assert.deepEqual(
        listed.documents.map(({ title }: { title: string }) => title),
        ['在果园的讲话', '在茶山的讲话'],
      );
      const counted = JSON.parse((await hegao(['archive', 'stats', '--format', 'json'], { cwd })).stdout);
      assert.deepEqual([counted.documents, counted.authority, counted.version], [2, 0, 1]);
      assert.match((await hegao(['archive', 'stats'], { cwd })).stdout, /共2篇，\d+字/);

      assert.match((await hegao(['archive', 'remove', '旧稿/茶山.txt'], { cwd })).stdout, /移出1篇/);
      assert.doesNotMatch((await hegao(['archive', 'list'], { cwd })).stdout, /茶山/);
    });
  });

  it('says what is missing', async () => {
    await inFolder({ 'a/': '' }, async (cwd) => {
      const none = await hegao(['archive', 'list'], { cwd });
      assert.equal(none.code, 2);
      assert.match(none.stderr, /还没有档案/);
      const wrong = await hegao(['archive', 'add', '没有'], { cwd });
      assert.equal(wrong.code, 2);
      assert.match(wrong.stderr, /没有这个文件或文件夹：没有/);
      assert.ok(!fs.existsSync(path.join(cwd, '.hegao')));
    });
  });

  it('shows a bar that counts', () => {
    assert.equal(progressBar(5, 10), `${'█'.repeat(12)}${'░'.repeat(12)} 50%（5／10）`);
    assert.match(progressBar(0, 0), / 100%（0／0）$/);
  });
});

describe('hegao check with an archive', () => {
  const drafts = { '旧稿/茶山.txt': OLD, '新稿/果园.txt': NEW };
  const found = async (cwd: string, ...more: string[]) => {
    const run = await hegao(['check', '新稿', '--format', 'json', ...more], { cwd });
    return report(run).files[0]!.findings.filter(({ ruleId }) => ruleId === 'passage-reuse');
  };

  it('finds it by the option, the configuration, and beside the configuration', async () => {
    for (const [place, config, option] of [
      ['别处/档', undefined, ['--archive', '别处/档']],
      ['别处/档', '{"archive": "别处/档"}', []],
      ['.hegao/archive', '{}', []],
      ['.hegao/archive', undefined, []],
    ] as const) {
      await inFolder(config === undefined ? drafts : { ...drafts, '.hegao.json': config }, async (cwd) => {
        assert.deepEqual(await found(cwd, ...option), []);
        assert.equal((await hegao(['archive', 'add', '旧稿', '--archive', place], { cwd })).code, 0);
        const [finding, ...more] = await found(cwd, ...option);
        assert.deepEqual(more, []);
        assert.match(
          finding!.message,
          /与《在茶山的讲话》第一部分基本相同（79字，约占本稿\d+%），其中1个数字未变，另有1个已改/,
        );
        const [related] = finding!.related as { path: string; range: { start: unknown } }[];
        assert.equal(related!.path, path.join(cwd, '旧稿/茶山.txt'));
        assert.deepEqual(related!.range.start, { line: 4, column: 3 });
        if (option.length === 0) assert.deepEqual(await found(cwd, '--no-config'), []);
      });
    }
  });

  it('does not compare a draft with its own copy, and says that an archive cannot be read', async () => {
    await inFolder(drafts, async (cwd) => {
      await hegao(['archive', 'add', '新稿'], { cwd });
      assert.deepEqual(await found(cwd), []);
      fs.writeFileSync(path.join(cwd, '.hegao/archive/manifest.json'), '{');
      const run = await hegao(['check', '新稿'], { cwd });
      assert.match(run.stderr, /已损坏.*本次未与档案比对/);
      assert.equal(run.code, 0);
    });
  });

  it('checks quotations against its authority documents', async () => {
    const files = {
      '文件/办法.txt':
        '关于山塘管护的办法\n山塘由所在村民小组管护，每月巡查不少于2次，发现渗漏的应当当日报告。\n',
      '新稿/果园.txt': '同志们：\n　　办法规定“每月巡查不少于3次，发现渗漏的应当当日报告”。\n',
    };
    await inFolder(files, async (cwd) => {
      await hegao(['archive', 'add', '--authority', '文件'], { cwd });
      const run = await hegao(['check', '新稿', '--format', 'json'], { cwd });
      assert.deepEqual(
        report(run).files[0]!.findings.map(({ ruleId, text }) => [ruleId, text]),
        [['quote-mismatch', '每月巡查不少于3次，发现渗漏的应当当日报告']],
      );
    });
  });

  it('says what is wrong with the setting', async () => {
    await inFolder({ ...drafts, '.hegao.json': '{"archive": 3}' }, async (cwd) => {
      const run = await hegao(['check', '新稿'], { cwd });
      assert.equal(run.code, 2);
      assert.match(run.stderr, /archive 应为档案文件夹的路径/);
    });
  });
});

describe('hegao reuse', () => {
  const files = { '旧稿/茶山.txt': OLD, '旧稿/密.txt': `机密★\n${OLD}`, '果园.txt': NEW };

  it('lists shared passages with both places, length, share and figures', async () => {
    await inFolder(files, async (cwd) => {
      const run = await hegao(['reuse', '果园.txt', '--against', '旧稿/茶山.txt'], { cwd });
      assert.equal(run.code, 0);
      assert.match(run.stdout, /^果园\.txt：1处相同，覆盖79字，占\d+%\n/);
      assert.match(run.stdout, /4:3 .*79字，占本篇\d+%/);
      assert.match(run.stdout, /↳ 旧稿\/茶山\.txt:4:3 {2}《在茶山的讲话》第一部分/);
      assert.match(run.stdout, /数字未变：5\n {4}数字已变：12→31\n/);
    });
  });

  it('gives the same as JSON', async () => {
    await inFolder(files, async (cwd) => {
      const run = await hegao(['reuse', '果园.txt', '--against', '旧稿/茶山.txt', '--format', 'json'], {
        cwd,
      });
      const [file] = JSON.parse(run.stdout).files;
      const [passage, ...more] = file.passages;
      assert.equal(more.length, 0);
      assert.equal(NEW.slice(passage.offset.start, passage.offset.end), passage.text);
      const { path: name, offset, part } = passage.source;
      assert.deepEqual([name, part, OLD.slice(offset.start, offset.end)], ['旧稿/茶山.txt', 1, `${ROAD}。`]);
      const [{ text, other }] = passage.figures.changed;
      assert.deepEqual(
        [text, other.text, OLD.slice(other.offset.start, other.offset.end)],
        ['31', '12', '12'],
      );
      assert.equal(passage.figures.same.length, 1);
    });
  });

  it('compares with the archive, and neither compares nor prints secret documents', async () => {
    await inFolder(files, async (cwd) => {
      const none = await hegao(['reuse', '果园.txt'], { cwd });
      assert.equal(none.code, 2);
      assert.match(none.stderr, /没有可比的稿子/);
      await hegao(['archive', 'add', '旧稿'], { cwd });
      const run = await hegao(['reuse', '果园.txt'], { cwd });
      assert.match(run.stdout, /1处相同/);
      const secret = await hegao(['reuse', '旧稿/密.txt', '果园.txt', '--against', '旧稿'], { cwd });
      assert.equal(secret.code, 2);
      assert.match(secret.stderr, /密\.txt：标有密级，不比对、不输出。/);
      assert.match(secret.stdout, /^果园\.txt：1处相同/);
    });
  });

  it('says so where nothing is shared', async () => {
    await inFolder({ 'a.txt': NEW, 'b.txt': '同志们：\n别的话。\n' }, async (cwd) => {
      const run = await hegao(['reuse', 'a.txt', '--against', 'b.txt'], { cwd });
      assert.deepEqual([run.code, run.stdout], [0, 'a.txt：没有60字以上相同的段落\n']);
    });
  });
});
