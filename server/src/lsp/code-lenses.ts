import type { CodeLens } from 'vscode-languageserver';
import type { FactMemory } from '../facts/facts.ts';
import type { ClientFeatures } from './features.ts';
import type { CheckedDraft } from './file-check.ts';
import { openEntities } from './open-items.ts';

/** The command of a client that shows the list of what is left to fill in. */
export const OPEN_REVIEW = 'hegao.openReview';

/** Above each speech how many places are left to fill in; a click opens the list where the client has one. */
export function codeLenses(
  checked: CheckedDraft,
  memory: FactMemory,
  { showsReview }: Pick<ClientFeatures, 'showsReview'>,
): CodeLens[] {
  const { document, draft } = checked;
  const counts = new Map<number, number>();
  for (const { speech, places } of openEntities(checked, memory))
    counts.set(speech, (counts.get(speech) ?? 0) + places.length);
  return [...counts].map(([index, count]) => {
    const { titleSpan, span, title } = draft.speeches[index]!;
    const { line } = document.positionAt(title === '' ? firstInk(draft.text, span.start) : titleSpan.start);
    const start = { line, character: 0 };
    const command = showsReview
      ? { command: OPEN_REVIEW, arguments: [document.uri, start] }
      : { command: '' };
    return { range: { start, end: start }, command: { title: `还有${count}处待补`, ...command } };
  });
}

/** The first character at or after an offset that is no space. */
function firstInk(text: string, from: number): number {
  const ink = /\S/g;
  ink.lastIndex = from;
  return ink.exec(text)?.index ?? from;
}

/** Whether the editor's settings leave the counts on; they are on unless said otherwise. */
export function showsCounts(section: unknown): boolean {
  return (
    typeof section !== 'object' || section === null || (section as { codeLens?: unknown }).codeLens !== false
  );
}
