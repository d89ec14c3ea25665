import type { CheckOptions } from './check.ts';
import type { Selection } from './collect.ts';
import { EXIT, type Shell, say } from './io.ts';
import { wantsColor } from './report-text.ts';

type Outcome = { readonly mistake: string } | { readonly code: number } | { readonly done: true };

/** Fixes what `--fix` asks for before the check, or shows it for `--fix-dry-run` in place of the check. */
export async function fixFirst(
  paths: readonly string[],
  selection: Selection,
  options: CheckOptions,
  shell: Shell,
): Promise<Outcome> {
  const { fix, fixDryRun, fixType = ['safe'] } = options;
  if (!fix && !fixDryRun) {
    return options.fixType ? { mistake: '--fix-type 要和 --fix 或 --fix-dry-run 同用。' } : { done: true };
  }
  if (fix && paths.includes('-'))
    return { mistake: '标准输入不能改写，请写明文件，或用 --fix-dry-run 查看。' };
  const { fixFiles } = await import('./fix.ts');
  const { changed, count, failures, notes, unread } = await fixFiles(paths, selection, fixType, !fix, shell);
  for (const sentence of [...notes, ...failures]) await say(shell, sentence);
  if (failures.length > 0) return { code: EXIT.failed };
  const where = `${count}处（${changed.length}个文件）`;
  if (fix) {
    if (count > 0) await say(shell, `已改正${where}。`);
    return { done: true };
  }
  const { createColors } = (await import('picocolors')).default;
  const colors = createColors(options.color && wantsColor(shell));
  const { unifiedDiff } = await import('./diff.ts');
  for (const change of changed) shell.out.write(unifiedDiff(change, colors));
  await say(shell, count > 0 ? `可改正${where}，没有写文件。` : '没有可以自动改正的。');
  if (unread) return { code: EXIT.failed };
  return { code: count > 0 ? EXIT.found : EXIT.clean };
}
