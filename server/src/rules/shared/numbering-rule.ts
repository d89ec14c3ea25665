import type { Heading } from '../../draft/types.ts';
import { speechRule } from '../../engine/define.ts';
import { renumber } from '../../engine/renumber.ts';
import type { Fix, Rule } from '../../engine/types.ts';
import type { NumberingDefect } from '../../facts/numbering.ts';
import { groupFixes } from './group-fixes.ts';

/** A rule that reports some kinds of numbering defect, with the predecessor as evidence and 重排 as the fix. */
export function numberingRule(definition: {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly NumberingDefect['kind'][];
  readonly message: (defect: NumberingDefect) => string;
}): Rule {
  const { id, title, kinds, message } = definition;
  return speechRule({
    id,
    title,
    level: 'warning',
    finalLevel: 'error',
    source: '国标 GB/T 9704—2012 7.3.3',
    check: (speech, _, { facts }) => {
      const fixesOf = groupFixes(renumbering, (level: readonly Heading[]) => level.length);
      return facts
        .ofSpeech(speech)
        .numbering.defects.filter(({ kind }) => kinds.includes(kind))
        .map((defect) => ({
          messageId: defect.kind,
          message: message(defect),
          span: defect.heading.markerSpan,
          related: [
            ...(defect.previous
              ? [{ message: `上一个序号：${label(defect.previous)}`, span: defect.previous.markerSpan }]
              : []),
            ...(defect.other
              ? [{ message: `排在了这里：${label(defect.other)}`, span: defect.other.markerSpan }]
              : []),
          ],
          fixes: fixesOf(defect.level),
        }));
    },
  });
}

/** The marker with the head of its title: `（三）加快改革…`. */
export function label({ marker, title }: Heading): string {
  return `${marker.text}${title.length > 10 ? `${title.slice(0, 10)}…` : title}`;
}

function renumbering(level: readonly Heading[]): readonly Fix[] {
  const edits = renumber(level);
  if (edits.length === 0) return [];
  return [{ title: `重排本级序号（共${level.length}个）`, safety: 'suggestion', edits }];
}
