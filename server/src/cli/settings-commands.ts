import type { Command } from 'commander';
import type { Action } from './action.ts';
import { fail, type Shell } from './io.ts';
import { formatOption, presetOption } from './option-types.ts';

/** The commands for rules, configuration and tables of terms. */
export function addSettingsCommands(program: Command, action: Action, shell: Shell): void {
  program
    .command('rules')
    .usage('[选项]')
    .description('列出全部规则')
    .addOption(formatOption())
    .action(action(async (options) => (await import('./rules.ts')).listRules(options, shell)));

  program
    .command('explain')
    .usage('规则')
    .description('说明一条规则：查什么、为什么、怎样改')
    .argument('<规则>', '规则的名称，如 placeholder-number')
    .action(action(async (id) => (await import('./rules.ts')).explain(id, shell)));

  program
    .command('ignore')
    .usage('add 文件:行:列 [选项]')
    .description('把一处提示记进 .hegao-ignore.yaml，不再报')
    .argument('<动作>', '只有 add')
    .argument('<位置>', '文件:行:列，如 讲话稿.txt:3:13')
    .option('--rule <规则>', '这里有几条提示时，写明是哪一条')
    .option('--reason <缘由>', '为什么保留')
    .addOption(presetOption('检查时以哪一套为底'))
    .option('--config <文件>', '用这个配置文件，不再逐级查找')
    .action(
      action(async (what, where, options) =>
        what === 'add'
          ? (await import('./ignore.ts')).addIgnore(where, options, shell)
          : fail(shell, 'hegao ignore 后面只能写 add，如 hegao ignore add 讲话稿.txt:3:13。'),
      ),
    );

  program
    .command('init')
    .usage('[选项]')
    .description('在当前文件夹写一个带说明的配置文件')
    .addOption(presetOption('以哪一套为底：hegao:draft、hegao:final 或 hegao:masked，默认 hegao:draft'))
    .action(action(async (options) => (await import('./init.ts')).init(options, shell)));

  program
    .command('terms')
    .usage('test 文件…')
    .description('试用词表：表里的例句该报的是否都报、不该报的是否都不报')
    .argument('<动作>', '只有 test')
    .argument('<文件...>', '用词表，YAML')
    .action(
      action(async (what: string, files: readonly string[]) =>
        what === 'test'
          ? (await import('./terms.ts')).testTerms(files, shell)
          : fail(shell, 'hegao terms 后面只能写 test，如 hegao terms test 用语.yaml。'),
      ),
    );
}
