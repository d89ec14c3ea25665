import type { Command } from 'commander';
import type { Action } from './action.ts';
import { EXIT, fail, type Shell } from './io.ts';

/** `hegao lsp`. */
export function addServerCommand(program: Command, action: Action, shell: Shell): void {
  program
    .command('lsp')
    .usage('--stdio')
    .description('启动语言服务器，供编辑器使用')
    .option('--stdio', '经标准输入输出通信')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(
      action(async ({ stdio }: { stdio?: true }, { args }: Command) =>
        startServer(stdio === true || args.some((arg) => TRANSPORT.test(arg)), shell),
      ),
    );
}

/** The other ways to talk to a server, as editors that start one as a module ask for them. */
const TRANSPORT = /^--(?:node-ipc$|socket=|pipe=)/;

async function startServer(asked: boolean, shell: Shell): Promise<number> {
  if (!asked) return fail(shell, '请写 hegao lsp --stdio：语言服务器只经标准输入输出通信。');
  try {
    await shell.startServer();
  } catch (error) {
    return fail(shell, `语言服务器未能启动：${error instanceof Error ? error.message : String(error)}`);
  }
  return EXIT.clean;
}
