import { editOutlineRequest, type OutlineAction } from './protocol/index.ts';
import { applyServerEdits } from './serverEdits.ts';
import type { Session } from './session.ts';

/** Has the server edit the outline at the cursor: one step to undo, and the cursor goes along with its section. */
export function editOutline(session: Session, action: OutlineAction): Promise<void> {
  return applyServerEdits(
    session,
    (client, uri, position) => client.sendRequest(editOutlineRequest, { uri, position, action }),
    { nothing: '此处没有可调整的序号。', stale: '文稿刚有改动，层次和序号未作调整。请再执行一次。' },
  );
}
