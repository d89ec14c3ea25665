import type { Command, CommanderError, HelpConfiguration } from 'commander';
import { suggestion } from '../config/nearest.ts';
import { textWidth } from './width.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Help pages in Chinese; columns line up by display width. */
export const HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  displayWidth: textWidth,
  optionDescription: ({ description }) => description,
  argumentDescription: ({ description }) => description,
  subcommandTerm: (command) => command.name(),
};

/** What is wrong with the arguments, in one Chinese sentence. */
export function describeUsageError(
  { code, message }: CommanderError,
  program: Command,
  argv: readonly string[],
): string {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const command = program.commands.find((c) => c.name() === argv[0]);
  const more = `用 hegao ${command ? `${command.name()} ` : ''}--help 查看用法。`;
  switch (code) {
    case 'commander.unknownOption': {
      const options = [...program.options, ...(command?.options ?? [])].flatMap((o) => o.long ?? []);
      return `没有“${name}”这个选项${suggestion(name, [...options, '--help']) || '，'}${more}`;
    }
    case 'commander.unknownCommand': {
      const names = program.commands.map((c) => c.name());
      const close = suggestion(name, names);
      return `没有“${name}”这个命令${close || `；要检查文件请写 hegao check ${name}。`}${more}`;
    }
    case 'commander.missingArgument':
      return `缺少参数“${name}”。${more}`;
    case 'commander.optionMissingArgument':
      return `选项“${longFlag(name)}”后面缺少值。${more}`;
    case 'commander.conflictingOption': {
      const [one, other] = [...message.matchAll(/'([^']*)'/g)].map(([, flags]) => longFlag(flags!));
      return `选项“${one}”和“${other}”不能同时用。${more}`;
    }
    case 'commander.excessArguments':
      return `参数太多。${more}`;
    case 'commander.invalidArgument': {
      const [, option, value, allowed] =
        /^[^']*'([^']*)' argument '([\s\S]*)' is invalid\. ([\s\S]*)/.exec(message) ?? [];
      return `选项“${longFlag(option ?? '')}”不能是“${value}”，${allowed}${more}`;
    }
    default:
      return `${message}。${more}`;
  }
}

/** `--format` of `-f, --format <格式>`. */
function longFlag(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}
