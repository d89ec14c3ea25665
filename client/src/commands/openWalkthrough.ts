import * as vscode from 'vscode';

/** 头一分钟: the walkthrough on VS Code's welcome page. */
export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'hegao.hegao#start', false);
}
