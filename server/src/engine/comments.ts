import { commentSpans } from '../draft/markdown.ts';
import { contains, type Span, slice } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import type { Finding } from './types.ts';

/** What one comment of a Markdown draft keeps quiet. */
export interface Comment {
  /** The comment itself. */
  readonly span: Span;
  /** The rule that it names; undefined for all. */
  readonly rule: string | undefined;
  /** Findings that begin in it, its end included, are kept quiet. */
  readonly reach: Span;
  /** What stands after ` -- `. */
  readonly reason?: string;
}

/** The findings that remain, those that do not, and the comments that silenced none. */
export interface Commented {
  readonly findings: readonly Finding[];
  readonly silenced: readonly { readonly finding: Finding; readonly comment: Comment }[];
  readonly unused: readonly Comment[];
}

const DIRECTIVE =
  /^<!--\s*hegao-(disable-next-line|disable-line|disable-file|disable|enable)((?:[\s,，、]+[a-z][a-z0-9]*(?:-[a-z0-9]+)*)*)\s*(?:--\s([\s\S]*))?-->$/;

/**
 * The comments of a Markdown draft by which findings are kept quiet: `<!-- hegao-disable-next-line RULE… -->`,
 * `-line`, `-file`, and `hegao-disable` up to `hegao-enable` or the end. Without a rule they are about all; after
 * ` -- ` stands the reason. Offsets are in the source.
 */
export function readComments({ text, kind }: Draft): readonly Comment[] {
  if (kind !== 'markdown' || !/<!--\s*hegao-/.test(text)) return [];
  const comments: Comment[] = [];
  const open: Omit<Comment, 'reach'>[] = [];
  const close = (at: number, names: readonly (string | undefined)[]): void => {
    for (let i = open.length - 1; i >= 0; i--) {
      const one = open[i]!;
      if (!names.includes(one.rule) && !names.includes(undefined)) continue;
      comments.push({ ...one, reach: { start: one.span.end, end: at } });
      open.splice(i, 1);
    }
  };
  for (const span of commentSpans(text)) {
    const [, what, list = '', said = ''] = DIRECTIVE.exec(slice(text, span)) ?? [];
    if (what === undefined) continue;
    const names = list.split(/[\s,，、]+/).filter((name) => name !== '');
    const named = names.length > 0 ? names : [undefined];
    const reason = said.trim() === '' ? {} : { reason: said.trim() };
    const ones = named.map((rule) => ({ span, rule, ...reason }));
    if (what === 'enable') close(span.start, named);
    else if (what === 'disable') open.push(...ones);
    else {
      const reach = reachOf(what, text, span);
      comments.push(...ones.map((one) => ({ ...one, reach })));
    }
  }
  close(text.length, [undefined]);
  return comments.sort((a, b) => a.span.start - b.span.start);
}

function reachOf(what: string, text: string, span: Span): Span {
  if (what === 'disable-file') return { start: 0, end: text.length };
  if (what === 'disable-line') return lineAt(text, span.start);
  return lineAt(text, nextText(text, span.end));
}

/** Where the next line with something on it begins. */
function nextText(text: string, from: number): number {
  const end = lineAt(text, from).end;
  const blank = /^(?:[ \t\u3000]*(?:\r\n|\r|\n))+/.exec(text.slice(end));
  return end + (blank?.[0].length ?? 0);
}

function lineAt(text: string, offset: number): Span {
  const start =
    offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return { start, end: offset + /^[^\r\n]*/.exec(text.slice(offset))![0].length };
}

/** Leaves out what comments keep quiet. */
export function heed(findings: readonly Finding[], comments: readonly Comment[]): Commented {
  if (comments.length === 0) return { findings, silenced: [], unused: [] };
  const used = new Set<Comment>();
  const silenced: { readonly finding: Finding; readonly comment: Comment }[] = [];
  const kept = findings.filter((finding) => {
    const { start } = finding.span;
    const hits = comments.filter(
      ({ rule, reach }) =>
        (rule === undefined || rule === finding.ruleId) && contains(reach, { start, end: start }),
    );
    for (const hit of hits) used.add(hit);
    const [first] = hits;
    if (first) silenced.push({ finding, comment: hits.find(({ reason }) => reason) ?? first });
    return hits.length === 0;
  });
  return { findings: kept, silenced, unused: comments.filter((comment) => !used.has(comment)) };
}
