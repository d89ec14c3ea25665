import { goToPlaceholder } from '../placeholders.ts';
import type { Session } from '../session.ts';

/** 上一处待补: the last placeholder before the selection, or the last of all. */
export function previousPlaceholder(session: Session): Promise<void> {
  return goToPlaceholder(
    session,
    (ranges, selection) => ranges.findLast((range) => range.start.isBefore(selection.start)) ?? ranges.at(-1),
  );
}
