import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** The order in which the protocol wants things said: `initialize` once and first, nothing but `exit` after `shutdown`. */
export interface Life {
  /** To be handed to the connection when it is made. */
  readonly messageStrategy: MessageStrategy;
  /** To be called with the connection before it listens: answers the requests that came out of turn. */
  readonly serve: (connection: Pick<Connection, 'onRequest'>) => void;
}

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** The method under which refused requests are answered. */
const REFUSED = 'hegao/refused';

/** Makes the order of one connection. */
export function createLife(): Life {
  let stage: 'new' | 'running' | 'ending' = 'new';

  const refusalOf = ({ method }: RequestMessage): Refusal | undefined => {
    if (stage === 'ending') return refuse(ErrorCodes.InvalidRequest, '服务已经关闭，不再回答');
    if (stage === 'new' && method !== 'initialize')
      return refuse(ErrorCodes.ServerNotInitialized, '服务还没有初始化');
    if (stage === 'running' && method === 'initialize')
      return refuse(ErrorCodes.InvalidRequest, '服务已经初始化过');
    return undefined;
  };
  /** Notifications out of turn are passed over, as the protocol says; `$/…` are of the transport. */
  const isHeard = (method: string): boolean =>
    stage === 'running' || method === 'exit' || method.startsWith('$/');

  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (Message.isRequest(message)) {
          const refusal = refusalOf(message);
          if (refusal) return next({ ...message, method: REFUSED, params: refusal } as Message);
          if (message.method === 'initialize') stage = 'running';
          if (message.method === 'shutdown') stage = 'ending';
          return next(message);
        }
        return Message.isNotification(message) && !isHeard(message.method) ? undefined : next(message);
      },
    },
    serve(connection) {
      connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError(code, message));
    },
  };
}

function refuse(code: number, message: string): Refusal {
  return { code, message };
}
