import { type Command, InvalidArgumentError, Option } from 'commander';
import { PINYIN, SIZES } from '../engine/reading-copy/types.ts';
import { choice } from './option-types.ts';

/** Characters a minute. */
export function rateOption(): Option {
  return new Option('--rate <字数>', '每分钟念多少字，默认按配置的 speech.charactersPerMinute，或200');
}

/** The options of `hegao print`. */
export function withPrintOptions(command: Command): Command {
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
