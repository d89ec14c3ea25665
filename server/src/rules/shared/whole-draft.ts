import type { Draft, Paragraph, Speech } from '../../draft/types.ts';
import type { Edit, Fix, Report } from '../../engine/types.ts';
import type { Picker } from '../../facts/columns.ts';
import type { FactMemory, ParagraphFacts } from '../../facts/facts.ts';

/** A paragraph of a draft with its facts. */
export interface ReadParagraph {
  readonly paragraph: Paragraph;
  readonly facts: ParagraphFacts;
}

/** All paragraphs of a draft when asked for its first speech, none for the others: a rule for the draft as a whole. */
export function paragraphsOnce(draft: Draft, speech: Speech, memory: FactMemory): ReadParagraph[] {
  if (speech !== draft.speeches[0]) return [];
  return draft.speeches.flatMap((one) =>
    memory.rows(one).map((facts, index) => ({ paragraph: one.paragraphs[index]!, facts })),
  );
}

/** Those of them of which something is said. */
export function paragraphsSaying(
  draft: Draft,
  speech: Speech,
  memory: FactMemory,
  pick: Picker<unknown>,
): ReadParagraph[] {
  if (speech !== draft.speeches[0]) return [];
  return draft.speeches.flatMap((one) => {
    const rows = memory.rows(one);
    return memory
      .said(one, pick)
      .map(({ index }) => ({ paragraph: one.paragraphs[index]!, facts: rows[index]! }));
  });
}

/** Many places of one habit as one report at the first, the further ones related, with one fix for all of them. */
export function inOneReport(
  places: readonly Pick<Report, 'span' | 'fixes'>[],
  words: {
    readonly messageId: string;
    readonly message: string;
    readonly related: string;
    readonly fix: string;
  },
): Report {
  const { messageId, message, related, fix } = words;
  const [first, ...others] = places;
  const edits: readonly Edit[] = places.flatMap(({ fixes = [] }) => fixes.flatMap((f) => f.edits));
  const fixes: readonly Fix[] =
    edits.length === 0 ? [] : [{ title: `${fix}（${places.length}处）`, safety: 'suggestion', edits }];
  return {
    messageId,
    message,
    span: first!.span,
    related: others.map(({ span }) => ({ message: related, span })),
    fixes,
  };
}
