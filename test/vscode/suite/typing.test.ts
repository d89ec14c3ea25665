import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, findingsOnce, openFile, openText, replaceText } from './helpers.ts';

describe('打字', () => {
  afterEach(closeAll);

  it('shows a squiggle under 增长xx.x% when it is typed, and takes it away when it is filled in', async () => {
    const editor = await openFile('全县农业工作会议讲话.txt');
    const { document } = editor;
    assert.equal(document.languageId, 'hegao-speech');

    await replaceText(editor, '农民收入继续提高', '农民收入增长xx.x%');
    const [found] = await findingsOnce(document.uri, (all) => all.length === 1);
    assert.ok(found);
    assert.equal(found.code, 'placeholder-number');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(found.range), 'xx.x%');
    assert.match(found.message, /[\u4e00-\u9fff]/);

    await replaceText(editor, 'xx.x%', '6.5%');
    await findingsOnce(document.uri, (all) => all.length === 0);
  });

  it('moves the squiggle with the text before it', async () => {
    const editor = await openText('同志们：\n\n今年全县粮食产量增长xx.x%，是近年来最好的一年。\n');
    const { document } = editor;
    await findingsOnce(document.uri, (all) => all.length === 1);
    await replaceText(editor, '同志们：\n', '各位代表，同志们：\n\n今天开一个短会。\n');
    const [found] = await findingsOnce(document.uri, (all) => all[0]?.range.start.line === 4);
    assert.equal(found && document.getText(found.range), 'xx.x%');
  });

  it('checks a document that was never saved, and forgets it when it is closed', async () => {
    const { document } = await openText('会议定于x月xx日召开。\n');
    const found = await findingsOnce(document.uri, (all) => all.length > 0);
    assert.deepEqual(
      found.map((one) => one.code),
      ['placeholder-date'],
    );
    await closeAll();
    await findingsOnce(document.uri, (all) => all.length === 0);
    assert.deepEqual(findings(document.uri), []);
  });
});
