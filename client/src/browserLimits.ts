import * as vscode from 'vscode';
import { SPEECH_LANGUAGE } from './coverage.ts';

const SHORT = '没有文稿库和关键词，不在编辑器之外写文件';
const WHOLE =
  '核稿网页版的规则与桌面版相同。它没有往年文稿库，不提取关键词，不导出 Word，不在编辑器之外写文件；团队词典只用其中的词，不计词频；配置文件和 .gitignore 只读工作区文件夹以内的。需要这些功能时，请用桌面版打开。';

/** For the status item alone: the underscore keeps it out of lists. */
const COMMAND = '_hegao.showLimits';

/** Says in the language status (the braces in the status bar) of speeches what cannot be done in a browser. */
export function showLimits(): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('hegao.web', { language: SPEECH_LANGUAGE });
  item.name = '核稿';
  item.text = '核稿网页版';
  item.detail = SHORT;
  item.command = { title: '说明', command: COMMAND };
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand(COMMAND, () => vscode.window.showInformationMessage(WHOLE)),
  );
}
