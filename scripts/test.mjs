// npm test: sets up what is missing, then every layer of the suite, the fast ones first.
import { spawnSync } from 'node:child_process';
import { ensureLibreOffice } from './libreoffice.mjs';
import { ensureBuild, ensureDependencies, root, say } from './setup.mjs';

const layers = [
  ['格式与规范', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['类型', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['类型（网页视图）', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'client/src/ledger/webview']],
  ['正则表达式', ['--import', 'tsx', 'scripts/check-regexes.mjs']],
  ['引擎与规则', mocha('test/unit/**/*.test.ts', 'test/rules/**/*.test.ts')],
  ['分词', mocha('test/words/**/*.test.ts')],
  ['真实文稿（设了 HEGAO_CORPUS 才有）', mocha('test/corpus/**/*.test.ts')],
  ['语法高亮与代码片段', mocha('test/grammar/**/*.test.ts')],
  ['命令行', mocha('test/cli/**/*.test.ts')],
  ['经得起出错和恶意', mocha('test/trust/**/*.test.ts')],
  ['语言服务', mocha('test/lsp/**/*.test.ts')],
  ['速度', mocha('test/bench/**/*.test.ts')],
  ['乱输入', mocha('test/fuzz/**/*.test.ts')],
  ['安装包', mocha('test/package/**/*.test.ts')],
  ['VS Code', ['test/vscode/run.mjs']],
];

ensureDependencies();
await ensureLibreOffice(say);
ensureBuild();
let passed = 0;
let failed = 0;
const broken = [];
for (const [name, args] of layers) {
  say(`${name} …`);
  const started = Date.now();
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  process.stdout.write(stdout);
  const count = (pattern) => [...stdout.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]), 0);
  passed += count(/^\s*(\d+) (?:passing|passed)/gm);
  failed += count(/^\s*(?:\d+ passed, )?(\d+) (?:failing|failed)/gm);
  if (status !== 0) broken.push(name);
  say(`${name}：${status === 0 ? '通过' : '未通过'}（${((Date.now() - started) / 1000).toFixed(1)} 秒）`);
}
if (broken.length > 0) say(`未通过：${broken.join('、')}`);
process.stdout.write(`${passed} passed, ${Math.max(failed, broken.length)} failed\n`);
process.exitCode = broken.length > 0 ? 1 : 0;

function mocha(...files) {
  return ['node_modules/mocha/bin/mocha.js', ...files];
}
