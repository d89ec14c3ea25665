import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll, findingsOnce, openFile, positionOf, replaceText } from './helpers.ts';

describe('大纲', () => {
  before(async () => {
    await (await api()).session.client();
  });
  afterEach(closeAll);

  it('shows the headings of a speech as symbols', async () => {
    const { document } = await openFile('全县农业工作会议讲话.txt');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = flatten(symbols).map((symbol) => symbol.name);
    const headings = ['一、总结去年工作', '二、抓好春耕备耕', '三、修好田间水利', '四、加强组织领导'];
    assert.deepEqual(
      names.filter((name) => headings.includes(name)),
      headings,
    );
  });

  it('folds the text under a heading', async () => {
    const editor = await openFile('全县农业工作会议讲话.txt');
    const heading = positionOf(editor, '二、抓好春耕备耕');
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      editor.document.uri,
    );
    const range = ranges.find((one) => one.start === heading.line);
    assert.ok(range, `folds: ${JSON.stringify(ranges)}`);
    assert.match(editor.document.lineAt(range.start + 1).text, /^春耕备耕/);
    const next = positionOf(editor, '三、修好田间水利');
    assert.ok(range.end > heading.line && range.end < next.line);
  });

  it('explains a finding on hover', async () => {
    const editor = await openFile('全县农业工作会议讲话.txt');
    await replaceText(editor, '农民收入继续提高', '农民收入增长xx.x%');
    const [found] = await findingsOnce(editor.document.uri, (all) => all.length === 1);
    assert.ok(found);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      found.range.start.translate(0, 1),
    );
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /placeholder-number|待补|占位/);
  });
});

function flatten(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}
