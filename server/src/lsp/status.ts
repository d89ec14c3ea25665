import type { Connection } from 'vscode-languageserver';
import { statusNotification } from './protocol/index.ts';

/** Tells the user what would otherwise go unnoticed. */
export interface Status {
  /** Shows a Chinese sentence once in the server's life; the log holds it too. */
  readonly tell: (message: string) => void;
}

/** Makes the channel to the client's user. */
export function createStatus(connection: Pick<Connection, 'sendNotification' | 'console'>): Status {
  const told = new Set<string>();
  return {
    tell(message) {
      if (told.has(message)) return;
      told.add(message);
      connection.console.warn(message);
      void connection.sendNotification(statusNotification, { message, kind: 'warning' });
    },
  };
}
