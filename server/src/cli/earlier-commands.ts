import type { Command } from 'commander';
import type { Action } from './action.ts';
import type { Shell } from './io.ts';
import { ARCHIVE, formatOption, several } from './option-types.ts';

/** The commands that look at earlier speeches and published reports. */
export function addEarlierCommands(program: Command, action: Action, shell: Shell): void {
  program
    .command('reuse')
    .usage('[选项] 文件… --against 路径…')
    .description('列出与别的讲话、与档案相同的段落，数字变没变')
    .argument('<文件...>', '要查看的稿子')
    .addOption(several('--against <路径...>', '与哪些稿子比：文件、文件夹或通配式'))
    .option('--archive <文件夹>', ARCHIVE)
    .addOption(formatOption())
    .action(action(async (files, options) => (await import('./reuse.ts')).reuse(files, options, shell)));

  addArchiveCommands(program.command('archive').usage('<命令> [选项]'), action, shell);

  program
    .command('phrases')
    .usage('[选项] 文件')
    .description('现成说法用得怎样：按类别、按部分、最常用的，与已发表的报告相比，并列关键词')
    .argument('<文件>', '要查看的文件，- 为标准输入')
    .addOption(formatOption())
    .option('--no-keywords', '不列关键词')
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .action(action(async (file, options) => (await import('./phrases.ts')).phrases(file, options, shell)));
}

function addArchiveCommands(archive: Command, action: Action, shell: Shell): void {
  const commands = () => import('./archive.ts');
  const command = (name: string, description: string): Command =>
    archive.command(name).description(description).option('--archive <文件夹>', ARCHIVE);
  archive.description('旧稿档案：收录、更新、查看');
  command('add', '收录文件夹里的旧稿；标有密级的不收')
    .usage('[选项] 路径…')
    .argument('<路径...>', '文件夹或文件')
    .option('--authority', '这些是权威文件，引文与它们核对')
    .action(action(async (paths, options) => (await commands()).add(paths, options, shell)));
  command('update', '重看收录过的文件夹：新的收进来，改了的换掉，没了的移出')
    .usage('[选项]')
    .action(action(async (options) => (await commands()).update(options, shell)));
  command('list', '列出档案里的文件')
    .usage('[选项]')
    .addOption(formatOption())
    .action(action(async (options) => (await commands()).list(options, shell)));
  command('remove', '把文件夹或文件移出档案（不动原文件）')
    .usage('[选项] 路径…')
    .argument('<路径...>', '文件夹或文件')
    .action(action(async (paths, options) => (await commands()).remove(paths, options, shell)));
  command('stats', '档案有多大')
    .usage('[选项]')
    .addOption(formatOption())
    .action(action(async (options) => (await commands()).stats(options, shell)));
}
