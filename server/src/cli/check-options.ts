import { type Command, Option } from 'commander';
import { ARCHIVE, append, choice, formatsOption, list, presetOption, workersOption } from './option-types.ts';

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

/** The options of `hegao check` besides those that choose files and settings. */
export function withCheckOptions(command: Command): Command {
  return withConclusion(command)
    .option('--rule <规则=级别>', '本次把一条规则改为某个级别（off 为关闭），可重复', append, [])
    .addOption(new Option('--fix', '先改正可以放心改的，再检查').conflicts('fixDryRun'))
    .option('--fix-dry-run', '只显示会怎样改，不写文件；有要改的退出码为1')
    .addOption(
      list('--fix-type <类别>', '改哪几类：safe（放心改）、suggestion（要看一眼），默认 safe', [
        'safe',
        'suggestion',
      ]),
    )
    .addOption(
      new Option('--since-file <旧稿>', '只报与这份旧稿相比新增的问题').conflicts([
        'updateBaseline',
        'pruneBaseline',
        'fix',
      ]),
    )
    .option('--cache', '记住查过的稿子，没有改动的下次不再查')
    .option('--cache-location <文件夹>', '缓存放在哪里，默认 .hegao-cache')
    .addOption(workersOption())
    .addOption(
      new Option('--shard <第几份/共几份>', '只查其中一份，如 2/4；各份用 hegao merge 合并').conflicts([
        'fix',
        'fixDryRun',
        'updateBaseline',
        'pruneBaseline',
      ]),
    )
    .addOption(
      new Option(
        '--annotate <文件.docx>',
        '另写一份带批注的 Word 文件，每个问题一条批注，原稿不动',
      ).conflicts(['fix', 'fixDryRun', 'shard', 'updateBaseline']),
    )
    .option('--annotate-changes', '有改法的，在批注之外再写成修订')
    .option('--annotate-date <时间>', '批注和修订上写的时间，如 2026-03-05T08:00:00，默认现在')
    .option('--force', '--annotate 的文件已经有了也重写')
    .option('--print-config <文件>', '不检查，只显示对这份稿子生效的配置');
}

/** The options that say what is made of findings, of `hegao check` and `hegao merge`. */
export function withConclusion(command: Command): Command {
  return command
    .addOption(formatsOption())
    .option('--output-file <文件>', '把结果写进文件，不写到标准输出')
    .addOption(
      choice('--fail-on <级别>', '达到这一级别时退出码为1：error、warning、info、hint、never，默认 error', [
        ...SEVERITIES,
        'never',
      ]).default('error'),
    )
    .option('--no-color', '不用颜色')
    .option('--archive <文件夹>', ARCHIVE)
    .option('--baseline <文件>', '基线：记在里面的问题不再报，只报新增的')
    .option('--update-baseline', '把现有的问题记进基线')
    .addOption(new Option('--prune-baseline', '从基线里去掉已经改好的').conflicts('updateBaseline'))
    .addOption(
      new Option('--since <版本>', '只报从 git 的这个版本（或这份旧稿）以来新增的问题').conflicts([
        'sinceFile',
        'updateBaseline',
        'pruneBaseline',
        'fix',
      ]),
    )
    .addOption(
      choice(
        '--report-unused-ignores [级别]',
        '指出已没有用处的忽略记录和注释：note（默认）只提示，error 时退出码为1',
        ['note', 'error'],
      ),
    );
}

/** The arguments and options that choose files and settings. */
export function withSelection(command: Command): Command {
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
