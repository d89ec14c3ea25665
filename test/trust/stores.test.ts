import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CLEAN, DRAFT, hegao, inFolder } from '../cli/harness.ts';
import { CLI, FAULTS, runNode } from './support/process.ts';

const { install } = createRequire(import.meta.url)(FAULTS) as {
  readonly install: (fault: { readonly below: string; readonly at: number; readonly code?: string }) => {
    readonly steps: () => readonly string[];
    readonly remove: () => void;
  };
};

const ARCHIVE = ['--archive', '档'];
const ADD = ['archive', 'add', '新', ...ARCHIVE];
const SPEECHES = { '旧/甲.txt': CLEAN.repeat(2), '新/乙.txt': DRAFT.repeat(3) };

/** Makes an archive of one speech; then what is done next is up to the test. */
async function inOffice(use: (cwd: string) => Promise<void>): Promise<void> {
  await inFolder(SPEECHES, async (cwd) => {
    const run = await hegao(['archive', 'add', '旧', ...ARCHIVE], { cwd });
    assert.equal(run.code, 0, run.stderr);
    await use(cwd);
  });
}

async function held(cwd: string): Promise<readonly string[]> {
  const run = await hegao(['archive', 'list', '--format', 'json', ...ARCHIVE], { cwd });
  assert.equal(run.code, 0, run.stderr);
  const found = [...run.stdout.matchAll(/[甲乙]\.txt/g)].map(([name]) => name);
  return [...new Set(found)].sort();
}

const isLitter = (name: string): boolean => /tmp$|^lock/.test(name);

/** The steps of a run that nothing disturbs. */
async function stepsOf(cwd: string, below: string, argv: readonly string[]): Promise<readonly string[]> {
  const faults = install({ below, at: -1 });
  try {
    await hegao(argv, { cwd });
  } finally {
    faults.remove();
  }
  return faults.steps();
}

describe('an archive', function () {
  this.timeout(180_000);
  let steps: readonly string[] = [];
  before(() =>
    inOffice(async (cwd) => {
      steps = await stepsOf(cwd, path.join(cwd, '档'), ADD);
      assert.ok(steps.length > 15, steps.join());
      assert.deepEqual(await held(cwd), ['乙.txt', '甲.txt']);
    }),
  );

  it('holds what it held or what was added too, wherever a run is killed; the next one adds it', async () => {
    const seen = new Set<number>();
    for (const at of steps.keys()) {
      await inOffice(async (cwd) => {
        const below = path.join(cwd, '档');
        const HEGAO_FAULT = JSON.stringify({ below, at, kill: true });
        const killed = await runNode(['--require', FAULTS, CLI, ...ADD], { cwd, env: { HEGAO_FAULT } });
        assert.equal(killed.signal, 'SIGKILL', `${steps[at]}: ${killed.stderr}`);
        const names = await held(cwd);
        assert.ok(names.includes('甲.txt'), `lost at ${at}, ${steps[at]}`);
        seen.add(names.length);
        const again = await hegao(ADD, { cwd });
        assert.equal(again.code, 0, again.stderr);
        assert.deepEqual(await held(cwd), ['乙.txt', '甲.txt']);
        assert.deepEqual(fs.readdirSync(below).filter(isLitter), [], `${at}, ${steps[at]}`);
      });
    }
    assert.deepEqual(seen, new Set([1, 2]));
  });

  it('loses nothing where the disk fails, and the failure is said', async () => {
    for (const code of ['ENOSPC', 'EIO']) {
      for (const at of steps.keys()) {
        await inOffice(async (cwd) => {
          const below = path.join(cwd, '档');
          const faults = install({ below, at, code });
          const run = await hegao(ADD, { cwd }).finally(faults.remove);
          const where = `${code} at ${at}, ${steps[at]}`;
          const names = await held(cwd);
          assert.ok(names.includes('甲.txt'), where);
          if (run.code === 0) assert.deepEqual(names, ['乙.txt', '甲.txt'], where);
          else {
            assert.equal(run.code, 2, where);
            assert.match(run.stderr, /[\u4e00-\u9fff]/, where);
            assert.doesNotMatch(run.stderr, /内部出错/, where);
          }
          // A lock that could not be removed is taken over once its process is gone; this one is not.
          fs.rmSync(path.join(below, 'lock'), { force: true });
          assert.equal((await hegao(ADD, { cwd })).code, 0, where);
          assert.deepEqual(await held(cwd), ['乙.txt', '甲.txt'], where);
          assert.deepEqual(fs.readdirSync(below).filter(isLitter), [], where);
        });
      }
    }
  });

  it('is written by one process at a time: the other one says so', () =>
    inFolder(SPEECHES, async (cwd) => {
      const runs = await Promise.all(
        ['旧', '新'].map((name) => runNode([CLI, 'archive', 'add', name, ...ARCHIVE], { cwd })),
      );
      for (const { code, stderr } of runs) if (code !== 0) assert.match(stderr, /另一个程序正在写这个档案/);
      const expected = ['甲.txt', '乙.txt'].filter((_, i) => runs[i]!.code === 0);
      assert.deepEqual(await held(cwd), expected.sort());
    }));

  it('that names files outside its folder is not read, and nothing out there is removed', () =>
    inOffice(async (cwd) => {
      const file = path.join(cwd, '档/manifest.json');
      const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as { segments: { file: string }[] };
      for (const name of ['../旧/甲.txt', '/etc/passwd', '..\\x.seg', '000001.seg/../../旧/甲.txt']) {
        const segments = [...manifest.segments, { file: name, removed: [] }];
        fs.writeFileSync(file, JSON.stringify({ ...manifest, segments }));
        for (const argv of [ADD, ['archive', 'list', ...ARCHIVE], ['archive', 'remove', '旧', ...ARCHIVE]]) {
          const run = await hegao(argv, { cwd });
          assert.equal(run.code, 2, name);
          assert.match(run.stderr, /manifest\.json 已损坏/);
        }
        assert.ok(fs.existsSync(path.join(cwd, '旧/甲.txt')));
      }
    }));
});

describe('the cache', function () {
  this.timeout(120_000);
  const CHECK = ['check', '--cache', '--format', 'compact', '稿.txt'];

  it('changes no finding wherever a run is killed or the disk fails, and stays out of version control', async () => {
    await inFolder({ '稿.txt': DRAFT }, async (first) => {
      const plain = await hegao(['check', '--format', 'compact', '稿.txt'], { cwd: first });
      const steps = await stepsOf(first, first, CHECK);
      assert.ok(steps.length > 10, steps.join());
      for (const at of steps.keys()) {
        await inFolder({ '稿.txt': DRAFT }, async (cwd) => {
          const below = cwd;
          const where = `${at}, ${steps[at]}`;
          const faults = install({ below, at, code: 'EIO' });
          const run = await hegao(CHECK, { cwd }).finally(faults.remove);
          assert.equal(run.stdout, plain.stdout, where);
        });
        await inFolder({ '稿.txt': DRAFT }, async (cwd) => {
          const below = cwd;
          const where = `${at}, ${steps[at]}`;
          const HEGAO_FAULT = JSON.stringify({ below, at, kill: true });
          const killed = await runNode(['--require', FAULTS, CLI, ...CHECK], { cwd, env: { HEGAO_FAULT } });
          assert.equal(killed.signal, 'SIGKILL', where);
          for (const time of ['first', 'second']) {
            const next = await hegao(CHECK, { cwd });
            assert.deepEqual(next, plain, `${time} after ${where}`);
          }
          assert.deepEqual(fs.readdirSync(cwd).sort(), ['.hegao-cache', '稿.txt'], where);
          assert.equal(fs.readFileSync(path.join(below, '.hegao-cache/.gitignore'), 'utf8'), '*\n', where);
        });
      }
    });
  });
});

describe('the code that is compiled once', function () {
  this.timeout(120_000);

  it('is whole or not there, wherever a run is killed', () =>
    inFolder({ '稿.txt': DRAFT, '缓存/': '' }, async (cwd) => {
      const below = path.join(cwd, '缓存');
      const env = { XDG_CACHE_HOME: below, NODE_DISABLE_COMPILE_CACHE: '' };
      const argv = ['check', '--format', 'compact', '稿.txt'];
      const plain = await runNode([CLI, ...argv], { cwd });
      for (let at = 0; ; at++) {
        fs.rmSync(below, { recursive: true });
        fs.mkdirSync(below);
        const HEGAO_FAULT = JSON.stringify({ below, at, kill: true });
        const killed = await runNode(['--require', FAULTS, CLI, ...argv], {
          cwd,
          env: { ...env, HEGAO_FAULT },
        });
        assert.deepEqual(await runNode([CLI, ...argv], { cwd, env }), plain, String(at));
        const left = fs.readdirSync(path.join(below, 'hegao'));
        assert.deepEqual([left.length, left.every((name) => name.endsWith('.bin'))], [1, true], left.join());
        if (killed.signal === null) {
          assert.ok(at >= 5, String(at));
          return;
        }
      }
    }));
});

describe('several runs at once', function () {
  this.timeout(120_000);

  it('lose no decision', async () => {
    const names = ['一', '二', '三', '四', '五', '六'].map((name) => `${name}.txt`);
    await inFolder(Object.fromEntries(names.map((name) => [name, DRAFT])), async (cwd) => {
      fs.writeFileSync(path.join(cwd, '.hegao-ignore.yaml'), '[]\n');
      fs.rmSync(path.join(cwd, '.hegao-ignore.yaml'));
      const add = (name: string) =>
        runNode([CLI, 'ignore', 'add', `${name}:3:13`, '--rule', 'placeholder-number'], { cwd });
      // Beside the drafts there is none yet: each run would make it.
      for (const { code, stderr } of await Promise.all(names.map(add))) assert.equal(code, 0, stderr);
      const text = fs.readFileSync(path.join(cwd, '.hegao-ignore.yaml'), 'utf8');
      for (const name of names) assert.ok(text.includes(name), `${name} is lost:\n${text}`);
      assert.equal((text.match(/^# /gm) ?? []).length, 2, text);
      const left = await hegao(['placeholders', '.'], { cwd });
      assert.equal(left.code, 0, left.stdout);
    });
  });

  it('lose nothing of a baseline', async () => {
    const names = ['一', '二', '三', '四', '五', '六'].map((name) => `${name}.txt`);
    await inFolder(Object.fromEntries(names.map((name) => [name, DRAFT])), async (cwd) => {
      const known = ['--baseline', '基线.json'];
      const runs = names.map((name) => runNode([CLI, 'check', ...known, '--update-baseline', name], { cwd }));
      for (const { code, stderr } of await Promise.all(runs)) assert.equal(code, 0, stderr);
      const run = await hegao(['check', ...known, '--fail-on', 'warning', '.'], { cwd });
      assert.equal(run.code, 0, run.stdout + run.stderr);
    });
  });
});
