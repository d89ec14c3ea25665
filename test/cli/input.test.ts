import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { CLEAN, DRAFT, hegao, inFolder, report } from './harness.ts';

const checked = async (cwd: string, ...argv: string[]): Promise<string[]> =>
  report(await hegao(['check', '--format', 'json', ...argv], { cwd })).files.map((f) => f.path);

describe('what paths stand for', () => {
  const files = {
    'a.txt': CLEAN,
    '稿/b.md': CLEAN,
    '稿/c.speech': CLEAN,
    '稿/旧/d.讲稿': CLEAN,
    '稿/e.xlsx': 'x',
  };

  it('a folder: every draft below it; nothing given: this folder', () =>
    inFolder(files, async (cwd) => {
      assert.deepEqual(await checked(cwd), ['a.txt', '稿/b.md', '稿/c.speech', '稿/旧/d.讲稿']);
      assert.deepEqual(await checked(cwd, '稿'), ['稿/b.md', '稿/c.speech', '稿/旧/d.讲稿']);
    }));

  it('a glob: what it matches, drafts only unless it names an ending', () =>
    inFolder(files, async (cwd) => {
      assert.deepEqual(await checked(cwd, '稿/*'), ['稿/b.md', '稿/c.speech']);
      assert.deepEqual(await checked(cwd, '**/*.{md,xlsx}'), ['稿/b.md', '稿/e.xlsx']);
      assert.deepEqual(await checked(cwd, '**', '!稿/旧/**'), ['a.txt', '稿/b.md', '稿/c.speech']);
    }));

  it('a glob that matches nothing is a failure', () =>
    inFolder(files, async (cwd) => {
      const run = await hegao(['check', '无*.txt'], { cwd });
      assert.equal(run.code, 2);
      assert.equal(run.stderr, '无*.txt：没有与之相符的文件。\n');
    }));

  it('a name with glob signs is a file when there is one; a file counts once', () =>
    inFolder({ '稿[1].txt': CLEAN }, async (cwd) => {
      assert.deepEqual(await checked(cwd, '稿[1].txt', '.', './稿[1].txt'), ['稿[1].txt']);
    }));

  it('.gitignore holds for folders and globs, below the repository’s root too, not for names', () =>
    inFolder({ ...files, '.gitignore': '旧/\na.txt\n' }, async (cwd) => {
      execFileSync('git', ['init', '-q', cwd]);
      assert.deepEqual(await checked(cwd, '.'), ['稿/b.md', '稿/c.speech']);
      assert.deepEqual(await checked(cwd, '稿'), ['稿/b.md', '稿/c.speech']);
      assert.deepEqual(await checked(cwd, '**/*.讲稿', 'a.txt'), ['**/*.讲稿', 'a.txt']);
      assert.deepEqual(await checked(cwd, '稿/旧'), ['稿/旧/d.讲稿']);
    }));

  it('.md is read as Markdown, anything else as text', () =>
    inFolder({ 'a.md': '完成投资`XX亿元`。\n', 'a.txt': '完成投资`XX亿元`。\n' }, async (cwd) => {
      const { files } = report(await hegao(['check', '--format', 'json'], { cwd }));
      assert.deepEqual(
        files.map((f) => f.findings.length),
        [0, 1],
      );
    }));
});

describe('standard input', () => {
  it('is read for -, named by --stdin-filename', async () => {
    const run = await hegao(['check', '--format', 'json', '-'], { stdin: DRAFT });
    assert.equal(report(run).files[0]?.path, '-');
    assert.equal(report(run).files[0]?.findings.length, 1);
    const named = await hegao(['check', '-', '--stdin-filename', '稿.txt'], { stdin: DRAFT });
    assert.match(named.stdout, /^稿\.txt:3:13 /);
  });

  it('takes settings and format from its name', () =>
    inFolder({ '稿/.hegao.json': '{"extends": "hegao:final"}' }, async (cwd) => {
      const argv = ['check', '--format', 'json', '-', '--stdin-filename'];
      const final = await hegao([...argv, '稿/a.txt'], { cwd, stdin: DRAFT });
      assert.equal(report(final).files[0]?.findings[0]?.severity, 'error');
      const markdown = await hegao([...argv, 'a.md'], { cwd, stdin: '完成投资`XX亿元`。\n' });
      assert.deepEqual(report(markdown).files[0]?.findings, []);
    }));

  it('that is binary is a failure', async () => {
    const run = await hegao(['check', '-'], { stdin: Buffer.from([1, 0, 2]) });
    assert.equal(run.code, 2);
    assert.match(run.stderr, /^-：不是文本文件/);
  });
});

describe('encodings', () => {
  const utf16 = Buffer.from(`\ufeff${DRAFT}`, 'utf16le');
  const encoded: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': Buffer.from(DRAFT),
    'UTF-8 with BOM': Buffer.from(`\ufeff${DRAFT}`),
    'UTF-16LE': utf16,
    'UTF-16BE': Buffer.from(utf16).swap16(),
    // 增长xx.x%。
    GB18030: Buffer.from([0xd4, 0xf6, 0xb3, 0xa4, ...Buffer.from('xx.x%'), 0xa1, 0xa3]),
  };
  for (const [name, bytes] of Object.entries(encoded)) {
    it(`${name} is read`, async () => {
      const run = await hegao(['check', '--format', 'json', '-'], { stdin: bytes });
      assert.deepEqual(
        report(run).files[0]?.findings.map((f) => f.text),
        ['xx.x%'],
      );
    });
  }
});
