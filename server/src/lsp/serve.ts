import { CancellationToken, type Connection, type InitializeParams } from 'vscode-languageserver';
import { serveAloud } from './aloud.ts';
import type { ClientFeatures } from './features.ts';
import { serveFigures } from './figures/serve.ts';
import { createFolders } from './folders.ts';
import type { Host } from './host.ts';
import { serveMasking } from './mask.ts';
import { serveReview } from './review.ts';
import { serveRounds } from './rounds.ts';
import { serveCompletion } from './serve-completion.ts';
import { serveFindings } from './serve-findings.ts';
import { serveOutline } from './serve-outline.ts';
import { serveWorkspace } from './serve-workspace.ts';
import { openSession } from './session.ts';
import { hostFor } from './trust.ts';
import { serveWord } from './word.ts';

/** Answers a client: each feature sets its handlers in its own file. */
export function serve(
  connection: Connection,
  features: ClientFeatures,
  params: InitializeParams,
  given: Host,
): void {
  const folders = createFolders(params);
  const { host, reach } = hostFor(given, params.initializationOptions, folders);
  const session = openSession(connection, features, params, host, { folders, reach });
  const { settings, silences, openDocuments, draftDocument, read, factsOf, checked, readFigures } = session;
  const { files, ready } = host;
  const workspace = { files, settings, silences, openDocuments, features };
  serveFindings(connection, session, features);
  serveOutline(connection, session, features);
  serveCompletion(connection, session);
  serveReview(connection, {
    ...workspace,
    checker: session.fileChecker,
    checked,
    readFigures,
    factsOf,
  });
  serveFigures(connection, readFigures);
  serveWord(connection, { ...host, draftOf: (uri) => read(uri)?.draft });
  serveMasking(connection, {
    documentOf: draftDocument,
    async wordsFor(uri) {
      await ready();
      return settings.segmenterOf(await settings.of(uri)).words();
    },
  });
  serveRounds(connection, {
    ...host,
    earlier: session.earlier,
    readFacts: readFigures,
    checked: (uri) => checked(uri, CancellationToken.None),
    changed: (uri) => session.found([uri]),
  });
  serveAloud(connection, readFigures, settings);
  serveWorkspace(connection, { ...workspace, ready });
}
