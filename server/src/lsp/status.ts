import type { Connection } from 'vscode-languageserver';
import type { Failure } from '../engine/types.ts';
import { statusNotification } from './protocol/index.ts';

/** Tells the user what would otherwise go unnoticed. */
export interface Status {
  /** Shows a Chinese sentence once in the server's life; the log holds it too. */
  readonly tell: (message: string) => void;
  /** Tells of rules that threw: of each once, whatever it says and of however many texts; the log holds the rest. */
  readonly failed: (failures: readonly Failure[]) => void;
}

/** Makes the channel to the client's user. */
export function createStatus(connection: Pick<Connection, 'sendNotification' | 'console'>): Status {
  const told = new Set<string>();
  const broken = new Set<string>();
  const tell = (message: string): void => {
    if (told.has(message)) return;
    told.add(message);
    connection.console.warn(message);
    void connection.sendNotification(statusNotification, { message, kind: 'warning' });
  };
  return {
    tell,
    failed(failures) {
      for (const { ruleId = '', message } of failures) {
        if (broken.has(ruleId)) continue;
        broken.add(ruleId);
        tell(message);
      }
    },
  };
}
