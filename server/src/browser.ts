import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { capabilitiesFor } from './lsp/capabilities.ts';
import { clientFeatures } from './lsp/features.ts';
import { createLife } from './lsp/life.ts';
import { serve } from './lsp/serve.ts';
import { createWebHost } from './lsp/web/host.ts';

/** The worker that runs this, as far as it is needed here. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0] & { readonly close: () => void };
const scope = globalThis as unknown as WorkerScope;

const { messageStrategy, ...life } = createLife();
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
  messageStrategy,
});
life.serve(connection);

connection.onInitialize((params) => {
  const features = clientFeatures(params.capabilities);
  serve(connection, features, params, createWebHost(connection));
  return { capabilities: capabilitiesFor(features), serverInfo: { name: 'hegao', version } };
});
connection.onExit(() => scope.close());
connection.listen();
