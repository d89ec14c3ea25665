import { goToPlaceholder } from '../placeholders.ts';
import type { Session } from '../session.ts';

/** 下一处待补: the first placeholder after the selection, or the first of all. */
export function nextPlaceholder(session: Session): Promise<void> {
  return goToPlaceholder(
    session,
    (ranges, selection) =>
      ranges.find(
        (range) =>
          range.start.isAfter(selection.start) ||
          (range.start.isEqual(selection.start) && selection.isEmpty && !range.isEmpty),
      ) ?? ranges[0],
  );
}
