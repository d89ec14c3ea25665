import type { Command } from 'commander';
import type { Action } from './action.ts';
import { withSelection } from './check-options.ts';
import type { Shell } from './io.ts';
import { formatOption } from './option-types.ts';

/** The commands for drafts that go round for opinions: what was changed, and what people say of it. */
export function addRoundCommands(program: Command, action: Action, shell: Shell): void {
  const opinions = withSelection(
    program
      .command('opinions')
      .usage('[选项] [路径…]　或　merge 意见表.csv…')
      .description('核稿意见表：序号、位置、原文、问题、建议、采纳情况；merge 把几个人的表合成一张'),
  )
    .option('-o, --output <文件>', '写进文件，按 .csv、.md、.docx 选格式；不写时以 Markdown 显示')
    .action(
      action(async (paths, options) =>
        (await import('./opinions/commands.ts')).opinions(paths, options, shell),
      ),
    );
  opinions
    .command('merge')
    .usage('[选项] 意见表.csv…')
    .description('把几个人的核稿意见表合成一张：按稿子的次序，相同的合并，不一的并列')
    .argument('<意见表...>', '核稿意见表，CSV，栏目次序不限')
    .option('-o, --output <文件>', '写进文件，按 .csv、.md、.docx 选格式；不写时以 Markdown 显示')
    .action(
      action(async (files, _, command: Command) =>
        (await import('./opinions/commands.ts')).mergeOpinions(files, command.optsWithGlobals(), shell),
      ),
    );

  program
    .command('diff')
    .usage('[选项] 旧稿 新稿')
    .description('与上一稿对比：数据、名称、日期、标题、预告、段落改了哪些，有没有漏改的；退出码1为有不同')
    .argument('<旧稿>', '上一稿，- 为标准输入')
    .argument('<新稿>', '这一稿，- 为标准输入')
    .addOption(formatOption(['text', 'json', 'markdown']))
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .action(
      action(async (old, now, options) => (await import('./rounds.ts')).diffDrafts(old, now, options, shell)),
    );
}
