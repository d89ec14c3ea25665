import { renumberRequest } from '../protocol/index.ts';
import { applyServerEdits } from '../serverEdits.ts';
import type { Session } from '../session.ts';

/** 重排序号: numbers the headings of one level, that of the heading at or above the cursor, in their order. */
export function renumber(session: Session): Promise<void> {
  return applyServerEdits(
    session,
    (client, uri, position) => client.sendRequest(renumberRequest, { uri, position }),
    { nothing: '此处没有可重排的序号。', stale: '文稿刚有改动，序号未重排。请再执行一次。' },
  );
}
