import { paragraphRule } from '../../engine/define.ts';
import type { Level, MarkCheck, Rule } from '../../engine/types.ts';
import type { PlaceholderKind } from '../../facts/placeholders/read.ts';

/** A rule that reports the placeholders of one kind. `message` gets the text as written. */
export function placeholderRule(definition: {
  readonly id: string;
  readonly title: string;
  readonly kind: PlaceholderKind;
  readonly level?: Level;
  readonly message: (text: string) => string;
  readonly marks?: MarkCheck;
}): Rule {
  const { id, title, kind, level = 'warning', message, marks } = definition;
  return paragraphRule({
    id,
    title,
    level,
    finalLevel: 'error',
    masked: { level: 'off' },
    source: '惯例',
    ...(marks ? { marks } : {}),
    check: (facts) =>
      facts.placeholders
        .filter((placeholder) => placeholder.kind === kind)
        .map(({ span, text }) => ({ messageId: 'blank', message: message(text), span })),
  });
}
