import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckPlaceholdersOutcome } from '../../../client/src/commands/checkPlaceholders.ts';
import { closeAll, findings, findingsOnce, openFile, workspaceUri } from '../suite/helpers.ts';

const DRAFT = '同志们：\n\n今年全县粮食产量增长xx.x%，农民收入继续提高。\n';
const FOLDER = '虚拟';

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceUri(`${FOLDER}/${name}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

describe('虚拟工作区', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri(FOLDER), { recursive: true });
  });

  it('follows the configuration file in a folder, and its changes', async () => {
    await write('.hegao.json', '{"extends": "hegao:final"}');
    await write('讲话.txt', DRAFT);
    const { document } = await openFile(`${FOLDER}/讲话.txt`);
    await findingsOnce(document.uri, (all) => all[0]?.severity === vscode.DiagnosticSeverity.Error);
    await write('.hegao.json', '{"rules": {"placeholder-number": "hint"}}');
    await findingsOnce(document.uri, (all) => all[0]?.severity === vscode.DiagnosticSeverity.Hint);
  });

  it('shows a mistake in the configuration file at its place', async () => {
    const config = await write('.hegao.json', '{\n  "rules": {"placeholder-number": "loud"}\n}\n');
    await write('讲话.txt', DRAFT);
    await openFile(`${FOLDER}/讲话.txt`);
    const [mistake] = await findingsOnce(config, (all) => all.length === 1);
    assert.equal(mistake?.range.start.line, 1);
    assert.match(mistake?.message ?? '', /loud/);
  });

  it('checks what is not open, without what git and the configuration ignore', async () => {
    await write('.gitignore', '旧稿/\n*.bak.txt\n');
    await write('.hegao.yaml', 'ignore: [样稿/]\nrules: {placeholder-number: hint}\n');
    const wanted = await write('甲/讲话.txt', DRAFT);
    const others = [
      await write('旧稿/讲话.txt', DRAFT),
      await write('甲/讲话.bak.txt', DRAFT),
      await write('样稿/讲话.txt', DRAFT),
      await write('.隐/讲话.txt', DRAFT),
      await write('node_modules/讲话.txt', DRAFT),
    ];
    // Word of the new configuration file has come when an open draft goes by it.
    const { document } = await openFile(`${FOLDER}/甲/讲话.txt`);
    await findingsOnce(document.uri, (all) => all[0]?.severity === vscode.DiagnosticSeverity.Hint);
    const outcome = await vscode.commands.executeCommand<CheckPlaceholdersOutcome>('hegao.checkPlaceholders');
    assert.deepEqual(outcome, { state: 'done', files: 5, places: 6 });
    assert.equal(findings(wanted).length, 1);
    assert.deepEqual(
      others.map((uri) => findings(uri).length),
      [0, 0, 0, 0, 0],
    );
  });
});
