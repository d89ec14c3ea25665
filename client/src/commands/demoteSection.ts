import { editOutline } from '../editOutline.ts';
import type { Session } from '../session.ts';

/** 降一级: lowers the section at the cursor, with all below it, by one level. */
export function demoteSection(session: Session): Promise<void> {
  return editOutline(session, 'demote');
}
