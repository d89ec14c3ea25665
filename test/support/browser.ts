import { chromium } from 'playwright-core';

/** What a page did while it was opened. */
export interface Opened {
  /** Lines of the console, errors of scripts and of the page's policy among them. */
  readonly said: readonly string[];
  /** Addresses that were asked for, the page's own first. */
  readonly asked: readonly string[];
  /** What `look` returned. */
  readonly seen: unknown;
  /** A page printed on A4: the bytes of the PDF. */
  readonly printed: Uint8Array;
}

/** Opens an address in the Chromium at a path, lets `look` (a JavaScript expression) see the page, and prints it. */
export async function openInBrowser(executablePath: string, address: string, look: string): Promise<Opened> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    const seen: unknown = await page.evaluate(look);
    const printed = await page.pdf({ preferCSSPageSize: true });
    return { said, asked, seen, printed };
  } finally {
    await browser.close();
  }
}
