import { speechRule } from '../engine/define.ts';
import type { Fix } from '../engine/types.ts';
import type { PlacedMark, Series } from '../facts/series-runs.ts';
import { writeMark } from './shared/series-rule.ts';

export default speechRule({
  id: 'series-style',
  title: '序次语说法不一：一要、二要、三是',
  level: 'info',
  source: '国标 GB/T 15834—2011 附录B.3',
  check: (speech, _, { facts }) =>
    facts.ofSpeech(speech).series.series.flatMap((series) => {
      const { usual, odd } = split(series);
      const [first, ...rest] = odd;
      if (!first || odd.length * 2 >= series.marks.length) return [];
      return [
        {
          messageId: 'mixed',
          message: `“${first.text}”与同组其他各项的说法不一（“${usual[0]!.text}”等）。请统一。`,
          span: first.span,
          related: [...usual.slice(0, 1), ...rest].map(({ text, span }) => ({
            message: `同组：${text}`,
            span,
          })),
          fixes: putRight(usual[0]!, odd),
        },
      ];
    }),
});

/** The marks that say it as most do, and the others. */
function split({ marks }: Series): {
  readonly usual: readonly PlacedMark[];
  readonly odd: readonly PlacedMark[];
} {
  if (marks[0]!.form === '首先') return { usual: marks, odd: [] };
  const counts = new Map<string, number>();
  for (const { verb } of marks) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  return {
    usual: marks.filter(({ verb }) => verb === usual),
    odd: marks.filter(({ verb }) => verb !== usual),
  };
}

/** Items of another counter are given that of their series; 是 and 要 are a matter of the sentence. */
function putRight(usual: PlacedMark, odd: readonly PlacedMark[]): readonly Fix[] {
  const strays = odd.filter(({ stray }) => stray);
  const [first] = strays;
  if (!first) return [];
  const like = ({ ordinal }: PlacedMark): string => writeMark(usual, ordinal);
  return [
    {
      title: strays.length === 1 ? `改为“${like(first)}”` : `改成与同组一致（共${strays.length}处）`,
      safety: 'suggestion',
      edits: strays.map((mark) => ({ span: mark.span, newText: like(mark) })),
    },
  ];
}
