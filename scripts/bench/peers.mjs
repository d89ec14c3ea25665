// The programs that hegao is measured beside, each at one version, in a folder of its own under node_modules/.cache.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const VERSIONS = {
  'autocorrect-node': '2.14.0',
  textlint: '15.8.0',
  'textlint-rule-max-comma': '4.0.0',
  'textlint-rule-no-todo': '2.0.1',
  '@lint-md/cli': '2.2.4',
  zhlint: '0.8.2',
  cspell: '9.8.0',
  'markdownlint-cli2': '0.22.1',
  '@vscode/ripgrep': '1.18.0',
};

/** Installs what is missing; gives the folder. */
export function installPeers(root) {
  const folder = path.join(root, 'node_modules/.cache/hegao-bench');
  const { '@vscode/ripgrep': rg, ...dependencies } = VERSIONS;
  // Its binary may not be to be had: the table says so.
  const wanted = JSON.stringify(
    { private: true, dependencies, optionalDependencies: { '@vscode/ripgrep': rg } },
    undefined,
    2,
  );
  const noted = path.join(folder, 'package.json');
  const there = fs.existsSync(path.join(folder, 'node_modules'));
  if (there && fs.existsSync(noted) && fs.readFileSync(noted, 'utf8') === wanted) return folder;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(noted, wanted);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('没有装上用来比较的工具。');
  fs.writeFileSync(noted, wanted);
  return folder;
}

/** What takes part and checks nothing: no fault is to be found by it. */
export const FLOOR = ['读入并解码', 'node -e 0', 'rg 数一个式样'];

/** A draft by its name and not by its folder, where there is one: that needs no search. */
export const ONE_FILE = 'hegao，写明文件';

/**
 * Who takes part: name → the command for a folder of drafts; undefined where a program is not to be had. Each folder
 * holds every draft twice, as .txt and as .md, and every peer reads the ending that it takes. zhlint takes one file or
 * one pattern; @lint-md/cli takes patterns, a folder is nothing to it.
 */
export function contestants(root, peers) {
  const node = (file, ...rest) => [process.execPath, file, ...rest];
  const bin = (file) => path.join(peers, 'node_modules', file);
  const settings = path.join(peers, 'textlintrc.json');
  fs.writeFileSync(settings, JSON.stringify({ rules: { 'max-comma': true, 'no-todo': true } }));
  const hegao = (...rest) => node(path.join(root, 'server/out/cli.js'), 'check', ...rest);
  const rg = ripgrep(peers);
  return {
    hegao: hegao('txt', '--no-config', '--fail-on', 'never'),
    [ONE_FILE]: hegao('txt/0.txt', '--no-config', '--fail-on', 'never'),
    'hegao，单线程': hegao('txt', '--no-config', '--fail-on', 'never', '--workers', '0'),
    'autocorrect-node': node(bin('autocorrect-node/cli.js'), '--lint', 'txt'),
    'textlint，两条规则': node(
      bin('textlint/bin/textlint.js'),
      '--config',
      settings,
      '--rules-base-directory',
      path.join(peers, 'node_modules'),
      'txt',
    ),
    zhlint: node(bin('zhlint/bin/index.js'), 'md/*.md'),
    '@lint-md/cli': node(bin('@lint-md/cli/lib/src/lint-md.js'), 'md/*.md'),
    cspell: node(bin('cspell/bin.mjs'), '--no-progress', '--no-summary', 'txt/**'),
    'markdownlint-cli2': node(bin('markdownlint-cli2/markdownlint-cli2-bin.mjs'), 'md/*.md'),
    读入并解码: node(path.join(path.dirname(fileURLToPath(import.meta.url)), 'floor.mjs'), 'txt'),
    'node -e 0': [process.execPath, '-e', '0'],
    'rg 数一个式样': rg && [rg, '-c', '[xX×＊]{1,3}', 'txt'],
  };
}

/** ripgrep: the one that was installed, else the machine's own; undefined where there is none. */
function ripgrep(peers) {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const places = [`ripgrep-${process.platform}-${process.arch}/bin`, 'ripgrep/bin'].map((place) =>
    path.join(peers, 'node_modules/@vscode', place, program),
  );
  const own = places.find((place) => fs.existsSync(place));
  return own ?? (spawnSync('rg', ['--version']).status === 0 ? 'rg' : undefined);
}
