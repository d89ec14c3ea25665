import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { openBaseline } from '../../server/src/cli/baseline.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { hegao, inFolder, type Run } from './harness.ts';

const LINES = [
  '完成工业投资XX亿元',
  '新开工项目xx个',
  '农业增加值增长x.x%',
  '新增就业xx万人',
  '财政收入增长XX%',
];

/** Numbers that look drawn by lot and are the same every time. */
function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const OPENINGS = [
  '农村道路管护抓得比较紧',
  '企业用工对接一月一次',
  '河道清淤已经过半',
  '老旧小区改造群众满意',
  '窗口服务推行延时办理',
  '防汛物资全部到位',
];

/** A draft of some paragraphs with some blanks. */
function draft(number: number, draw: (below: number) => number): string {
  const paragraphs = OPENINGS.slice(0, 2 + draw(4)).map((opening) => {
    const blank = draw(3) === 0 ? '' : `，${LINES[draw(LINES.length)]}`;
    return `${opening}${blank}。\n`;
  });
  return `在第${number}次调度会上的讲话\n同志们：\n${paragraphs.join('')}`;
}

const check = (cwd: string, ...rest: string[]): Promise<Run> =>
  hegao(['check', '.', '--format', 'compact', '--baseline', '基线.json', ...rest], { cwd });

describe('an office of two hundred drafts', () => {
  it('takes up its baseline, fails by what a change adds, and forgets what was put right', async () => {
    const draw = lots(20260301);
    const drafts = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`${i % 7}科/稿${i}.txt`, draft(i, draw)]),
    );
    await inFolder(drafts, async (cwd) => {
      assert.equal((await hegao(['init', '--preset', 'hegao:final'], { cwd })).code, 0);
      const missing = await check(cwd);
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /^没有基线文件 .*第一次用请加 --update-baseline 生成。\n$/);
      const made = await check(cwd, '--update-baseline');
      assert.equal(made.code, 0);
      assert.equal(made.stdout, '');
      const known = Number(/共记(\d+)处/.exec(made.stderr)?.[1]);
      assert.ok(known > 300);
      assert.deepEqual(await check(cwd), { code: 0, stdout: '', stderr: '' });

      let gone = 0;
      for (const [name, text] of Object.entries(drafts)) {
        const blank = LINES.find((line) => text.includes(`，${line}`));
        if (blank === undefined || gone === 10) continue;
        gone++;
        const above = text.replace('同志们：\n', `同志们：\n这是新写的第${gone}段，请大家讨论。\n`);
        fs.writeFileSync(path.join(cwd, name), above.replace(`，${blank}`, ''));
      }
      assert.equal(gone, 10);
      const added = path.join(cwd, '6科/稿6.txt');
      const before = fs.readFileSync(added, 'utf8');
      fs.writeFileSync(added, `${before}今年新签约XX个项目，到位资金xx亿元，请抓紧落地。\n`);

      const failing = await check(cwd);
      assert.equal(failing.code, 1);
      assert.deepEqual(
        failing.stdout
          .trimEnd()
          .split('\n')
          .map((line) => line.replace(/:\d+:\d+: .*\[/, ' [')),
        ['6科/稿6.txt [placeholder-number]', '6科/稿6.txt [placeholder-number]'],
      );

      fs.writeFileSync(added, before);
      assert.deepEqual(await check(cwd), { code: 0, stdout: '', stderr: '' });
      const pruned = await check(cwd, '--prune-baseline');
      assert.deepEqual(pruned, { code: 0, stdout: '', stderr: '基线里去掉了10处已经改好的。\n' });
      assert.equal((await check(cwd, '--prune-baseline')).stderr, '基线里去掉了0处已经改好的。\n');
      fs.rmSync(path.join(cwd, '6科/稿6.txt'));
      assert.match((await check(cwd, '--prune-baseline')).stderr, /去掉了[1-9]\d*处/);
    });
  }).timeout(120_000);
});

describe('the baseline', () => {
  const finding = (ruleId: string, start: number): Finding => ({
    ruleId,
    messageId: 'x',
    severity: 'error',
    message: '',
    span: { start, end: start + 1 },
    related: [],
    fixes: [],
  });

  it('is a multiset: of n known and m found at equal places, m - n are new', () =>
    inFolder({}, async (cwd) => {
      const line = '完成投资甲亿元。\n';
      const result = (count: number) => ({
        path: path.join(cwd, '稿.txt'),
        draft: readDraft(line.repeat(count)),
        findings: Array.from({ length: count }, (_, i) => finding('typo', i * line.length + 4)),
        failures: [],
      });
      const file = path.join(cwd, 'b.json');
      const open = () => {
        const opened = openBaseline(file, true, new Set());
        assert.ok('baseline' in opened);
        return opened.baseline;
      };
      fc.assert(
        fc.property(fc.nat(6), fc.nat(6), (known, found) => {
          fs.rmSync(file, { force: true });
          const first = open();
          first.without(result(known));
          assert.deepEqual(first.update(), { count: known });
          const { findings } = open().without(result(found));
          assert.equal(findings.length, Math.max(0, found - known));
          const pruning = open();
          pruning.without(result(found));
          assert.deepEqual(
            pruning.prune(() => true),
            { count: Math.max(0, known - found) },
          );
        }),
        { seed: 2, numRuns: 60 },
      );
    }));

  it('says what is wrong with it', () =>
    inFolder({ '稿.txt': '讲话\n', '坏.json': '{"version": 1, "files": {"a": {"x": 1}}}' }, async (cwd) => {
      const wrong: readonly (readonly [readonly string[], RegExp])[] = [
        [['--baseline', '坏.json'], /坏\.json：不是核稿的基线文件/],
        [['--update-baseline'], /要和 --baseline 文件 同用/],
        [['--baseline', 'x', '--update-baseline', '--prune-baseline'], /不能同时用/],
      ];
      for (const [args, sentence] of wrong) {
        const { code, stderr } = await hegao(['check', '稿.txt', ...args], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, sentence);
      }
    }));
});
