import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ciPieces, readHere } from '../support/ci-page.ts';
import { hegao, inFolder } from './harness.ts';

const PIECES = ciPieces();

/** The arguments of `hegao` in a line of a shell or of a pipeline; undefined where there are none. */
function argumentsOf(line: string): readonly string[] | undefined {
  const [, rest] = /(?:^|\s)hegao (.*)$/.exec(line.replace(/\s+#.*$/, '')) ?? [];
  return rest?.trim().split(/\s+/);
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

describe('docs/ci.md', () => {
  it('walks from nothing to a failing check and then a passing one', () =>
    inFolder({}, async (cwd) => {
      let ran = 0;
      for (const { kind, file, text } of PIECES) {
        if (kind === 'text' && file !== undefined) {
          fs.mkdirSync(path.join(cwd, path.dirname(file)), { recursive: true });
          fs.writeFileSync(path.join(cwd, file), text);
        }
        if (kind !== 'sh') continue;
        for (const line of text
          .trim()
          .split('\n')
          .filter((one) => one.startsWith('hegao '))) {
          const run = await hegao(argumentsOf(line)!, { cwd });
          const expected = Number(/# 退出码 (\d)/.exec(line)?.[1] ?? 0);
          assert.equal(run.code, expected, `${line}\n${run.stdout}${run.stderr}`);
          ran++;
        }
      }
      assert.equal(ran, 13);
      assert.match(fs.readFileSync(path.join(cwd, 'hegao.sarif'), 'utf8'), /"results":\[\n\]/);
    }));

  it('every example of a file parses, and its commands run', async () => {
    const commands: string[] = [];
    for (const { kind, file, text } of PIECES) {
      if (kind === 'json') assert.ok(JSON.parse(text), file);
      if (kind === 'yaml') assert.ok(parse(text), file);
      if (kind === 'json' || kind === 'yaml')
        commands.push(
          ...[...text.matchAll(/hegao check [^"\n]*/g)].map(([command]) =>
            command.replaceAll(/\$\{\{ matrix\.part \}\}/g, '1'),
          ),
        );
    }
    assert.equal(commands.length, 5);
    const draft = '讲话\n同志们：\n形势平稳。\n';
    for (const command of commands) {
      await inFolder({ '讲话稿/稿.txt': draft }, async (cwd) => {
        const { code, stderr } = await hegao(argumentsOf(command)!, { cwd });
        assert.deepEqual([code, stderr], [0, ''], command);
      });
    }
  });

  it('its comments are those that silence', () =>
    inFolder({}, async (cwd) => {
      const { text } = PIECES.find(({ kind }) => kind === 'markdown')!;
      fs.writeFileSync(path.join(cwd, '稿.md'), text);
      const { stderr } = await hegao(['check', '--report-unused-ignores', '稿.md'], { cwd });
      const rules = stderr.match(/(?<=这条注释（)[a-z-]+/g);
      assert.deepEqual(rules, [
        'placeholder-number',
        'placeholder-name',
        'placeholder-number',
        'phrase-repeat',
      ]);
    }));
});

describe('action.yml', () => {
  const { inputs, runs } = parse(readHere('action.yml')) as Action;
  const { run = '', env = {} } = runs.steps.find((step) => step.run)!;

  it('hands every input to the script, and no input to the shell as text', () => {
    const named = Object.values(env).flatMap((value) => /inputs\.([a-z-]+)/.exec(value)?.[1] ?? []);
    assert.deepEqual(named.sort(), Object.keys(inputs).sort());
    assert.doesNotMatch(run, /\$\{\{/);
  });

  it('runs, with paths of any name, and exits as the check does', function () {
    if (process.platform === 'win32') this.skip();
    return inFolder({ 'bin/': '' }, async (cwd) => {
      const log = path.join(cwd, 'log');
      fs.writeFileSync(path.join(cwd, 'bin/npx'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${log}'\nexit 1\n`, {
        mode: 0o755,
      });
      const values = {
        HEGAO_PATHS: '讲话 稿/\n\n$(x).txt',
        HEGAO_FAIL_ON: 'warning',
        HEGAO_SARIF: 'a b.sarif',
        HEGAO_VERSION: '1.0.0',
      };
      const empty = Object.fromEntries(Object.keys(env).map((key) => [key, '']));
      const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd,
        env: {
          ...empty,
          ...values,
          PATH: `${path.join(cwd, 'bin')}:${process.env.PATH}`,
          GITHUB_STEP_SUMMARY: '摘要.md',
        },
        encoding: 'utf8',
      });
      assert.deepEqual([status, stderr], [1, '']);
      const [yes, name, ...argv] = fs.readFileSync(log, 'utf8').trimEnd().split('\n');
      assert.deepEqual([yes, name], ['--yes', 'hegao@1.0.0']);
      const at = argv.indexOf('--');
      assert.deepEqual(argv.slice(at + 1), ['讲话 稿/', '$(x).txt']);
      await inFolder({ '稿.txt': '讲话\n同志们：\n形势平稳。\n' }, async (folder) => {
        const real = await hegao([...argv.slice(0, at), '稿.txt'], { cwd: folder });
        assert.deepEqual([real.code, real.stderr], [0, '']);
        assert.ok(
          fs.existsSync(path.join(folder, 'a b.sarif')) && fs.existsSync(path.join(folder, '摘要.md')),
        );
      });
    });
  });
});

describe('Dockerfile', () => {
  it('the image holds what the package holds, and starts with commands that exist', async () => {
    const lines = readHere('Dockerfile').replace(/\\\n/g, '').split('\n');
    const copied = lines.filter((line) => line.startsWith('COPY --from')).join(' ');
    const packed = [...readHere('.npmignore').matchAll(/^!\/server\/out\/(\S+)$/gm)].map(([, name]) => name!);
    for (const name of [...packed, 'cli.js']) assert.ok(copied.includes(`/hegao/server/out/${name} `), name);
    const json = (word: string): string[] =>
      JSON.parse(lines.find((line) => line.startsWith(word))!.slice(word.length)) as string[];
    assert.deepEqual(json('ENTRYPOINT '), ['hegao']);
    await inFolder({}, async (cwd) => assert.equal((await hegao(json('CMD '), { cwd })).code, 0));
  });
});
