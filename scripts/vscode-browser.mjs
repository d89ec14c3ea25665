// A page of code-server's workbench in a headless Chromium.
import { chromium } from 'playwright-core';

/**
 * Opens a browser for the workbench.
 * @returns {Promise<{page: import('playwright-core').Page, close: () => Promise<void>}>}
 */
export async function openBrowser(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  return { page, close: () => browser.close() };
}

/** Address of the workbench that shows a folder; `payload` is VS Code's list of start parameters. */
export function workbenchUrl(origin, folder, payload = []) {
  const url = new URL(origin);
  url.searchParams.set('folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
