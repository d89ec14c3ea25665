import type { Command } from 'commander';
import { MASK_KINDS } from '../engine/masking/kinds.ts';
import type { Action } from './action.ts';
import type { Shell } from './io.ts';
import { list, several } from './option-types.ts';

/** `hegao mask` and `hegao unmask`. */
export function addMaskCommands(program: Command, action: Action, shell: Shell): void {
  program
    .command('mask')
    .usage('[选项] 文件 --key 稿.key.json')
    .description('生成脱敏稿：隐去人名、地名、单位等，密钥另存，可以还原')
    .argument('<文件>', '定稿')
    .option('-o, --output <文件>', '脱敏稿，默认为“稿_脱敏.txt”；已有的不覆盖')
    .option('--key <文件>', '密钥文件，以 .key.json 结尾；已有的不覆盖')
    .addOption(
      list(
        '--what <种类>',
        '隐去哪些：names 人名、places 地名、bodies 单位、documents 文号、sessions 届次、figures 数据、dates 日期；默认前五种，电话和身份证号一律隐去',
        Object.keys(MASK_KINDS),
      ),
    )
    .addOption(several('--keep <词...>', '这些词不隐去（写在文件之后）'))
    .option('--also <文件>', '另外要隐去的词，一行一个')
    .option('--numbered', '每人、每地、每个单位一个编号：XX①市、XX②市')
    .option('--list', '只列出要隐去的名称、处数和记号，不生成')
    .action(action(async (file, options) => (await import('./mask.ts')).mask(file, options, shell)));

  program
    .command('unmask')
    .usage('[选项] 脱敏稿 --key 稿.key.json')
    .description('还原脱敏稿；改过的也能还原，拿不准的列出来')
    .argument('<文件>', '脱敏稿')
    .option('--key <文件>', '生成脱敏稿时存下的密钥文件')
    .option('-o, --output <文件>', '还原稿，默认为“稿_还原.txt”；已有的不覆盖')
    .action(action(async (file, options) => (await import('./unmask.ts')).unmask(file, options, shell)));
}
