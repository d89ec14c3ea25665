import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { hegao, inFolder, report } from './harness.ts';

const OLD =
  '在全县工作会议上的讲话\n同志们：\n一、看成绩\n今年建成养老驿站48家，老人吃饭不出村。\n二、抓落实\n要让48家养老驿站天天开门，件件有人管，月月有人查。\n';
const NOW = OLD.replace('48家，', '52家，');

interface Shown {
  readonly changes: readonly {
    readonly kind: string;
    readonly way: string;
    readonly old: { readonly text: string; readonly place: string } | null;
    readonly new: { readonly text: string; readonly place: string; readonly range: unknown } | null;
  }[];
  readonly halfUpdated: readonly { readonly text: string; readonly place: string }[];
}

describe('hegao diff', () => {
  it('lists changes by kind with both values and places, and what was left', () =>
    inFolder({ '旧.txt': OLD, '新.txt': NOW }, async (cwd) => {
      const { code, stdout } = await hegao(['diff', '旧.txt', '新.txt'], { cwd });
      assert.equal(code, 1);
      assert.match(stdout, /^旧\.txt → 新\.txt：1处不同（数据1）\n/);
      assert.match(stdout, /“48家” → “52家”\n {4}旧稿 4:9（一、第1段），新稿 4:9（一、第1段）/);
      assert.match(stdout, /可能漏改（1处）\n {2}6:3（二、第1段）/);
    }));

  it('gives the same as JSON and as Markdown', () =>
    inFolder({ '旧.txt': OLD, '新.txt': NOW }, async (cwd) => {
      const { stdout } = await hegao(['diff', '旧.txt', '新.txt', '--format', 'json'], { cwd });
      const { changes, halfUpdated } = JSON.parse(stdout) as Shown;
      assert.deepEqual(
        changes.map(({ kind, way, old, new: now }) => [kind, way, old?.text, now?.text, now?.range]),
        [
          [
            ...['figure', 'changed', '48家', '52家'],
            { start: { line: 4, column: 9 }, end: { line: 4, column: 12 } },
          ],
        ],
      );
      assert.deepEqual(
        halfUpdated.map(({ text, place }) => [text, place]),
        [['48家', '二、第1段']],
      );
      const markdown = await hegao(['diff', '旧.txt', '新.txt', '--format', 'markdown'], { cwd });
      assert.match(
        markdown.stdout,
        /## 数据（1处）[\s\S]*\| 1 \| 改 \| .*48家 \| .*52家 \| 一、第1段 \| 一、第1段 \|/,
      );
    }));

  it('ends with 0 where nothing of substance differs, with 2 where a file cannot be read', () =>
    inFolder({ '旧.txt': OLD, '新.txt': OLD.replaceAll('\n', '\r\n') }, async (cwd) => {
      const same = await hegao(['diff', '旧.txt', '新.txt'], { cwd });
      assert.deepEqual([same.code, same.stdout], [0, '旧.txt → 新.txt：没有实质不同。\n']);
      const missing = await hegao(['diff', '旧.txt', '无.txt'], { cwd });
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /无\.txt/);
      assert.equal((await hegao(['diff', '-', '-'], { cwd })).code, 2);
    }));

  it('reads one side from standard input', () =>
    inFolder({ '旧.txt': OLD }, async (cwd) => {
      const { code } = await hegao(['diff', '旧.txt', '-'], { cwd, stdin: NOW });
      assert.equal(code, 1);
    }));

  it('keeps classified drafts out of tables for others', () =>
    inFolder({ '旧.txt': OLD, '新.txt': `机密★\n${NOW}` }, async (cwd) => {
      const { code, stdout, stderr } = await hegao(['diff', '旧.txt', '新.txt', '--format', 'markdown'], {
        cwd,
      });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /密级/);
    }));
});

describe('hegao check --since, for what was left', () => {
  const halves = async (argv: readonly string[], cwd: string) =>
    report(await hegao(['check', ...argv, '--format', 'json'], { cwd })).files[0]?.findings.filter(
      ({ ruleId }) => ruleId === 'half-updated',
    );

  it('holds the draft against an earlier file', () =>
    inFolder({ '旧.txt': OLD, '新.txt': NOW }, async (cwd) => {
      const found = await halves(['新.txt', '--since', '旧.txt'], cwd);
      assert.deepEqual(
        found?.map(({ text, severity }) => [text, severity]),
        [['48家', 'warning']],
      );
      assert.deepEqual(await halves(['新.txt', '--since-file', '旧.txt'], cwd), found);
      assert.deepEqual(await halves(['新.txt'], cwd), []);
    }));

  it('holds drafts against what git keeps', () =>
    inFolder({ '稿.txt': OLD }, async (cwd) => {
      const git = (...argv: string[]) =>
        execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...argv], { cwd, stdio: 'ignore' });
      git('init', '-q');
      git('add', '.');
      git('commit', '-qm', 'x');
      const { default: fs } = await import('node:fs');
      fs.writeFileSync(`${cwd}/稿.txt`, NOW);
      const found = await halves(['稿.txt', '--since', 'HEAD'], cwd);
      assert.equal(found?.length, 1);
    }));
});
