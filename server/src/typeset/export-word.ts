import fs from 'node:fs';
import path from 'node:path';
import { isClassified } from '../draft/classified.ts';
import { splitLines } from '../draft/lines.ts';
import type { Draft } from '../draft/types.ts';
import { isSameFile, writeFile } from '../files/write.ts';
import { unsound } from '../word/xml-text.ts';
import { leftOut } from './left-out.ts';
import { loadWordWriter } from './load-writer.ts';
import { planDocument } from './plan.ts';
import type { Profile } from './profile.ts';

export interface WordExport {
  readonly profile: Profile;
  /** Full path of the file to write. */
  readonly to: string;
  /** Full path of the draft, which is never written over; undefined where it is in no file. */
  readonly from?: string | undefined;
  /** Another file may be written over. */
  readonly force: boolean;
  /** Leaves page numbers and text of web pages out. */
  readonly dropResidue: boolean;
}

/** What was done, or why nothing was: Chinese phrases without an end mark. */
export type WordExported =
  | { readonly failure: string }
  | { readonly paragraphs: number; readonly notes: readonly string[] };

/** Writes a draft as a Word file, whole or not at all. A classified one goes into no file. */
export async function exportWord(draft: Draft, wish: WordExport): Promise<WordExported> {
  const { to, from, force, dropResidue } = wish;
  if (isClassified(draft.text)) return { failure: '稿子标有密级，不导出；请在涉密计算机上排版' };
  if (path.extname(to).toLowerCase() !== '.docx') return { failure: '导出的文件应为 .docx' };
  if (from !== undefined && isSameFile(from, to))
    return { failure: '这是稿子本身，没有写入；请用 -o 另起一个名字' };
  if (!force && fs.existsSync(to)) return { failure: '已有这个文件，没有写入（要覆盖请加 --force）' };
  const paragraphs = planDocument(draft, { dropResidue });
  if (paragraphs.length === 0) return { failure: '稿子里没有文字，没有写入' };
  const loaded = loadWordWriter();
  if ('missing' in loaded) return { failure: loaded.missing };
  const title = draft.speeches.find((speech) => speech.title !== '')?.title ?? '';
  const bytes = await loaded.writer.wordDocument(paragraphs, wish.profile, title);
  const failure = writeFile(to, bytes);
  if (failure !== undefined) return { failure: `没有写入（${failure}）` };
  return { paragraphs: paragraphs.length, notes: notesOn(draft, dropResidue) };
}

/** What a reader of the file should know: what is marked in it, and what is not in it as it was written. */
function notesOn(draft: Draft, dropResidue: boolean): readonly string[] {
  const lines = splitLines(draft.text);
  const quoted = (spans: readonly { readonly start: number; readonly end: number }[]): string => {
    const shown = spans.slice(0, 3).map(({ start, end }) => {
      const line = lines.findIndex((one) => one.end >= start) + 1;
      const words = draft.text.slice(start, end).trim();
      return `第${line}行“${words.length > 16 ? `${words.slice(0, 16)}…` : words}”`;
    });
    return `${shown.join('、')}${spans.length > 3 ? '等' : ''}`;
  };
  const residue = draft.speeches.flatMap((speech) => speech.residue).map(({ span }) => span);
  const hidden = leftOut(draft);
  const odd = unsound(draft.text);
  const kept = dropResidue ? '没有写入' : '照样写入并标黄（不要请加 --drop-residue）';
  return [
    ...(residue.length > 0 ? [`页码、网页文字等残留${residue.length}处${kept}：${quoted(residue)}`] : []),
    ...(hidden.length > 0
      ? [`Markdown 的代码、链接地址等${hidden.length}处没有写入：${quoted(hidden)}`]
      : []),
    ...(odd > 0 ? [`Word 存不了的控制字符${odd}个写成了“\ufffd”`] : []),
  ];
}
