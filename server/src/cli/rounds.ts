import { isClassified } from '../draft/classified.ts';
import type { Draft } from '../draft/types.ts';
import { createChecker } from '../engine/check.ts';
import { presetSettings } from '../engine/presets.ts';
import { compareDrafts, type PlacedChange } from '../engine/rounds.ts';
import type { Finding } from '../engine/types.ts';
import halfUpdated from '../rules/half-updated.ts';
import { readNamed } from './collect.ts';
import { createWordSource } from './figures.ts';
import { EXIT, fail, type Shell, say } from './io.ts';

export interface RoundsOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly stdinFilename?: string;
}

/** Two versions of a draft as they are shown. */
export interface ShownRound {
  readonly old: { readonly name: string; readonly draft: Draft };
  readonly now: { readonly name: string; readonly draft: Draft };
  readonly changes: readonly PlacedChange[];
  /** What was changed in one place and left in others; places are of the new version. */
  readonly halves: readonly Finding[];
}

/** `hegao diff`: what differs between two versions of a draft. Settles with the exit code: 0 nothing of substance, 1 something, 2 a failure. */
export async function diffDrafts(
  oldFile: string,
  nowFile: string,
  { format, stdinFilename }: RoundsOptions,
  shell: Shell,
): Promise<number> {
  if (oldFile === '-' && nowFile === '-') return fail(shell, '旧稿、新稿只能有一份来自标准输入。');
  const old = await readNamed(oldFile, stdinFilename, shell);
  const now = await readNamed(nowFile, stdinFilename, shell);
  if (!old || !now) return EXIT.failed;
  for (const { name, draft } of [old, now]) {
    if (format === 'text' || !isClassified(draft.text)) continue;
    return fail(shell, `${name}：稿子标有密级，不写入导出的对照表；请在本机终端查看。`);
  }
  const checker = createChecker([halfUpdated], { words: createWordSource() });
  const changes = compareDrafts(old.draft, now.draft, checker.facts);
  const { findings, failures } = checker.check(now.draft, presetSettings([halfUpdated]), old.draft);
  for (const { message } of failures) await say(shell, message);
  const show = await formatOf(format);
  shell.out.write(show({ old, now, changes, halves: findings }));
  if (failures.length > 0) return EXIT.failed;
  return changes.length > 0 ? EXIT.found : EXIT.clean;
}

async function formatOf(format: RoundsOptions['format']): Promise<(round: ShownRound) => string> {
  if (format === 'json') return (await import('./rounds-json.ts')).roundJson;
  if (format === 'markdown') return (await import('./rounds-markdown.ts')).roundMarkdown;
  return (await import('./rounds-text.ts')).roundText;
}
