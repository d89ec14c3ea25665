import { editOutline } from '../editOutline.ts';
import type { Session } from '../session.ts';

/** 下移一节: moves the section at the cursor behind the one below it. */
export function moveSectionDown(session: Session): Promise<void> {
  return editOutline(session, 'moveDown');
}
