// The browser that shows code-server's workbench, and a Chinese font for its screenshots.
import fs from 'node:fs';
import { hasProgram, run } from './vscode-run.mjs';

const CANDIDATES = [
  process.env.HEGAO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FONT = '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc';

/** Path of an installed Chromium or Chrome, or undefined. */
export function findChromium() {
  return CANDIDATES.find((candidate) => candidate && fs.existsSync(candidate));
}

/**
 * Path of a Chromium, installed by apt-get where that can be done (Debian, as root).
 * @throws when there is none and none can be installed; the message says what to do
 */
export async function ensureChromium(log) {
  const root = process.platform === 'linux' && process.getuid?.() === 0 && hasProgram('apt-get');
  const wanted = [
    ...(findChromium() ? [] : ['chromium']),
    ...(fs.existsSync(FONT) ? [] : ['fonts-wqy-microhei']),
  ];
  if (root && wanted.length > 0) {
    log(`安装 / installing ${wanted.join(' ')} (apt-get) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      await run('apt-get', ['update'], { env });
      await run('apt-get', ['install', '-y', '--no-install-recommends', ...wanted], { env });
    } catch (error) {
      log(error.message);
    }
  }
  const found = findChromium();
  if (found) return found;
  throw new Error(
    '缺少 Chromium：请安装 chromium（Debian/Ubuntu：sudo apt-get install chromium fonts-wqy-microhei），或用环境变量 HEGAO_CHROMIUM 指明其路径。\n' +
      'Chromium is missing: install it (Debian/Ubuntu: sudo apt-get install chromium fonts-wqy-microhei) or name it in HEGAO_CHROMIUM.',
  );
}
