import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/vscode-chromium.mjs';
import { readDraft } from '../../server/src/draft/read.ts';
import { wordsOf } from '../support/reading-copy.ts';
import { createSpeechMaker } from '../support/speeches.ts';
import { hegao, inFolder } from './harness.ts';

const TEXT = [
  '在睢县重点项目建设推进会上的讲话',
  '县长　任志强',
  '（2025年10月8日）',
  '同志们：',
  '　　1至8月，全县地区生产总值完成167.12亿元，增长6.8%，规模以上工业增加值增长xx.x%，一般公共预算收入完成12.35亿元，同比增长百分之七点五。蔚州区、单县、亳州市的同志到现场看了，任志强县长、仇海书记提出要求，《政府工作报告》和“十五五”规划都作了安排<script>document.title="bad"</script>。',
  '一、认清形势',
  '　　2021年至2025年，累计完成投资1256.35亿元，比2020年增长15.5%至20.5%，较上年提高0.7个百分点，还差____亿元；GDP和PM2.5两项指标位居第3位。',
  '二、狠抓落实',
  '　　各乡镇要在2025年12月31日前完成2个项目、35.6公里道路、1.2万亩高标准农田，确保项目开工率不低于95%，赓续奋斗，恪尽职守。',
  createSpeechMaker(7).speech(1500).split('\n').slice(3).join('\n'),
  '',
].join('\n');

/** What must stand on one line whatever the width. */
const WHOLE = [
  '167.12亿元',
  '6.8%',
  'xx.x%',
  '12.35亿元',
  '百分之七点五',
  '蔚州区',
  '单县',
  '亳州市',
  '任志强',
  '仇海',
  '《政府工作报告》',
  '“十五五”',
  '2021年',
  '2025年',
  '1256.35亿元',
  '15.5%',
  '20.5%',
  '0.7个百分点',
  '____亿元',
  'GDP',
  'PM2.5',
  '第3位',
  '2025年12月31日',
  '35.6公里',
  '1.2万亩',
  '95%',
  '2025年10月8日',
];
const WIDTHS = [340, 480, 600, 723, 811, 960, 1280];

const executablePath = findChromium();

describe('a reading copy in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  before(async function () {
    if (executablePath === undefined) return this.skip();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  after(() => browser?.close());

  /** Opens the page that `hegao print` makes of the text; gives what the browser complained of and asked for. */
  async function open(
    flags: readonly string[],
    use: (page: Page, heard: readonly string[]) => Promise<void>,
    text = TEXT,
  ): Promise<void> {
    await inFolder({ '稿.txt': text }, async (cwd) => {
      const { code, stderr } = await hegao(['print', '稿.txt', '-o', '念稿.html', ...flags], { cwd });
      assert.deepEqual([code, stderr], [0, '']);
      const page = await browser.newPage();
      const heard: string[] = [];
      const address = pathToFileURL(path.join(cwd, '念稿.html')).href;
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', (error) => heard.push(String(error)));
      page.on('request', (request) => {
        if (request.url() !== address) heard.push(request.url());
      });
      await page.goto(address);
      await use(page, heard);
      await page.close();
    });
  }

  it('shows the draft, runs nothing, asks for nothing', () =>
    open(['--times'], async (page, heard) => {
      const shown = await page.evaluate(`(() => {
        const copy = document.body.cloneNode(true);
        for (const reading of copy.querySelectorAll('rt, .reading')) reading.remove();
        return copy.textContent.replace(/\\s/g, '');
      })()`);
      assert.equal(shown, wordsOf(readDraft(TEXT)));
      assert.equal(await page.title(), '在睢县重点项目建设推进会上的讲话');
      assert.equal(await page.locator('script').count(), 0);
      assert.deepEqual(heard, []);
    }));

  for (const pinyin of ['ruby', 'bracket', 'off'])
    it(`breaks no figure and no name over a line (${pinyin})`, () =>
      open(['--pinyin', pinyin], async (page) => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await page.evaluate(`(${BROKEN})(${JSON.stringify(WHOLE)})`), [], `${width} px`);
        }
        assert.ok((await page.evaluate<number>(LINES)) > 10);
      }));

  it('every figure that is kept together stands on one line, and without that some would not', () =>
    open(['--pinyin', 'off'], async (page) => {
      const broken = async (): Promise<number> => {
        let sum = 0;
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          sum += await page.evaluate<number>(KEPT_BROKEN);
        }
        return sum;
      };
      assert.equal(await broken(), 0);
      await page.evaluate(
        `for (const kept of document.querySelectorAll('.keep')) kept.style.whiteSpace = 'normal'`,
      );
      assert.ok((await broken()) > 10);
    }));

  it('prints on A4, with page numbers', () =>
    open(['--section-pages'], async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
        box!.trim().split(/\s+/).map(Number),
      );
      assert.ok(boxes.length >= 3, `${boxes.length} pages`);
      for (const [, , width, height] of boxes) {
        assert.ok(Math.abs(width! - 595) < 2 && Math.abs(height! - 842) < 2);
      }
    }));

  it('picture for the documentation', async function () {
    if (process.env.HEGAO_PICTURES === undefined) return this.skip();
    const clean = TEXT.replace(/<script>.*<\/script>/, '');
    await open(
      ['--times'],
      async (page) => {
        await page.setViewportSize({ width: 900, height: 760 });
        fs.writeFileSync(process.env.HEGAO_PICTURES!, await page.screenshot());
      },
      clean,
    );
  });
});

/** In the page: those of the texts that stand over two lines somewhere, or nowhere at all. */
const BROKEN = `(texts) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places = [];
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('rt, .reading')) continue;
    for (let at = 0; at < node.data.length; at++) places.push([node, at]);
    all += node.data;
  }
  const lineOf = ([node, at]) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    return box ? (box.top + box.bottom) / 2 : undefined;
  };
  return texts.filter((text) => {
    let at = all.indexOf(text);
    if (at < 0) return true;
    for (; at >= 0; at = all.indexOf(text, at + 1)) {
      const lines = places.slice(at, at + text.length).map(lineOf);
      if (Math.max(...lines) - Math.min(...lines) > 12) return true;
    }
    return false;
  });
}`;

/** In the page: how many stretches that are kept together stand over two lines. */
const KEPT_BROKEN = `[...document.querySelectorAll('.keep')].filter((kept) => {
  const range = document.createRange();
  range.selectNodeContents(kept);
  const middles = [...range.getClientRects()].map((box) => (box.top + box.bottom) / 2);
  return Math.max(...middles) - Math.min(...middles) > 12;
}).length`;

/** In the page: lines of its paragraphs. */
const LINES = `[...document.querySelectorAll('p')].reduce((sum, p) => sum + p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight), 0)`;
