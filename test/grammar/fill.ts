import { BLANKS, MASKS } from './fillings.ts';

/** A piece of a snippet's body: plain text, or a tab stop. */
export type SnippetPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly number: number; readonly content: StopContent };

/** What a tab stop shows before anybody types: a default text, a list to choose from, or what its namesake shows. */
export type StopContent =
  | { readonly kind: 'default'; readonly text: string }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'mirror' };

/** What stands in the place of a stop; `undefined` leaves what the editor shows at first. */
export type Filling = (number: number, content: StopContent) => string | undefined;

/** Where a stop with content stands in an expanded snippet; UTF-16 offsets, end-exclusive. */
export interface FilledStop {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const STOP = /\\([\\$}])|\$(\d+)|\$\{(\d+)\}|\$\{(\d+):([^${}\\]*)\}|\$\{(\d+)\|([^|{}\\]*)\|\}/y;

/**
 * Reads a snippet body (VS Code's syntax without nesting, variables and transforms).
 * Throws where a `$`, `{`, `}` or `\` is not part of that syntax.
 */
export function parseSnippet(body: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const addText = (text: string): void => {
    const last = parts[parts.length - 1];
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text };
    else parts.push({ kind: 'text', text });
  };
  for (let at = 0; at < body.length; ) {
    STOP.lastIndex = at;
    const match = STOP.exec(body);
    if (!match) {
      if (/[${}\\]/.test(body[at]!)) throw new Error(`片段语法有误：“${body.slice(at, at + 20)}”`);
      addText(body[at]!);
      at++;
      continue;
    }
    const [all, escaped, bare, braced, numbered, text, choosing, options] = match;
    if (escaped !== undefined) addText(escaped);
    else {
      const number = Number(bare ?? braced ?? numbered ?? choosing);
      parts.push({ kind: 'stop', number, content: contentOf(text, options) });
    }
    at += all.length;
  }
  return parts;
}

function contentOf(text: string | undefined, options: string | undefined): StopContent {
  if (text !== undefined) return { kind: 'default', text };
  return options === undefined ? { kind: 'mirror' } : { kind: 'choice', options: options.split(',') };
}

/** The text that the editor holds once every stop is filled in, and where the stops with content stand. */
export function expand(parts: readonly SnippetPart[], filling: Filling) {
  const shown = new Map<number, string>();
  for (const part of parts) {
    if (part.kind === 'text' || part.content.kind === 'mirror') continue;
    const { number, content } = part;
    const first = content.kind === 'default' ? content.text : content.options[0]!;
    shown.set(number, filling(number, content) ?? first);
  }
  const stops: FilledStop[] = [];
  let text = '';
  for (const part of parts) {
    const piece = part.kind === 'text' ? part.text : (shown.get(part.number) ?? '');
    if (part.kind === 'stop' && part.content.kind !== 'mirror') {
      stops.push({ number: part.number, start: text.length, end: text.length + piece.length });
    }
    text += piece;
  }
  return { text, stops };
}

/** What a writer might type over a default text (`XX市` → 临江市); throws for a text that is in no table. */
export function realistic(defaultText: string): string {
  const label = /^【待补充：(.+)】$/.exec(defaultText)?.[1];
  const value = label === undefined ? MASKS[defaultText] : BLANKS[label];
  if (value === undefined) throw new Error(`fillings.ts 中没有“${defaultText}”的填写示例`);
  return value;
}
