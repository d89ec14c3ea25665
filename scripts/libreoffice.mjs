// LibreOffice and poppler, by which the tests see what a Word file shows. Plain Node.
import fs from 'node:fs';
import { hasProgram, run } from './vscode-run.mjs';

const CANDIDATES = [
  process.env.HEGAO_SOFFICE,
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];
const PACKAGES = [
  ['libreoffice-writer-nogui', findSoffice],
  ['poppler-utils', () => hasProgram('pdftotext')],
];

/** Path of an installed LibreOffice, or undefined. */
export function findSoffice() {
  return CANDIDATES.find((candidate) => candidate && fs.existsSync(candidate));
}

/** Installs what is missing by apt-get where that can be done (Debian, as root); says what it does and why it cannot. */
export async function ensureLibreOffice(log) {
  const wanted = PACKAGES.filter(([, found]) => !found()).map(([name]) => name);
  const root = process.platform === 'linux' && process.getuid?.() === 0 && hasProgram('apt-get');
  if (wanted.length === 0) return;
  if (root) {
    log(`安装 / installing ${wanted.join(' ')} (apt-get) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      await run('apt-get', ['update'], { env });
      await run('apt-get', ['install', '-y', '--no-install-recommends', ...wanted], { env });
      return;
    } catch (error) {
      log(error.message);
    }
  }
  log(
    `缺少 ${wanted.join('、')}，读写 Word 文件的对照测试将跳过（Debian/Ubuntu：sudo apt-get install ${wanted.join(' ')}；或用环境变量 HEGAO_SOFFICE 指明 soffice 的路径）。`,
  );
}
