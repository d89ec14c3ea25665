import { Command, CommanderError } from 'commander';
import { addAloudCommands } from './aloud-commands.ts';
import { withCheckOptions, withConclusion } from './check-options.ts';
import { describeUsageError, HELP } from './help.ts';
import { EXIT, type Shell, say } from './io.ts';
import { ARCHIVE, choice, formatOption, presetOption, several, withDefaults } from './option-types.ts';
import { addRoundCommands } from './round-commands.ts';
import { VERSION } from './version.ts';

/** Parses the arguments and runs the command they name. Settles with the exit code. */
export async function runProgram(argv: readonly string[], shell: Shell): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('hegao');
  const action =
    <Arguments extends unknown[]>(run: (...given: Arguments) => Promise<number>) =>
    async (...given: Arguments): Promise<void> => {
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

  addRoundCommands(program, action, withSelection, shell);

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
    .addOption(
      choice('--format <格式>', '输出格式：table、csv 或 json，默认 table', ['table', 'csv', 'json']).default(
        'table',
      ),
    )
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .option('--write <文件.csv>', '不列出，写成一张口径表的初稿，供 metrics.ledger 使用')
    .option('--force', '口径表已经有了也重写')
    .action(action(async (paths, options) => (await import('./metrics.ts')).metrics(paths, options, shell)));

  program
    .command('outline')
    .usage('[选项] 文件')
    .description('列出一份稿子的层次：标题、一是、——、农业方面：')
    .argument('<文件>', '要查看的文件，- 为标准输入')
    .addOption(
      choice('--format <格式>', '输出格式：text、json 或 markdown，默认 text', [
        'text',
        'json',
        'markdown',
      ]).default('text'),
    )
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .action(action(async (file, options) => (await import('./outline.ts')).outline(file, options, shell)));

  addAloudCommands(program, action, shell);

  program
    .command('export')
    .usage('[选项] 文件')
    .description('把一份稿子排成 Word 文件：公文版式，或念稿用的大字版')
    .argument('<文件>', '要导出的稿子，- 为标准输入')
    .option('-o, --output <文件.docx>', '写到哪里，默认与稿子同名、同一文件夹')
    .option(
      '--profile <版式>',
      'gb9704（公文版式）、reading（大字版）或版式文件的路径，默认 gb9704',
      'gb9704',
    )
    .option('--drop-residue', '稿中的页码、网页文字等残留不写入（默认写入并标黄）')
    .option('--force', '已有这个文件也重写')
    .option('--stdin-filename <文件名>', '标准输入的文件名')
    .action(action(async (file, options) => (await import('./export.ts')).exportDraft(file, options, shell)));

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
          : misused(`hegao ignore 后面只能写 add，如 hegao ignore add 讲话稿.txt:3:13。`, shell),
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
          : misused('hegao terms 后面只能写 test，如 hegao terms test 用语.yaml。', shell),
      ),
    );

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

  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.failed;
  }
  try {
    await program.parseAsync(withDefaults(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.clean;
    await say(shell, describeUsageError(error, program, argv));
    return EXIT.failed;
  }
  return code;
}

const EXAMPLES = `
示例：
  hegao check 讲话稿.txt            检查一份稿子
  hegao check 稿件/                 检查文件夹下全部 .txt .md .speech .讲稿
  hegao check --preset hegao:final  按定稿的要求检查当前文件夹
  hegao placeholders 讲话稿.txt     还有哪些地方没有填

退出码：0 没有达到 --fail-on 的问题，1 有，2 用法、配置或读取有误。`;

function addArchiveCommands(
  archive: Command,
  action: <Arguments extends unknown[]>(
    run: (...given: Arguments) => Promise<number>,
  ) => (...given: Arguments) => Promise<void>,
  shell: Shell,
): void {
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

function withSelection(command: Command): Command {
  return command
    .argument('[路径...]', '文件、文件夹或通配式，- 为标准输入，默认当前文件夹')
    .addOption(
      presetOption(
        '以 hegao:draft（起草）、hegao:final（定稿）或 hegao:masked（脱敏）为底，代替配置文件的 extends',
      ),
    )
    .option('--config <文件>', '用这个配置文件，不再逐级查找')
    .option('--no-config', '不用任何配置文件')
    .option('--stdin-filename <文件名>', '标准输入的文件名，用于查找配置和判断格式');
}

async function misused(sentence: string, shell: Shell): Promise<number> {
  await say(shell, sentence);
  return EXIT.failed;
}

/** The other ways to talk to a server, as editors that start one as a module ask for them. */
const TRANSPORT = /^--(?:node-ipc$|socket=|pipe=)/;

async function startServer(asked: boolean, shell: Shell): Promise<number> {
  if (!asked) {
    await say(shell, '请写 hegao lsp --stdio：语言服务器只经标准输入输出通信。');
    return EXIT.failed;
  }
  try {
    await shell.startServer();
  } catch (error) {
    await say(shell, `语言服务器未能启动：${error instanceof Error ? error.message : String(error)}`);
    return EXIT.failed;
  }
  return EXIT.clean;
}
