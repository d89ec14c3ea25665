import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { pieceFor, readHere } from '../support/ci-page.ts';
import { outside, saying } from '../support/outside.ts';
import { buildImage } from './dockerfile.ts';
import { DRAFT, type Office, type Outcome, office } from './office.ts';
import { MANIFEST, makeFolder, ROOT, run } from './support.ts';

const BROKEN = '在全县推进会上的讲话\n同志们：\n上半年，，工业投资增长xx.x%。\n';
const RIGHT = '在全县推进会上的讲话\n同志们：\n上半年，工业投资增长7.2%。\n';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Plays the runner of GitHub for the action: its expressions, its environment, its shell. */
function runAction(at: Office, given: Readonly<Record<string, unknown>>): Outcome {
  const { inputs, runs } = parse(readHere('action.yml')) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  };
  assert.equal(runs.using, 'composite');
  for (const key of Object.keys(given)) assert.ok(key in inputs, `no input ${key}`);
  const filled = (text: string): string =>
    String(text).replace(/\$\{\{ (\w+)\.([\w-]+) \}\}/g, (_, scope: string, name: string) => {
      if (scope === 'runner') return 'Linux';
      assert.equal(scope, 'inputs');
      return String(given[name] ?? inputs[name]!.default);
    });
  const summary = path.join(at.cwd, '..', 'summary.md');
  fs.rmSync(summary, { force: true });
  let last: Outcome = { code: 0, output: '' };
  for (const { uses, run: script, env = {}, with: settings = {} } of runs.steps) {
    for (const value of Object.values(settings)) assert.doesNotMatch(filled(String(value)), /\$\{\{/);
    if (uses !== undefined) assert.match(uses, /^actions\/(?:setup-node|cache)@v\d+$/);
    if (script === undefined) continue;
    const own = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, filled(value)]));
    last = at.line(script, { ...own, GITHUB_STEP_SUMMARY: summary });
  }
  return last;
}

describe('where teams meet the program', function () {
  this.timeout(300_000);
  if (process.platform === 'win32') return;
  const { folder, remove } = makeFolder();
  after(remove);

  it('GitHub: the workflow of docs/ci.md fails, and passes when the draft is put right', () => {
    const at = office(folder, 'github');
    const { jobs } = parse(pieceFor('.github/workflows/hegao.yml')) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
    };
    const [checkout, use] = jobs.hegao!.steps;
    assert.match(checkout!.uses!, /^actions\/checkout@v\d+$/);
    assert.match(use!.uses!, /^hegao\/hegao@/);
    at.write(BROKEN);
    const failing = runAction(at, use!.with!);
    assert.equal(failing.code, 1, failing.output);
    assert.match(failing.output, /^::error file=讲话稿\/第 一稿\.txt,line=3,/m);
    assert.match(fs.readFileSync(path.join(folder, 'summary.md'), 'utf8'), /^## 讲话稿\/第 一稿\.txt/m);
    assert.equal(JSON.parse(at.read('hegao.sarif')).runs[0].results.length, 2);
    at.write(RIGHT);
    const passing = runAction(at, use!.with!);
    assert.deepEqual([passing.code, passing.output], [0, '']);
    const step = parse(pieceFor('.github/workflows/hegao-step.yml')) as typeof jobs;
    const [line] = (step.jobs as unknown as typeof jobs).hegao!.steps.flatMap(
      ({ run: script }) => script ?? [],
    );
    assert.equal(at.line(line!).code, 0);
    at.write(BROKEN);
    assert.equal(at.line(line!).code, 1);
  });

  it('GitHub: baseline and history as inputs report what is new alone', () => {
    const at = office(folder, 'github-new');
    at.write(BROKEN);
    at.git('add', '.');
    at.git('commit', '--quiet', '--message', '一');
    const base = { paths: '讲话稿/', preset: 'hegao:final' };
    assert.equal(at.line('hegao check . --preset hegao:final --baseline b.json --update-baseline').code, 0);
    at.write(`${BROKEN}新签约XX个项目。\n`);
    for (const more of [{ baseline: 'b.json' }, { since: 'HEAD' }]) {
      const { code, output } = runAction(at, { ...base, ...more });
      assert.deepEqual([code, output.match(/^::error/gm)?.length], [1, 1], output);
    }
    assert.equal(runAction(at, { ...base, 'fail-on': 'never', 'html-file': '核稿.html' }).code, 0);
    assert.match(at.read('核稿.html'), /<h3>核稿意见表<\/h3>/);
  });

  it('GitLab and Gitee: the lines of their examples fail, and pass when the draft is put right', () => {
    const gitlab = parse(pieceFor('.gitlab-ci.yml')) as {
      readonly hegao: {
        readonly image: string;
        readonly script: readonly string[];
        readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
      };
    };
    const gitee = parse(pieceFor('.workflow/hegao.yml')) as {
      readonly stages: readonly {
        readonly steps: readonly { readonly nodeVersion: string; readonly commands: readonly string[] }[];
      }[];
    };
    const { nodeVersion, commands } = gitee.stages[0]!.steps[0]!;
    for (const version of [/^node:(\d+)$/.exec(gitlab.hegao.image)![1]!, nodeVersion]) {
      const [major = 0, minor = 99] = version.split('.').map(Number);
      assert.ok(major > 20 || (major === 20 && minor >= 19), version);
    }
    for (const [name, lines] of [
      ['gitlab', gitlab.hegao.script],
      ['gitee', commands],
    ] as const) {
      const at = office(folder, name);
      at.write(BROKEN);
      const failing = lines.map((line) => at.line(line));
      assert.deepEqual(
        failing.map(({ code }) => code),
        [1],
      );
      assert.match(failing[0]!.output, /必改/);
      if (name === 'gitlab') {
        const { codequality, junit } = gitlab.hegao.artifacts.reports;
        assert.equal(JSON.parse(at.read(codequality!)).length, 2);
        assert.equal(at.read(junit!).match(/<failure/g)?.length, 2);
      }
      at.write(RIGHT);
      for (const line of lines) assert.equal(at.line(line).code, 0);
    }
  });

  it('pre-commit: the hooks take the program of this version and are run as pre-commit runs them', () => {
    const hooks = parse(readHere('.pre-commit-hooks.yaml')) as readonly {
      readonly id: string;
      readonly entry: string;
      readonly language: string;
      readonly files: string;
    }[];
    const used = parse(pieceFor('.pre-commit-config.yaml')) as {
      readonly repos: readonly { readonly rev: string; readonly hooks: readonly { readonly id: string }[] }[];
    };
    assert.equal(used.repos[0]!.rev, `v${MANIFEST.version}`);
    for (const { id } of used.repos[0]!.hooks)
      assert.ok(
        hooks.some((hook) => hook.id === id),
        id,
      );
    for (const { id, entry, language, files } of hooks) {
      assert.equal(language, 'system');
      assert.ok(entry.startsWith(`npx --yes hegao@${MANIFEST.version} check`), entry);
      const at = office(folder, id);
      fs.writeFileSync(path.join(at.cwd, '.hegao.json'), '{"extends": "hegao:final"}');
      fs.writeFileSync(path.join(at.cwd, '说明.docx'), '');
      at.write(BROKEN);
      at.git('add', '.');
      const commit = (): Outcome => {
        const names = at
          .git('-c', 'core.quotePath=false', 'diff', '--staged', '--name-only', '-z')
          .split('\0');
        const staged = names.filter((name) => new RegExp(files).test(name));
        assert.deepEqual(staged, [DRAFT]);
        const [command, ...args] = entry.split(' ');
        return at.end(command!, [...args, ...staged]);
      };
      assert.equal(commit().code, 1);
      assert.equal(at.read(DRAFT), id === 'hegao-fix' ? BROKEN.replace('，，', '，') : BROKEN);
      at.write(RIGHT);
      assert.deepEqual([commit().code, at.read(DRAFT)], [0, RIGHT]);
    }
  });

  it('lint-staged: the setting of docs/ci.md checks what is to be committed, and nothing else', async function () {
    const program = await outside(this, lintStaged);
    const at = office(folder, 'lint-staged');
    fs.writeFileSync(path.join(at.cwd, 'package.json'), pieceFor('package.json'));
    fs.writeFileSync(path.join(at.cwd, '.hegao.json'), '{"extends": "hegao:final"}');
    at.write(RIGHT);
    at.git('add', '.');
    at.git('commit', '--quiet', '--message', '一');
    at.write(BROKEN, '讲话稿/没有提交.txt');
    at.write(BROKEN, '讲话稿/二.讲稿');
    at.git('add', '讲话稿/二.讲稿');
    const staged = (): Outcome =>
      at.end(process.execPath, [program], { GIT_AUTHOR_NAME: 'o', GIT_COMMITTER_NAME: 'o' });
    const failing = staged();
    assert.equal(failing.code, 1, failing.output);
    assert.match(failing.output, /二\.讲稿:3:4/);
    assert.doesNotMatch(failing.output, /没有提交/);
    at.write(RIGHT, '讲话稿/二.讲稿');
    at.git('add', '讲话稿/二.讲稿');
    const passing = staged();
    assert.equal(passing.code, 0, passing.output);
  });

  it('Dockerfile: its lines make a folder from which the program runs', () => {
    const image = path.join(folder, 'image');
    const { entrypoint, command, workdir } = buildImage(image);
    assert.deepEqual(entrypoint, ['hegao']);
    const at = office(folder, 'drafts');
    assert.equal(workdir, '/drafts');
    at.write(BROKEN);
    const program = path.join(image, 'usr/local/bin', entrypoint[0]!);
    assert.ok(fs.statSync(program).mode & 0o111);
    const inside = (...args: string[]): Outcome => at.end(program, args, { HOME: path.join(image, 'tmp') });
    assert.equal(inside(...command, '--preset', 'hegao:final').code, 1);
    assert.match(inside('rules').output, /placeholder-number/);
    assert.equal(inside('--version').output.trim(), MANIFEST.version);
    at.write(RIGHT);
    assert.equal(inside(...command, '--preset', 'hegao:final').code, 0);
    const [, shown] = /docker run --rm -v "\$PWD:(\S+)" hegao (check .*)\n/
      .exec(readHere('docs/ci.md'))!
      .slice(1);
    assert.equal(inside(...shown!.split(' ')).code, 0);
  });
});

/** Path of lint-staged's program, installed once into a folder of its own. @throws where it cannot be had */
async function lintStaged(): Promise<string> {
  const home = path.join(ROOT, 'node_modules/.cache/hegao-lint-staged');
  const program = path.join(home, 'node_modules/lint-staged/bin/lint-staged.js');
  if (fs.existsSync(program)) return program;
  saying('安装 lint-staged（只装一次）…');
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(path.join(home, 'package.json'), '{"private": true}\n');
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', '--ignore-scripts'];
  const { status, stderr } = run('npm', ['install', ...quiet, 'lint-staged@16.3.4'], { cwd: home });
  if (status !== 0) throw new Error(`lint-staged 没有装上。\n${stderr}`);
  return program;
}
