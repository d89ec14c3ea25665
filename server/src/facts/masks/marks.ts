import { touching } from '../../draft/halving.ts';
import { overlaps, type Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import type { Placeholder } from '../placeholders/read.ts';
import type { MaskEntity } from './types.ts';

/** A place that the file, not the text, shows to be open. */
export interface BlankMark {
  readonly kind: 'blank' | 'prompt' | 'highlight';
  /** In the source. */
  readonly span: Span;
  readonly text: string;
}

/** The marks of a speech that ask for something, but those that only repeat what a placeholder says. */
export function readBlankMarks(
  { marks, paragraphs }: Speech,
  placeholdersOf: (text: string) => readonly Placeholder[],
): readonly BlankMark[] {
  const found: BlankMark[] = [];
  for (const { kind, span, text } of marks) {
    if (kind === 'comment' || kind === 'revision') continue;
    const told = touching(paragraphs, (p) => p.span, span).some((paragraph) =>
      placeholdersOf(paragraph.text).some((placeholder) =>
        overlaps(paragraph.toSource(placeholder.span), span),
      ),
    );
    if (!told) found.push({ kind, span, text });
  }
  return found;
}

const LABELS: Readonly<Record<BlankMark['kind'], string>> = {
  blank: '下划线空白',
  prompt: '未填的内容控件',
  highlight: '突出显示',
};

/** The things that a speech leaves open, with those that only the file shows, in order of their first places. */
export function withMarks(
  entities: readonly MaskEntity[],
  blanks: readonly BlankMark[],
): readonly MaskEntity[] {
  if (blanks.length === 0) return entities;
  const marked = blanks.map(({ kind, span, text }): MaskEntity => {
    const shown = text.trim() === '' ? '' : `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
    return { kind: 'blank', label: LABELS[kind] + shown, places: [{ span, text }], several: false };
  });
  return [...entities, ...marked].sort((a, b) => a.places[0]!.span.start - b.places[0]!.span.start);
}
