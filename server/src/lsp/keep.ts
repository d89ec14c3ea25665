import type { Position } from 'vscode-languageserver';
import type { CheckedDraft } from './file-check.ts';
import type { KeepResult } from './protocol/index.ts';
import { additionEdit, entryFor } from './silence-actions.ts';
import type { Silences } from './silences.ts';

/** 保留不补: the edit that keeps the placeholders at some positions quiet. Those that are gone already are passed over. */
export async function keepAt(
  { document, draft, findings }: CheckedDraft,
  positions: readonly Position[],
  silences: Pick<Silences, 'addition'>,
): Promise<KeepResult> {
  const offsets = new Set(positions.map((position) => document.offsetAt(position)));
  const meant = findings.filter(
    ({ ruleId, span }) => ruleId.startsWith('placeholder-') && offsets.has(span.start),
  );
  if (meant.length === 0) return { message: '文稿已有改动，这里没有待补之处了。' };
  const entries = meant.map(({ ruleId, span }) => entryFor(draft.text, ruleId, span));
  const addition = await silences.addition(document.uri, ...entries);
  return addition
    ? { edit: additionEdit(addition) }
    : { message: '文稿还没有存盘，或 .hegao-ignore.yaml 有误，保留的决定无处可记。请先存盘或改正。' };
}
