import type { Draft } from '../draft/types.ts';
import type { Host } from './host.ts';
import type { ExportWordParams, ExportWordResult } from './protocol/index.ts';

const NOT_OPEN = '请先打开要导出的稿子。';
const NO_DISK = '网页版不能导出 Word，请用桌面版打开，或用命令行 hegao export。';
const NOT_HERE = '只能导出到本机的文件夹。';

/** Answers 导出 Word for a draft as it stands in the editor; undefined where it is not open. */
export async function answerExport(
  { uri, to, profile }: ExportWordParams,
  draft: Draft | undefined,
  { files, exportWord }: Pick<Host, 'files' | 'exportWord'>,
): Promise<ExportWordResult> {
  const refused = (message: string): ExportWordResult => ({ written: false, message });
  if (!exportWord) return refused(NO_DISK);
  if (!draft) return refused(NOT_OPEN);
  const target = files.pathOf(to);
  if (target === undefined) return refused(NOT_HERE);
  return exportWord(draft, {
    from: files.pathOf(uri),
    to: target,
    profile: profile.includes(':') ? (files.pathOf(profile) ?? profile) : profile,
  });
}
