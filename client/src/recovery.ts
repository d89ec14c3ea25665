import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** What happens when the server ends on its own: it is started again, but not for ever. */
export interface Recovery {
  /** To be handed to the client. */
  readonly errorHandler: ErrorHandler;
}

/** So many restarts are tried within the time, in milliseconds. */
const MOST = 4;
const WITHIN = 3 * 60_000;
/** So many messages in a row may fail to go through. */
const PATIENCE = 3;

/** Makes the recovery of one client; `giveUp` is called when it is not started any more. */
export function createRecovery(giveUp: () => void, now: () => number = Date.now): Recovery {
  let ends: readonly number[] = [];
  return {
    errorHandler: {
      error: (_error, _message, count = 0) =>
        count <= PATIENCE
          ? { action: ErrorAction.Continue, message: '与核稿服务的通信出错。', handled: true }
          : { action: ErrorAction.Shutdown, message: '与核稿服务的通信一再出错，服务停止。', handled: true },
      closed() {
        ends = [...ends.filter((time) => now() - time < WITHIN), now()];
        if (ends.length <= MOST)
          return { action: CloseAction.Restart, message: '核稿服务意外停止，正在重新启动。', handled: true };
        giveUp();
        return { action: CloseAction.DoNotRestart, message: '核稿服务一再意外停止。', handled: true };
      },
    },
  };
}
