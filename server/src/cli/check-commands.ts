import type { Command } from 'commander';
import type { Action } from './action.ts';
import { withCheckOptions, withConclusion, withSelection } from './check-options.ts';
import type { Shell } from './io.ts';
import { choice, several } from './option-types.ts';

/** `hegao check`, `hegao merge` and `hegao placeholders`. */
export function addCheckCommands(program: Command, action: Action, shell: Shell): void {
  withCheckOptions(
    withSelection(program.command('check').usage('[选项] [路径…]').description('检查讲话稿，列出问题')),
  ).action(
    action(async (paths, options) =>
      options.printConfig === undefined
        ? (await import('./check.ts')).check(paths, options, shell)
        : (await import('./print-config.ts')).printConfig(options.printConfig, options, shell),
    ),
  );

  withConclusion(
    program
      .command('merge')
      .usage('[选项] 报告…')
      .description('把 hegao check --shard 各份的报告合并成一份')
      .argument('<报告...>', '各份用 --format shard 写的报告'),
  ).action(action(async (files, options) => (await import('./merge.ts')).merge(files, options, shell)));

  withSelection(
    program.command('placeholders').usage('[选项] [路径…]').description('列出尚未填写的地方（待补清单）'),
  )
    .addOption(
      choice(
        '--format <格式>',
        '输出格式：text、markdown（核对清单）、csv（WPS、Excel 表格）或 json，默认 text',
        ['text', 'markdown', 'csv', 'json'],
      ).default('text'),
    )
    .addOption(
      choice('--stage <阶段>', '按 draft（起草）或 final（定稿）的要求；还有待补之处时退出码都为1', [
        'draft',
        'final',
      ]).conflicts('preset'),
    )
    .addOption(
      several('--values-from <文件...>', '同一篇稿子已补全的另一份，从中找可填的内容（写在路径之后）'),
    )
    .action(
      action(async (paths, options) =>
        (await import('./placeholders.ts')).placeholders(paths, options, shell),
      ),
    );
}
