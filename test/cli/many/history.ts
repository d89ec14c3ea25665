import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type Files, wordOf } from './folders.ts';

const HALL = '其余几件事已经写在文件里，请各乡镇回去以后逐条对照，一件一件落到人头上，年底之前办完。';

/** A draft that tells one figure in two places, and blanks. */
function draft(title: number, first: number, second: number, blanks: number): string {
  return [
    `在第${title}次养老服务推进会上的讲话`,
    '同志们：',
    `今年建成养老驿站${first}家。`,
    `要让${second}家养老驿站天天开门，，办出口碑。`,
    ...Array.from({ length: blanks }, (_, i) => `第${i + 1}片完成投资XX亿元。`),
    HALL,
    '',
  ].join('\n');
}

/** A draft in three versions of one after the other; undefined where it is not there yet, or no more. */
type Versions = readonly [string | undefined, string | undefined, string];

const versions: fc.Arbitrary<Versions> = fc
  .record({ title: fc.nat(3), changed: fc.constantFrom('half', 'half', 'whole', 'not'), blanks: fc.nat(2) })
  .chain(({ title, changed, blanks }): fc.Arbitrary<Versions> => {
    const old = draft(title, 48, 48, 1);
    const middle = draft(title, 52, 52, blanks);
    const now = { half: draft(title, 52, 48, blanks), whole: middle, not: old }[changed];
    const or = (text: string) => fc.option(fc.constant(text), { nil: undefined, freq: 5 });
    return fc.tuple(or(old), or(middle), fc.constant(now));
  });

/** Where a draft stands; `.docx` that hold texts and texts that are Word files are among them. */
const place = fc
  .tuple(fc.constantFrom('', '甲/'), fc.nat(5), fc.constantFrom('.txt', '.md', '.docx', '.docx'))
  .map((parts) => parts.join(''));
const asWord = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());

/** Drafts by their names, each in three versions. */
export const histories: fc.Arbitrary<readonly Files[]> = fc
  .dictionary(place, fc.record({ versions, asWord }), { minKeys: 1, maxKeys: 5 })
  .map((drafts) =>
    [0, 1, 2].map((i) =>
      Object.fromEntries(
        Object.entries(drafts).flatMap(([name, own]) => {
          const text = own.versions[i];
          if (text === undefined) return [];
          return [[name, name.endsWith('.docx') || own.asWord.every(Boolean) ? wordOf(text) : text]];
        }),
      ),
    ),
  );

/** Everything once: drafts that were half changed, as text and as Word file, a new one, and one that changed its kind. */
export const HISTORY: readonly Files[] = [
  {
    '1.txt': draft(1, 48, 48, 1),
    '2.docx': wordOf(draft(2, 48, 48, 0)),
    '3.md': wordOf(draft(3, 48, 48, 0)),
    '4.txt': draft(1, 52, 52, 0),
  },
  {
    '1.txt': draft(1, 52, 52, 1),
    '2.docx': draft(2, 52, 52, 0),
    '3.md': draft(3, 48, 48, 0),
    '4.txt': draft(1, 48, 48, 0),
  },
  {
    '1.txt': draft(1, 52, 48, 2),
    '2.docx': wordOf(draft(2, 52, 48, 2)),
    '3.md': draft(3, 52, 48, 2),
    '4.txt': draft(1, 52, 48, 0),
    '5.txt': draft(1, 52, 48, 1),
  },
];

/** Keeps all versions but the last in git, one commit each, and leaves the last in the folder. */
export function keepInGit(cwd: string, all: readonly Files[]): void {
  git(cwd, 'init', '-q');
  for (const [i, files] of all.entries()) {
    for (const name of fs.readdirSync(cwd)) {
      if (name !== '.git') fs.rmSync(path.join(cwd, name), { recursive: true });
    }
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      fs.writeFileSync(path.join(cwd, name), content);
    }
    if (i === all.length - 1) return;
    git(cwd, 'add', '-A', '.');
    git(cwd, 'commit', '-q', '--allow-empty', '-m', String(i));
  }
}

function git(cwd: string, ...argv: readonly string[]): void {
  const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...own, ...argv], { cwd, stdio: 'ignore' });
}

/** Whether there is a git to keep anything in. */
export function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
