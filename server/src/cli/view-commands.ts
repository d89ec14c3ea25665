import type { Command } from 'commander';
import type { Action } from './action.ts';
import type { Shell } from './io.ts';
import { formatOption } from './option-types.ts';

/** The commands that show what a draft holds: how it is understood, its figures, its outline. */
export function addViewCommands(program: Command, action: Action, shell: Shell): void {
  program
    .command('inspect')
    .usage('[选项] 文件')
    .description('显示对一份稿子的理解：篇、各部分、层次、预告、待补等')
    .argument('<文件>', '要查看的文件，- 为标准输入')
    .addOption(formatOption())
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .action(action(async (file, options) => (await import('./inspect.ts')).inspect(file, options, shell)));

  program
    .command('metrics')
    .usage('[选项] [文件…]')
    .description('列出稿子里的数据（台账）：指标、范围、时期、类别、数值、单位、位置')
    .argument('[文件...]', '文件、文件夹或通配式，- 为标准输入，默认当前文件夹')
    .addOption(formatOption(['table', 'csv', 'json']))
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .option('--write <文件.csv>', '不列出，写成一张口径表的初稿，供 metrics.ledger 使用')
    .option('--force', '口径表已经有了也重写')
    .action(action(async (paths, options) => (await import('./metrics.ts')).metrics(paths, options, shell)));

  program
    .command('outline')
    .usage('[选项] 文件')
    .description('列出一份稿子的层次：标题、一是、——、农业方面：')
    .argument('<文件>', '要查看的文件，- 为标准输入')
    .addOption(formatOption(['text', 'json', 'markdown']))
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .action(action(async (file, options) => (await import('./outline.ts')).outline(file, options, shell)));
}
