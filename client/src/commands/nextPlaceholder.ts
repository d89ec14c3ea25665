import { goToPlaceholder } from '../placeholders.ts';
import type { ReviewList } from '../review/list.ts';
import type { Session } from '../session.ts';

/** 下一处待补: the first placeholder after the selection, else that of the next file of the list. */
export function nextPlaceholder(session: Session, list: ReviewList): Promise<void> {
  return goToPlaceholder(session, list, 'next');
}
