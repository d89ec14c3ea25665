import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly mac?: string;
  readonly command: string;
}

/** What the system calls itself, in a browser and under Node. */
const { navigator } = globalThis as { readonly navigator?: { readonly platform?: string } };
const isMac = /^(?:Mac|darwin)/.test(navigator?.platform ?? process.platform);

describe('清单', () => {
  const extension = vscode.extensions.getExtension('hegao.hegao');

  it('declares every command that it registers, and registers every one that it declares', async () => {
    const declared: string[] = extension?.packageJSON.contributes.commands.map(
      (command: { command: string }) => command.command,
    );
    await extension?.activate();
    const registered = (await vscode.commands.getCommands(true)).filter((name) => name.startsWith('hegao.'));
    assert.deepEqual(registered.sort(), declared.sort());
  });

  it('takes no key that VS Code uses', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const lines = text.split('\n').filter((line) => !line.trimStart().startsWith('//'));
    const defaults: Binding[] = JSON.parse(lines.join('\n'));
    const ours: Binding[] = extension?.packageJSON.contributes.keybindings;
    assert.ok(defaults.length > 100 && ours.length > 0);
    for (const { key: other, mac } of ours) {
      const key = (isMac && mac) || other;
      const clash = defaults.filter((one) => one.key === key && !one.command.startsWith('hegao.'));
      assert.deepEqual(
        clash.map((one) => one.command),
        [],
        key,
      );
    }
  });
});
