import { slice } from '../../draft/span.ts';
import type { Draft, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../../facts/facts.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import type { Edit } from '../types.ts';
import { areEqual } from './decimal.ts';
import { exactAmount, signedNumber } from './mentions.ts';
import { amountEdit } from './rename.ts';

/**
 * The edit that gives one mention of a figure the value that another mention of it has, in its own unit and form.
 * Its paragraph is read again: undefined where it would then say something else, or where there is no way to write it.
 */
export function carryValue(
  { draft, speech, memory }: { readonly draft: Draft; readonly speech: Speech; readonly memory: FactMemory },
  from: SpeechFigure,
  to: SpeechFigure,
): Edit | undefined {
  const amount = exactAmount(from.figure);
  const made = amount && amountEdit({ draft, speech }, to, amount);
  if (!amount || !made) return undefined;
  const { text } = speech.paragraphs[to.paragraph]!;
  const number = signedNumber(speech, to);
  const written = slice(speech.paragraphs[from.paragraph]!.text, signedNumber(speech, from));
  const alike = from.figure.unit.written === to.figure.unit.written;
  const plain = /^[-\d][\d.]*$/;
  const asWritten = alike && plain.test(written) && plain.test(made.newText) ? written : made.newText;
  const before = memory.of(text).figures;
  const after = memory.of(text.slice(0, number.start) + asWritten + text.slice(number.end)).figures;
  const at = before.findIndex(({ span }) => span.start === to.figure.span.start);
  const read = after[at] && exactAmount(after[at]);
  const kept = after.length === before.length && read !== undefined && areEqual(read, amount);
  return kept ? { ...made, newText: asWritten } : undefined;
}
