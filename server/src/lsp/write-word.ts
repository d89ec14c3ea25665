import type { Draft } from '../draft/types.ts';
import { exportWord } from '../typeset/export-word.ts';
import { findProfile } from '../typeset/profile-file.ts';
import type { WordWish } from './host.ts';
import type { ExportWordResult } from './protocol/index.ts';

/** Writes a draft as a Word file on the disk; whoever chose the name agreed to write over what is there. */
export async function writeWord(draft: Draft, { from, to, profile }: WordWish): Promise<ExportWordResult> {
  const found = findProfile(profile, (file) => file);
  if ('failure' in found) return { written: false, message: found.failure };
  if ('problems' in found) {
    const sentences = found.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
    return { written: false, message: `版式文件 ${profile} 有误：${sentences.join('')}` };
  }
  const done = await exportWord(draft, {
    profile: found.profile,
    to,
    from,
    force: true,
    dropResidue: false,
  });
  if ('failure' in done) return { written: false, message: `${done.failure}。` };
  return {
    written: true,
    message: [`已导出 Word，${done.paragraphs}段。`, ...done.notes.map((note) => `${note}。`)].join(''),
  };
}
