import { goToPlaceholder } from '../placeholders.ts';
import type { ReviewList } from '../review/list.ts';
import type { Session } from '../session.ts';

/** 上一处待补: the last placeholder before the selection, else that of the file before it in the list. */
export function previousPlaceholder(session: Session, list: ReviewList): Promise<void> {
  return goToPlaceholder(session, list, 'previous');
}
