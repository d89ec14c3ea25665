import type { Command } from 'commander';
import type { Action } from './action.ts';
import type { Shell } from './io.ts';

/** `hegao export`. */
export function addExportCommand(program: Command, action: Action, shell: Shell): void {
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
}
