import { editOutline } from '../editOutline.ts';
import type { Session } from '../session.ts';

/** 上移一节: moves the section at the cursor before the one above it. */
export function moveSectionUp(session: Session): Promise<void> {
  return editOutline(session, 'moveUp');
}
