import { Command, CommanderError } from 'commander';
import type { Action } from './action.ts';
import { addAloudCommands } from './aloud-commands.ts';
import { addCheckCommands } from './check-commands.ts';
import { addEarlierCommands } from './earlier-commands.ts';
import { addExportCommand } from './export-commands.ts';
import { describeUsageError, HELP } from './help.ts';
import { EXIT, type Shell, sayLines } from './io.ts';
import { addMaskCommands } from './mask-commands.ts';
import { withDefaults } from './option-types.ts';
import { addRoundCommands } from './round-commands.ts';
import { addServerCommand } from './server-commands.ts';
import { addSettingsCommands } from './settings-commands.ts';
import { VERSION } from './version.ts';
import { addViewCommands } from './view-commands.ts';

/** Parses the arguments and runs the command they name. Settles with the exit code. */
export async function runProgram(argv: readonly string[], shell: Shell): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('hegao');
  const action: Action =
    (run) =>
    async (...given) => {
      code = await run(...given);
    };

  program
    .description('核稿：讲话稿、汇报稿送签之前的检查。')
    .usage('<命令> [选项]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void shell.out.write(text),
      writeErr: () => {},
      getOutHasColors: () => false,
    })
    .configureHelp(HELP)
    .version(VERSION, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .addHelpText('after', EXAMPLES);

  for (const add of COMMANDS) add(program, action, shell);

  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.failed;
  }
  try {
    await program.parseAsync(withDefaults(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.clean;
    await sayLines(shell, describeUsageError(error, program, argv));
    return EXIT.failed;
  }
  return code;
}

/** In the order of the help page. */
const COMMANDS = [
  addCheckCommands,
  addRoundCommands,
  addViewCommands,
  addAloudCommands,
  addExportCommand,
  addMaskCommands,
  addEarlierCommands,
  addSettingsCommands,
  addServerCommand,
] as const;

const EXAMPLES = `
示例：
  hegao check 讲话稿.txt            检查一份稿子
  hegao check 稿件/                 检查文件夹下全部 .txt .md .speech .讲稿
  hegao check --preset hegao:final  按定稿的要求检查当前文件夹
  hegao placeholders 讲话稿.txt     还有哪些地方没有填

退出码：0 没有达到 --fail-on 的问题，1 有，2 用法、配置或读取有误。`;
