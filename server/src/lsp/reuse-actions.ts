import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { slice } from '../draft/span.ts';
import type { Finding } from '../engine/types.ts';
import { isPlaced } from './convert.ts';
import type { Analysis } from './documents.ts';
import type { ClientFeatures } from './features.ts';

/** The client's command; its argument is a `ShownReuse`. */
export const SHOW_REUSE = 'hegao.showReuse';

/** Two passages to be shown side by side. */
export interface ShownReuse {
  readonly title: string;
  readonly own: string;
  readonly other: string;
}

/** 对照两处, for a passage that stands elsewhere too, where the client can show it. */
export function reuseActions(
  { draft }: Pick<Analysis, 'draft'>,
  { ruleId, span, related }: Finding,
  diagnostic: Diagnostic,
  { showsReuse }: Pick<ClientFeatures, 'showsReuse'>,
): readonly CodeAction[] {
  if (ruleId !== 'passage-reuse' || !showsReuse || related.length === 0) return [];
  const other = related.map((place) => (isPlaced(place) ? place.words : slice(draft.text, place.span)));
  const source = related[0]!.message.replace(/，此处相同$/, '');
  const shown: ShownReuse = {
    title: `${source} ↔ 本稿`,
    own: slice(draft.text, span),
    other: other.join('\n'),
  };
  const title = '对照两处';
  const command = { title, command: SHOW_REUSE, arguments: [shown] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
}
