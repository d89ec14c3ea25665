import type { Draft } from '../../draft/types.ts';
import type { FactMemory } from '../../facts/facts.ts';
import { escapeXml } from '../escape.ts';
import { readingCopyBody, readingCopyTitle } from './body.ts';
import { readingCopyStyle } from './style.ts';
import type { ReadingCopyOptions } from './types.ts';

/** A reading copy in parts, for whoever makes the page around them. */
export interface ReadingCopy {
  readonly title: string;
  readonly style: string;
  /** HTML without script or style; all text is escaped. */
  readonly body: string;
}

/** A draft as it is read from the desk: large letters, no figure or name over two lines, blanks boxed. */
export function makeReadingCopy(draft: Draft, memory: FactMemory, options: ReadingCopyOptions): ReadingCopy {
  return {
    title: readingCopyTitle(draft),
    style: readingCopyStyle(options.size),
    body: readingCopyBody(draft, memory, options),
  };
}

/** A page of its own: it loads nothing and runs nothing. */
export function readingCopyPage({ title, style, body }: ReadingCopy): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>
${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
