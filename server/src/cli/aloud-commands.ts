import { type Command, InvalidArgumentError, Option } from 'commander';
import { PINYIN, SIZES } from '../engine/reading-copy/types.ts';
import type { Action } from './action.ts';
import type { Shell } from './io.ts';
import { choice, formatOption } from './option-types.ts';

/** `hegao duration` and `hegao print`. */
export function addAloudCommands(program: Command, action: Action, shell: Shell): void {
  program
    .command('duration')
    .usage('[选项] 文件')
    .description('念一遍要多久：全篇的、各部分的，数字按念法算')
    .argument('<文件>', '要查看的文件，- 为标准输入')
    .addOption(formatOption())
    .addOption(rateOption())
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .action(action(async (file, options) => (await import('./duration.ts')).duration(file, options, shell)));

  withPrintOptions(
    program
      .command('print')
      .usage('[选项] 文件')
      .description('生成念稿：大字、数字和名称不拆行、没填的加框，一个可打印的 HTML 文件'),
  ).action(action(async (file, options) => (await import('./print.ts')).print(file, options, shell)));
}

/** Characters a minute. */
function rateOption(): Option {
  return new Option('--rate <字数>', '每分钟念多少字，默认按配置的 speech.charactersPerMinute，或200');
}

/** The options of `hegao print`. */
function withPrintOptions(command: Command): Command {
  return command
    .argument('<文件>', '要打印的稿子，- 为标准输入')
    .option('-o, --output-file <文件>', '写进这个文件，不写则输出到标准输出')
    .addOption(
      choice(
        '--pinyin <写法>',
        '生僻字、容易念错的字注音：ruby（注在字上）、bracket（注在字后括号里）、off（不注），默认 ruby',
        PINYIN,
      ).default('ruby'),
    )
    .addOption(sizeOption())
    .option('--times', '在页边注明全篇和各部分要念多久')
    .option('--section-pages', '每个大标题另起一页')
    .addOption(rateOption())
    .option('--stdin-filename <文件名>', '标准输入的文件名');
}

function sizeOption(): Option {
  const { lowest, usual, highest } = SIZES;
  return new Option('--size <磅>', `字号，${lowest}到${highest}磅，默认${usual}（二号）`)
    .default(usual)
    .argParser((value: string) => {
      const size = Number(value);
      if (/^\d+(?:\.5)?$/.test(value) && size >= lowest && size <= highest) return size;
      throw new InvalidArgumentError(`应为${lowest}到${highest}之间的磅数。`);
    });
}
