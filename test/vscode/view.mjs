// What a user sees: the installed extension in the workbench, driven by keyboard and mouse.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openBrowser, workbenchUrl } from '../../scripts/vscode-browser.mjs';
import { startCodeServer } from '../../scripts/vscode-code-server.mjs';
import { CACHE } from '../../scripts/vscode-host.mjs';
import { writeSettings } from '../../scripts/vscode-profile.mjs';
import { smaller } from './picture.mjs';
import { installExtension } from './vsix.mjs';
import { makeWorkbench } from './workbench.mjs';

const SPEECH = '全县农业工作会议讲话.txt';
const EARLIER = '养老服务工作会议讲话（一稿）.txt';
const LATER = '养老服务工作会议讲话（二稿）.txt';
const FIGURES = '全县经济运行分析会讲话.txt';

const SETTINGS = {
  'editor.fontFamily': "'WenQuanYi Micro Hei'",
  'editor.fontSize': 16,
  'editor.lineHeight': 1.8,
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'window.title': '讲话稿',
  'workbench.colorTheme': 'Default Light Modern',
  // Nothing explains itself in a picture.
  'workbench.hover.delay': 600_000,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.commandCenter.enabled': false,
};

/** Where pictures of failures go, and all pictures when nobody asked for them. */
const FAILURES = path.join(CACHE, 'screenshots');

const VIEWS = [
  [
    'typing 增长xx.x% into a speech shows its squiggle, its problem and the count',
    async ({ workbench, shoot }) => {
      await workbench.openFile(SPEECH);
      await workbench.selectText('农民收入继续提高');
      await workbench.type('农民收入增长xx.x%');
      await workbench.squiggle();
      await workbench.statusBarShows('待补 1 处');
      await workbench.openProblems();
      assert.match(await workbench.problemText(), /placeholder-number/);
      await shoot('vscode-squiggle');
      await workbench.undoAll();
    },
  ],
  [
    'a deleted heading: the lightbulb offers 重排序号, and the command gives the right text',
    async ({ workbench, shoot }) => {
      await workbench.openFile(SPEECH);
      await workbench.deleteLines('二、抓好春耕备耕', 3);
      await workbench.squiggle();
      await workbench.problemOnce(/numbering-gap/);
      await workbench.goToText('三、修好田间水利');
      assert.match(await workbench.quickFixes(), /序号/);
      await shoot('vscode-renumber');
      await workbench.escape();
      await workbench.command('重排序号');
      await workbench.textOnce(/二、修好田间水利/);
      const text = await workbench.text();
      assert.match(text, /一、总结去年工作[\s\S]*二、修好田间水利[\s\S]*三、加强组织领导/);
      assert.doesNotMatch(text, /四、/);
      await shoot('vscode-renumbered');
      await workbench.undoAll();
    },
  ],
  [
    'the list of what is left to fill in empties while the sample draft is filled in',
    async ({ workbench, shoot }) => {
      await workbench.command('打开样稿');
      await workbench.statusBarShows('待补 11 处');
      await workbench.command('打开待补清单');
      await workbench.reviewOnce(/XX县/);
      await workbench.closePanel();
      await workbench.lensOnce(/还有11处待补/);
      await shoot('vscode-review');
      await workbench.commandThatAsks('逐处填写');
      await workbench.answerOnce(/XX县 \(1\/11\)/);
      await workbench.type('临江');
      await shoot('vscode-fill');
      await workbench.enter();
      await workbench.statusBarShows('待补 10 处');
      await workbench.answerOnce(/\(2\/11\)/);
      await workbench.escape();
      await workbench.textOnce(/在临江县冬季/);
      await workbench.command('Revert and Close Editor');
    },
  ],
  [
    '头一分钟 shows its steps, with the first one open',
    async ({ workbench, shoot }) => {
      await workbench.command('头一分钟');
      await workbench.walkthroughOnce(/打开样稿/);
      await workbench.closePanel();
      await shoot('vscode-walkthrough');
      await workbench.closeEditors();
    },
  ],
  [
    '检查占位符 fills the Problems panel with files that are not open',
    async ({ workbench, shoot }) => {
      await workbench.command('检查占位符');
      await workbench.notificationOnce(/^检查占位符/);
      await workbench.notificationOnce(/4个文件中还有5处待补/);
      await workbench.notificationGone(/^检查占位符/);
      await workbench.openProblems();
      await workbench.problemOnce(/水利现场会/);
      assert.match(await workbench.problemText(), /便函/);
      await shoot('vscode-placeholders');
    },
  ],
  [
    '与上一稿对比: a file is chosen, its changes are listed by kind, a row goes to its place',
    async ({ workbench, shoot }) => {
      await workbench.openFile(LATER);
      // The commands are there once the draft is looked after.
      await workbench.statusBarShows(/念稿约/);
      await workbench.closePanel();
      await workbench.commandThatAsks('与上一稿对比');
      await workbench.chooseFile(EARLIER);
      await workbench.rowOnce(/“48家” → “52家”/);
      await workbench.squiggle();
      await workbench.clickRow(/“48家” → “52家”/);
      await workbench.statusOnce(/selected|已选择|选中/);
      await shoot('vscode-compare');
      await workbench.closeEditors();
    },
  ],
  [
    '生成念稿: the reading copy stands beside the draft, the status bar tells how long it takes',
    async ({ workbench, shoot }) => {
      await workbench.openFile(LATER);
      await workbench.statusBarShows(/念稿约/);
      await workbench.command('生成念稿');
      const page = await workbench.readingCopy();
      await page.getByText('办好养老服务，是老百姓最关心的事').waitFor();
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      assert.match(
        policy,
        /^default-src 'none'; style-src 'nonce-\w+'; base-uri 'none'; form-action 'none'$/,
      );
      assert.equal(await page.locator('script:not([id^="_"])').count(), 0);
      const size = await page
        .locator('p')
        .nth(3)
        .evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
      assert.ok(size > 20, `the letters are of ${size} px`);
      await workbench.toggleSideBar();
      await shoot('vscode-reading-copy');
      await workbench.toggleSideBar();
      await workbench.selectText('开办老年食堂31家');
      await workbench.statusBarShows(/选中约/);
      await workbench.closeEditors();
    },
  ],
  [
    'the context menu of a draft is short, with what is made of it in a menu of its own',
    async ({ workbench, shoot }) => {
      await workbench.openFile(LATER);
      const items = await workbench.contextMenu();
      const own = [
        '下一处待补',
        '填写全部同一处',
        '重排序号',
        '调整层次',
        '数据台账',
        '与上一稿对比',
        '出稿',
      ];
      const places = own.map((name) => items.findIndex((item) => item.startsWith(name)));
      assert.ok(
        places.every((at, i) => at >= 0 && (i === 0 || at > places[i - 1])),
        `the menu: ${items.join(' / ')}`,
      );
      await shoot('vscode-menu');
      await workbench.escape();
      await workbench.closeEditors();
    },
  ],
  [
    '数据台账: sorted and filtered by keys, Enter goes to the place, edits keep the focus, nothing is markup',
    async ({ workbench }) => {
      await workbench.openFile(FIGURES);
      await workbench.command('数据台账 (Ledger');
      const page = await workbench.ledger();
      const rows = page.locator('tbody tr');
      const active = page.locator('tbody tr:focus');
      await active.waitFor();
      assert.match(await active.textContent(), /^地区生产总值.*86\.4亿元一、第1段/);
      await workbench.press('ArrowUp');
      for (let i = 0; i < 5; i += 1) await workbench.press('ArrowRight');
      await workbench.press('Enter');
      await workbench.press('Enter');
      await page.locator('th[aria-sort="descending"]').filter({ hasText: '数值' }).waitFor();
      assert.match(await rows.first().textContent(), /86\.4亿元/);

      await page.locator('input').fill('固定 总量');
      await page.locator('.count').filter({ hasText: '筛出2处' }).waitFor();
      assert.equal(await rows.count(), 2);
      await workbench.press('ArrowDown');
      await workbench.press('ArrowDown');
      assert.match(await active.textContent(), /12000万元二、第1段2处/);
      await workbench.press('Enter');
      await workbench.statusOnce(/selected|已选择|选中/);
      await page.locator('input').fill('');
      await page.locator('th button').filter({ hasText: '数值' }).click();
      await rows.filter({ hasText: '特色产业园区产值' }).click();
      await workbench.editorFocused();
      await page.locator('.scroller').evaluate((element) => element.scrollTo(0, 60));

      await workbench.type('达到5亿元，');
      await rows.filter({ hasText: /特色产业园区产值.*5亿元/ }).waitFor();
      await workbench.type('<button>园区产值达到4亿元');
      await rows.filter({ hasText: '<button>园区产值' }).waitFor();
      assert.equal(await page.locator('tbody button').count(), 0);
      assert.equal(await page.locator('.scroller').evaluate((element) => element.scrollTop), 60);
      await workbench.undoAll();
      await rows.filter({ hasText: /特色产业园区产值.*3亿元/ }).waitFor();
      await page.locator('.scroller').evaluate((element) => element.scrollTo(0, 0));
      await workbench.command('数据台账 (Ledger');
      await active.waitFor();
    },
  ],
  [
    '数据台账 in a light and in a dark theme',
    async ({ workbench, shoot }) => {
      await workbench.panelHigher(150);
      const page = await workbench.ledger();
      await workbench.command('数据台账 (Ledger');
      await page.locator('tbody tr:focus').waitFor();
      await workbench.press('Home');
      await page.locator('tbody tr:first-child:focus').waitFor();
      const bottom = await page
        .locator('th')
        .first()
        .evaluate((head) => head.getBoundingClientRect().bottom);
      const top = await page.locator('tbody tr:focus').evaluate((line) => line.getBoundingClientRect().top);
      assert.ok(top >= bottom - 1, `the line at ${top} is below the head, which ends at ${bottom}`);
      await shoot('ledger');
      await workbench.command('Preferences: Toggle between Light/Dark Themes');
      await workbench.themeOnce('vs-dark');
      await shoot('ledger-dark');
      await workbench.command('Preferences: Toggle between Light/Dark Themes');
    },
  ],
];

/**
 * Runs the views one after another in one window; `only` those whose title has these words.
 * @returns {Promise<{passed: number, failures: string[]}>}
 */
export async function runView(host, { folder, scratch, screenshots, only = '', log }) {
  const profile = path.join(scratch, 'view-profile');
  await installExtension(profile, log);
  writeSettings(profile, SETTINGS);
  const server = await startCodeServer(CACHE, { profile, env: {} });
  const browser = await openBrowser(host.chromium);
  const failures = [];
  const views = VIEWS.filter(([title]) => title.includes(only));
  const shoot = async (name, to = screenshots ?? FAILURES) => {
    const picture = await browser.page.screenshot({ animations: 'disabled' });
    fs.mkdirSync(to, { recursive: true });
    fs.writeFileSync(path.join(to, `${name}.png`), smaller(picture));
  };
  try {
    await browser.page.goto(workbenchUrl(server.origin, folder));
    const workbench = await makeWorkbench(browser.page);
    for (const [title, view] of views) {
      try {
        await view({ workbench, shoot });
        log(`  ✔ 界面 ${title}`);
      } catch (error) {
        await shoot(`failed-${failures.length + 1}`, FAILURES);
        failures.push(`界面 ${title}: ${error.stack}`);
        log(`  ✘ 界面 ${title}`);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return { passed: views.length - failures.length, failures };
}
