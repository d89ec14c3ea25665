import { chineseOrdinal } from '../../draft/numerals.ts';
import { speechRule } from '../../engine/define.ts';
import type { Edit, Fix, Rule } from '../../engine/types.ts';
import type { PlacedMark, Series, SeriesDefect } from '../../facts/series-runs.ts';
import { groupFixes } from './group-fixes.ts';

/** A rule that reports one kind of defect of verbal numbers, with the predecessor as evidence. */
export function seriesRule(definition: {
  readonly id: string;
  readonly title: string;
  readonly kind: SeriesDefect['kind'];
  readonly message: (defect: SeriesDefect, due: string) => string;
}): Rule {
  const { id, title, kind, message } = definition;
  return speechRule({
    id,
    title,
    level: 'warning',
    finalLevel: 'error',
    source: '国标 GB/T 15834—2011 附录B.3',
    check: (speech, _, { facts }) => {
      const fixesOf = groupFixes(renumbering, ({ marks }: Series) => marks.length);
      return facts
        .ofSpeech(speech)
        .series.defects.filter((defect) => defect.kind === kind)
        .map((defect) => ({
          messageId: kind,
          message: message(defect, writeMark(defect.mark, defect.expected)),
          span: defect.mark.span,
          related: [{ message: `上一项：${defect.previous.text}`, span: defect.previous.span }],
          fixes: fixesOf(defect.series),
        }));
    },
  });
}

/** A mark with another number: 四是 and 3 → 三是. */
export function writeMark({ text, span, digits }: PlacedMark, value: number): string {
  const number = text.slice(digits.start - span.start, digits.end - span.start);
  return text.replace(number, chineseOrdinal(value));
}

function renumbering({ marks }: Series): readonly Fix[] {
  const edits: Edit[] = marks.flatMap(({ ordinal, digits }, i) =>
    ordinal === i + 1 || digits.start === digits.end
      ? []
      : [{ span: digits, newText: chineseOrdinal(i + 1) }],
  );
  if (edits.length === 0) return [];
  return [{ title: `重排这一组序次语（共${marks.length}项）`, safety: 'suggestion', edits }];
}
