import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Client, ClientOptions } from './client.ts';

/** Options of a client whose server can be measured. */
export const MEASURED: Pick<ClientOptions, 'nodeArgs' | 'ipc'> = {
  nodeArgs: ['--expose-gc', '--import', fileURLToPath(new URL('probe.mjs', import.meta.url))],
  ipc: true,
};

/** Bytes after all that nobody holds was collected; `rss` is what the system counts. */
export interface Memory {
  /** The heap without the compiled program. */
  readonly data: number;
  /** The program, compiled the further the more often it runs. */
  readonly code: number;
  readonly external: number;
  readonly rss: number;
}

/** What a server started as `MEASURED` holds on to. */
export async function memoryOf({ process: server }: Pick<Client, 'process'>): Promise<Memory> {
  server.send('memory');
  const [memory] = await once(server, 'message');
  return memory as Memory;
}

/** Milliseconds of the longest turn of the server's event loop since the last call. */
export async function longestTurn({ process: server }: Pick<Client, 'process'>): Promise<number> {
  server.send('turns');
  const [{ longest }] = (await once(server, 'message')) as [{ readonly longest: number }];
  return longest;
}
