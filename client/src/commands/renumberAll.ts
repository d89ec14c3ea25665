import { editOutline } from '../editOutline.ts';
import type { Session } from '../session.ts';

/** 重排全部序号: puts the numbers of all levels of the speech at the cursor in order. */
export function renumberAll(session: Session): Promise<void> {
  return editOutline(session, 'renumberAll');
}
