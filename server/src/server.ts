import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { capabilitiesFor } from './lsp/capabilities.ts';
import { clientFeatures } from './lsp/features.ts';
import { createLife } from './lsp/life.ts';
import { nodeHost } from './lsp/node-host.ts';
import { serve } from './lsp/serve.ts';

// The transport is chosen by the command line: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
const { messageStrategy, ...life } = createLife();
const connection = createConnection(ProposedFeatures.all, { messageStrategy });
life.serve(connection);

connection.onInitialize((params) => {
  const features = clientFeatures(params.capabilities);
  serve(connection, features, params, nodeHost);
  return { capabilities: capabilitiesFor(features), serverInfo: { name: 'hegao', version } };
});
connection.listen();
