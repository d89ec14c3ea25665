import type { ReadLine } from './lines.ts';
import { type Form, kindOf } from './residue/form.ts';
import { LABEL_LINES, LABELS_INSIDE } from './residue/labels.ts';
import { NOTES_INSIDE, NOTES_WHOLE } from './residue/notes.ts';
import { isBarePage, PAGE_LINES, PAGE_OF_PAGES, PAGES_INSIDE } from './residue/pages.ts';
import { isDoubledTitle } from './residue/titles.ts';
import { WEB_INSIDE, WEB_LINES } from './residue/web.ts';
import type { Residue } from './types.ts';

/** Forms of lines that are residue from end to end. */
export const WHOLE_FORMS: readonly Form[] = [
  ...PAGE_LINES,
  PAGE_OF_PAGES,
  ...LABEL_LINES,
  ...WEB_LINES,
  ...NOTES_WHOLE,
];

/** Forms of residue inside a line. */
export const INSIDE_FORMS: readonly Form[] = [
  ...PAGES_INSIDE,
  ...LABELS_INSIDE,
  ...WEB_INSIDE,
  ...NOTES_INSIDE,
];

/** Those that need no word of the web. */
const NEAR_FORMS: readonly Form[] = [...PAGES_INSIDE, ...LABELS_INSIDE];

/** Without one of these in the line no form of web text can match: most lines are spared the look for each. */
const WEB_WORDS = /文档|下载|编辑|编者|责编|校|审|小编|网|文库|道客|内容|帮助|[&<]/;

/** No whole line of residue is longer. */
const LONGEST_WHOLE = 90;

/** Cheap refusal: a line without any of these characters or words holds no residue inside. */
const SUSPECT = /[-—–─&<[（(【篇]|文档|文库|道客巴巴|网[。！]?$|下载|可编辑|小编|全部内容|相关内容|帮助/;

/**
 * Residue of a text, in order (practice: what collections, page layout and copying leave behind). `lines` are all its
 * lines; spans are offsets in the text.
 */
export function textResidue(lines: readonly ReadLine[]): Residue[] {
  const words = lines.map(({ form }) => form.text);
  const found: Residue[] = [];
  lines.forEach(({ at, form }, i) => {
    if (form.text === '') return;
    if (isBarePage(words, i)) found.push(wholeLine(form.text, at, 'page-number'));
    else if (form.titleLine && isDoubledTitle(words, i))
      found.push(wholeLine(form.text, at, 'doubled-title'));
    else for (const residue of form.residue) found.push(shifted(residue, at));
  });
  return found;
}

function shifted(residue: Residue, by: number): Residue {
  return { ...residue, span: { start: residue.span.start + by, end: residue.span.end + by } };
}

/** Residue of one physical line, seen without its neighbours. `base` is the source offset of the line. */
export function lineResidue(line: string, base: number): Residue[] {
  const text = line.trim();
  if (text === '') return [];
  const whole = text.length <= LONGEST_WHOLE && WHOLE_FORMS.find((form) => matchesWhole(form, text));
  if (whole) return [wholeLine(line, base, whole.reason)];
  if (!SUSPECT.test(text)) return [];
  const from = base + line.indexOf(text);
  const found: Residue[] = [];
  const forms = WEB_WORDS.test(text) ? INSIDE_FORMS : NEAR_FORMS;
  for (const { reason, pattern, accept } of forms) {
    for (const match of text.matchAll(pattern)) {
      if (accept && !accept(match)) continue;
      const residue = match[1] ?? match[0];
      const start = from + match.index + match[0].indexOf(residue);
      const span = { start, end: start + residue.length };
      found.push({ span, kind: kindOf(reason), reason, wholeLine: false });
    }
  }
  return withoutOverlaps(found.sort((a, b) => a.span.start - b.span.start));
}

/** Of residues sorted by place, those that begin where the one before has ended. */
function withoutOverlaps(sorted: readonly Residue[]): Residue[] {
  let end = 0;
  return sorted.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function matchesWhole({ pattern, accept }: Form, text: string): boolean {
  const match = pattern.exec(text);
  return match !== null && (!accept || accept(match));
}

function wholeLine(line: string, base: number, reason: Residue['reason']): Residue {
  const text = line.trim();
  const start = base + line.indexOf(text);
  return { span: { start, end: start + text.length }, kind: kindOf(reason), reason, wholeLine: true };
}
