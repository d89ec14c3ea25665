import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { ensureChromium } from '../../scripts/vscode-chromium.mjs';
import { openInBrowser } from '../support/browser.ts';
import { outside, saying } from '../support/outside.ts';
import { officialSarif } from '../support/sarif-official.ts';
import { hegao, inFolder, type Run } from './harness.ts';

const DRAFTS = 200;
const BLANKS = ['完成投资XX亿元', '新开工项目xx个', '增加值增长x.x%', '带动就业xx万人', '群众满意率XX%'];
const MATTERS =
  '农田水利 城乡供水 道路养护 校舍改造 冷链物流 社区食堂 山林防火 河道清淤 电商培训 冬季供暖'.split(' ');
const STATES = '推进平稳 已经过半 按月调度 台账清楚 责任到人 进度偏慢 资金到位 验收在即'.split(' ');

/** Numbers that look drawn by lot and are the same every time. */
function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** A draft of three parts, three paragraphs in five with a blank. */
function draft(number: number, draw: (below: number) => number): string {
  const parts = ['一、肯定成绩', '二、正视不足', '三、抓好下步'].map((heading) => {
    const paragraphs = Array.from({ length: 8 }, () => {
      const blank = draw(5) < 3 ? `，${BLANKS[draw(BLANKS.length)]}` : '';
      return `${MATTERS[draw(MATTERS.length)]}${STATES[draw(STATES.length)]}${blank}。`;
    });
    return [heading, ...paragraphs].join('\n');
  });
  return `在第${number}次调度会上的讲话\n同志们：\n${parts.join('\n')}\n`;
}

const nameOf = (number: number): string => `${number % 7}科/第${number}次.txt`;

/** The check as the office's pipeline runs it. */
const check = (cwd: string, ...rest: string[]): Promise<Run> =>
  hegao(['check', '.', '--format', 'compact', '--baseline', '.hegao-baseline.json', ...rest], { cwd });

function git(cwd: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=office', '-c', 'user.email=office@example.invalid'];
  execFileSync('git', [...identity, ...args], { cwd, stdio: 'ignore' });
}

function commit(cwd: string, message: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', message);
}

/** Takes the first blank out of ten drafts and writes a paragraph above each place. */
function putRight(cwd: string, drafts: ReadonlyMap<string, string>): void {
  for (const [name, text] of [...drafts].slice(20, 30)) {
    const blank = BLANKS.find((one) => text.includes(`，${one}`))!;
    const above = text.replace('同志们：\n', '同志们：\n先说一件事，请大家留意。\n');
    fs.writeFileSync(path.join(cwd, name), above.replace(`，${blank}`, ''));
  }
}

describe('an office of two hundred drafts', function () {
  this.timeout(600_000);

  it('takes up its baseline, fails by what a change adds, passes when that is put right, and forgets what is gone', async () => {
    const draw = lots(20260301);
    const drafts = new Map(Array.from({ length: DRAFTS }, (_, i) => [nameOf(i), draft(i, draw)]));
    await inFolder({}, async (cwd) => {
      git(cwd, 'init', '--quiet');
      for (let quarter = 0; quarter < 4; quarter++) {
        for (const [name, text] of [...drafts].slice(quarter * 50, quarter * 50 + 50)) {
          fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
          fs.writeFileSync(path.join(cwd, name), text);
        }
        commit(cwd, `第${quarter + 1}季度的稿子`);
      }

      assert.equal((await hegao(['init', '--preset', 'hegao:final'], { cwd })).code, 0);
      assert.equal((await hegao(['check', '.'], { cwd })).code, 1);
      const missing = await check(cwd);
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /^没有基线文件 .*第一次用请加 --update-baseline 生成。\n$/);
      const made = await check(cwd, '--update-baseline');
      assert.deepEqual([made.code, made.stdout], [0, '']);
      const known = Number(/共记(\d+)处/.exec(made.stderr)?.[1]);
      assert.ok(known >= 2700 && known <= 3300, `${known}`);
      assert.deepEqual(await check(cwd), { code: 0, stdout: '', stderr: '' });
      commit(cwd, '基线');

      putRight(cwd, drafts);
      const added = path.join(cwd, nameOf(6));
      const before = fs.readFileSync(added, 'utf8');
      fs.writeFileSync(added, `${before}今年新签约XX个项目，到位资金xx亿元，请抓紧落地。\n`);
      commit(cwd, '改十份，加一段');

      const failing = await check(cwd, '--format', 'sarif=hegao.sarif');
      assert.equal(failing.code, 1);
      const found = failing.stdout.trimEnd().split('\n');
      const two = [`${nameOf(6)} [placeholder-number]`, `${nameOf(6)} [placeholder-number]`];
      assert.deepEqual(
        found.map((line) => line.replace(/:\d+:\d+: .*\[/, ' [')),
        two,
      );
      const since = await hegao(['check', '.', '--format', 'compact', '--since', 'HEAD~1'], { cwd });
      assert.deepEqual([since.code, since.stdout], [1, failing.stdout]);
      const log = JSON.parse(fs.readFileSync(path.join(cwd, 'hegao.sarif'), 'utf8')) as Log;
      assert.equal(log.runs[0]!.results!.length, 2);
      fs.rmSync(path.join(cwd, 'hegao.sarif'));

      fs.writeFileSync(added, before);
      commit(cwd, '填好');
      assert.deepEqual(await check(cwd), { code: 0, stdout: '', stderr: '' });
      const pruned = await check(cwd, '--prune-baseline');
      assert.deepEqual(pruned, { code: 0, stdout: '', stderr: '基线里去掉了10处已经改好的。\n' });
      assert.equal((await check(cwd, '--prune-baseline')).stderr, '基线里去掉了0处已经改好的。\n');
      assert.deepEqual(await check(cwd), { code: 0, stdout: '', stderr: '' });
      fs.writeFileSync(path.join(cwd, nameOf(20)), drafts.get(nameOf(20))!);
      assert.equal(
        (await check(cwd)).stdout.trimEnd().split('\n').length,
        1,
        'what was forgotten is new again',
      );
      fs.rmSync(path.join(cwd, nameOf(6)));
      assert.match((await check(cwd, '--prune-baseline')).stderr, /去掉了[1-9]\d*处/);
    });
  });

  it('has reports of all its findings that the standard and a browser take', async function () {
    const judge = await outside(this, officialSarif);
    const chromium = await outside(this, () => ensureChromium(saying));
    const draw = lots(20260301);
    const drafts = Object.fromEntries(Array.from({ length: DRAFTS }, (_, i) => [nameOf(i), draft(i, draw)]));
    await inFolder(drafts, async (cwd) => {
      const formats = ['--format', 'sarif=hegao.sarif', '--format', 'html=核稿.html', '--format', 'compact'];
      const { code, stdout } = await hegao(['check', '.', '--preset', 'hegao:final', ...formats], { cwd });
      const found = stdout.trimEnd().split('\n').length;
      assert.equal(code, 1);
      const log = JSON.parse(fs.readFileSync(path.join(cwd, 'hegao.sarif'), 'utf8')) as Log;
      assert.deepEqual([judge(log), log.runs[0]!.results!.length], [[], found]);
      const address = pathToFileURL(path.join(cwd, '核稿.html')).href;
      const look = `[document.querySelectorAll('article').length, document.querySelectorAll('mark a').length]`;
      const { said, asked, seen } = await openInBrowser(chromium, address, look);
      assert.deepEqual([said, asked, seen], [[], [address], [DRAFTS, found]]);
    });
  });
});
