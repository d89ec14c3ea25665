import { NotificationType } from 'vscode-languageserver';

export interface StatusParams {
  readonly message: string;
  readonly kind: 'info' | 'warning';
}

/** Something the user should know once, such as a part of the check that could not run. */
export const statusNotification = new NotificationType<StatusParams>('hegao/status');
