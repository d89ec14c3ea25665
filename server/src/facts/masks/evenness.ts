import type { Masked } from './context.ts';
import { splitName } from './signs.ts';

/**
 * For each place of one masked name how most of them would write it; undefined where it is so written, and for all
 * where two ways to write it stand in one sentence: `XX市和××市` are two. Of signs without a noun nobody knows whether
 * they are one name: XXX may be a person and xxx a number.
 */
export function evenForms(members: readonly Masked[]): readonly (string | undefined)[] {
  const signs = members.map(({ placeholder }) => splitName(placeholder.text)?.signs);
  const counts = new Map<string | undefined, number>();
  for (const form of signs) counts.set(form, (counts.get(form) ?? 0) + 1);
  const none = members.map(() => undefined);
  if (counts.size < 2 || counts.has(undefined) || meet(members, signs)) return none;
  if (members.every((member) => nounOf(member) === '')) return none;
  let most = signs[0]!;
  for (const [form, count] of counts) if (count > counts.get(most)!) most = form!;
  return members.map(({ placeholder: { text } }, i) =>
    signs[i] === most ? undefined : most + text.slice(signs[i]!.length),
  );
}

/** Whether two neighbours of different form with one noun stand in one sentence; 市委 and 市政府 may be of one 市. */
function meet(members: readonly Masked[], forms: readonly (string | undefined)[]): boolean {
  return members.some((member, i) => {
    const last = members[i - 1];
    return (
      last !== undefined &&
      forms[i] !== forms[i - 1] &&
      nounOf(last) === nounOf(member) &&
      sameSentence(last, member)
    );
  });
}

const nounOf = ({ placeholder }: Masked): string | undefined => splitName(placeholder.text)?.noun;

/** Whether no full stop stands between two places. */
export function sameSentence(first: Masked, second: Masked): boolean {
  return first.index === second.index && !/[。！？]/.test(between(first, second));
}

/** The words from one place to the next in one paragraph. */
export function between(first: Masked, second: Masked): string {
  return first.paragraph.text.slice(first.placeholder.span.end, second.placeholder.span.start);
}
