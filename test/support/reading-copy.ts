import { readDraft } from '../../server/src/draft/read.ts';
import type { Draft } from '../../server/src/draft/types.ts';
import { readingCopyBody } from '../../server/src/engine/reading-copy/body.ts';
import type { ReadingCopyOptions } from '../../server/src/engine/reading-copy/types.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';

const PLAIN: ReadingCopyOptions = { pinyin: 'ruby', size: 22, rate: undefined, sectionPages: false };

/** The body of a reading copy of a text. */
export function copyOf(text: string, options: Partial<ReadingCopyOptions> = {}): string {
  return readingCopyBody(readDraft(text), createFactMemory(), { ...PLAIN, ...options });
}

/** What a page shows besides the readings, without white space: HTML without its tags. */
export function visible(html: string): string {
  return html
    .replace(/<rt>[^<]*<\/rt>|<span class="reading">[^<]*<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s/g, '');
}

/** What a page should show of a draft: all but its residue, without white space. */
export function wordsOf({ text, speeches }: Draft): string {
  const residue = speeches.flatMap((speech) => speech.residue).sort((a, b) => a.span.start - b.span.start);
  let kept = '';
  let done = 0;
  for (const { span } of residue) {
    kept += text.slice(done, Math.max(done, span.start));
    done = Math.max(done, span.end);
  }
  return (kept + text.slice(done)).replace(/\s/g, '');
}
