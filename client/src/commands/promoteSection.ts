import { editOutline } from '../editOutline.ts';
import type { Session } from '../session.ts';

/** 升一级: raises the section at the cursor, with all below it, by one level. */
export function promoteSection(session: Session): Promise<void> {
  return editOutline(session, 'promote');
}
