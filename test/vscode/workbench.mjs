// The workbench through its keys and what it draws. Every wait ends with an event of the page, none after a time.

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Waits until the workbench is up and returns what a user can do with it. */
export async function makeWorkbench(page) {
  page.setDefaultTimeout(90_000);
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  const widget = page.locator('.quick-input-widget');
  const rows = widget.locator('.monaco-list-row');
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();
  const problems = page.locator('.markers-panel');

  const choose = async (open, text, entry = text) => {
    await page.keyboard.press(open);
    await widget.locator('input').first().waitFor();
    await page.keyboard.insertText(text);
    await rows.filter({ hasText: entry }).first().click();
  };
  const pick = async (open, text, entry) => {
    await choose(open, text, entry);
    await widget.waitFor({ state: 'hidden' });
    // Off to where nothing explains itself under the mouse.
    await page.mouse.move(200, 650);
  };
  const command = (title) => pick('F1', title);
  const lines = async () => {
    const shown = await editor
      .locator('.view-line')
      .evaluateAll((all) => all.map((line) => ({ top: line.offsetTop, text: line.textContent })));
    return shown.sort((a, b) => a.top - b.top).map((line) => line.text.replaceAll('\u00a0', ' '));
  };
  const once = (locator, pattern) => locator.filter({ hasText: pattern }).first().waitFor();
  const openFind = async (text) => {
    await page.keyboard.press(`${MODIFIER}+f`);
    const input = editor.locator('.find-widget.visible .find-part textarea').first();
    await input.fill(text);
    await editor
      .locator('.find-widget .matchesCount')
      .filter({ hasText: /1 (of|\/)/ })
      .waitFor();
    // Not by Escape, which a notification may take for itself.
    await editor.locator('.find-widget.visible .codicon-widget-close').first().click();
    await editor.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  };

  return {
    command,
    /** A command whose own input box may take the place of the palette at once. */
    commandThatAsks: (title) => choose('F1', title),
    /** Opens a file of the folder by its name. */
    async openFile(name) {
      await pick(`${MODIFIER}+p`, name);
      await page.locator('.tab.active').filter({ hasText: name }).waitFor();
      await editor.locator('.view-line').first().waitFor();
    },
    /** Selects the first place where the text stands. */
    async selectText(text) {
      await page.keyboard.press(`${MODIFIER}+Home`);
      await openFind(text);
    },
    /** Puts the cursor behind the text. */
    async goToText(text) {
      await page.keyboard.press(`${MODIFIER}+Home`);
      await openFind(text);
      await page.keyboard.press('ArrowRight');
    },
    async deleteLines(first, count) {
      await this.goToText(first);
      for (let line = 0; line < count; line += 1) await page.keyboard.press(`${MODIFIER}+Shift+k`);
    },
    type: (text) => page.keyboard.type(text),
    escape: () => page.keyboard.press('Escape'),
    squiggle: () =>
      page
        .locator('.editor-group-container.active')
        .locator('.squiggly-warning, .squiggly-error')
        .first()
        .waitFor(),
    statusBarShows: (text) => once(page.locator('.statusbar-item'), text),
    async openProblems() {
      if (!(await problems.isVisible())) await page.keyboard.press(`${MODIFIER}+Shift+m`);
      await problems.locator('.monaco-list-row').first().waitFor();
    },
    problemText: () => problems.textContent(),
    problemOnce: (pattern) => once(problems.locator('.monaco-list-row'), pattern),
    notificationOnce: (pattern) => once(page.locator('.notification-list-item-message'), pattern),
    notificationGone: (pattern) =>
      page
        .locator('.notification-list-item-message')
        .filter({ hasText: pattern })
        .waitFor({ state: 'hidden' }),
    /** What the lightbulb's menu offers at the cursor. */
    async quickFixes() {
      await page.keyboard.press(`${MODIFIER}+.`);
      const menu = page.locator('.action-widget');
      await menu.locator('.monaco-list-row.action').first().waitFor();
      return menu.textContent();
    },
    /** The page of 数据台账, once it has rows. */
    async ledger() {
      const frame = page.frameLocator('iframe.webview').frameLocator('#active-frame');
      await frame.locator('tbody tr').first().waitFor();
      return frame;
    },
    /** The page of a reading copy, which stands beside its draft. */
    async readingCopy() {
      await page.locator('.tab').filter({ hasText: '念稿：' }).waitFor();
      return page.frameLocator('iframe.webview:visible').frameLocator('#active-frame');
    },
    /** Answers a dialog that shows the files of a folder. */
    async chooseFile(name) {
      await rows.filter({ hasText: name }).first().click();
      await widget.waitFor({ state: 'hidden' });
    },
    toggleSideBar: () => page.keyboard.press(`${MODIFIER}+b`),
    /** Waits for a row of a list in the side bar. */
    rowOnce: (pattern) => once(page.locator('.sidebar .monaco-list-row'), pattern),
    clickRow: (pattern) =>
      page.locator('.sidebar .monaco-list-row').filter({ hasText: pattern }).first().click(),
    /** What the menu under the text offers, from top to bottom. */
    async contextMenu() {
      await editor.locator('.view-line').nth(4).click({ button: 'right' });
      const labels = page.locator('.context-view .monaco-menu .action-label');
      await labels.filter({ hasText: '数据台账' }).waitFor();
      return (await labels.allTextContents()).filter((label) => label !== '');
    },
    themeOnce: (name) => page.locator(`.monaco-workbench.${name}`).waitFor(),
    /** Waits until keys come to the text. */
    editorFocused: () => editor.locator('textarea.inputarea:focus, .native-edit-context:focus').waitFor(),
    press: (key) => page.keyboard.press(key),
    /** What is selected in the editor, as the status bar says it: 行 10，列 3（已选择 5）. */
    statusOnce: (pattern) => once(page.locator('.statusbar-item'), pattern),
    /** Drags the panel to be higher, so that a picture shows more of it. */
    async panelHigher(by) {
      const { x, y, width } = await page.locator('.part.panel').boundingBox();
      await page.mouse.move(x + width / 2, y);
      await page.mouse.down();
      await page.mouse.move(x + width / 2, y - by, { steps: 4 });
      await page.mouse.up();
    },
    /** Waits for a row of the list of what is left to fill in. */
    reviewOnce: (pattern) => once(page.locator('.customview-tree .monaco-list-row'), pattern),
    /** Waits for a line of words above the text. */
    lensOnce: (pattern) => once(editor.locator('.codelens-decoration'), pattern),
    /** Waits until an input box asks about a text. */
    answerOnce: (pattern) => once(widget.locator('.quick-input-titlebar'), pattern),
    enter: () => page.keyboard.press('Enter'),
    async closePanel() {
      if (await problems.isVisible()) await page.keyboard.press(`${MODIFIER}+j`);
      await problems.waitFor({ state: 'hidden' });
    },
    walkthroughOnce: (pattern) => once(page.locator('.gettingStartedContainer .step-title'), pattern),
    async closeEditors() {
      await command('View: Close All Editors');
      await page.locator('.tab').first().waitFor({ state: 'detached' });
    },
    text: async () => (await lines()).join('\n'),
    textOnce: (pattern) => once(editor.locator('.view-line'), pattern),
    /** Takes the file back to what is on disk. */
    async undoAll() {
      await page.keyboard.press(`${MODIFIER}+1`);
      await command('File: Revert File');
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    },
  };
}
