import { NotificationType } from 'vscode-languageclient';

export interface StatusParams {
  readonly message: string;
  readonly kind: 'info' | 'warning';
}

export const statusNotification = new NotificationType<StatusParams>('hegao/status');
