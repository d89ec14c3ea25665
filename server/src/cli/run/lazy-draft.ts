import { readDraft } from '../../draft/read.ts';
import type { Draft, DraftKind, Extras } from '../../draft/types.ts';

/**
 * A draft whose text is decoded, and whose speeches are read, when somebody asks. The speeches are held weakly, so
 * that a run over many drafts keeps their texts and no more. `known` are the speeches if they were read already.
 */
export function lazyDraft(
  textOf: () => string,
  kind: DraftKind,
  known?: Draft['speeches'],
  extras?: Extras,
): Draft {
  let source = textOf;
  let text: string | undefined;
  let held = known && new WeakRef(known);
  const draft: Draft = {
    kind,
    get text() {
      if (text === undefined) {
        text = source();
        // What it was decoded from is no longer needed.
        source = () => '';
      }
      return text;
    },
    get speeches() {
      const speeches = held?.deref() ?? readDraft(draft.text, kind, extras).speeches;
      if (held?.deref() !== speeches) held = new WeakRef(speeches);
      return speeches;
    },
  };
  return draft;
}
