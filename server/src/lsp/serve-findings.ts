import type { Connection } from 'vscode-languageserver';
import { pages } from '../rules/pages.generated.ts';
import { codeActions } from './code-actions.ts';
import { pullReport } from './diagnostics.ts';
import type { ClientFeatures } from './features.ts';
import { figureHover, joinHovers } from './figures/hover.ts';
import { ledgerLookup } from './figures/ledger.ts';
import { hoverAt } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { placeholdersParams } from './params.ts';
import { placeholdersIn } from './placeholders.ts';
import { placeholdersRequest } from './protocol/index.ts';
import type { Session } from './session.ts';

/** Answers what was found in a draft, what is said of it and what may be done about it. */
export function serveFindings(
  connection: Connection,
  { silences, checked, readFigures }: Session,
  features: ClientFeatures,
): void {
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) =>
    pullReport(await checked(textDocument.uri, token), previousResultId, features),
  );
  connection.onCodeAction(async (params, token) => {
    const analysis = await checked(params.textDocument.uri, token);
    return analysis ? codeActions(analysis, params, silences, features) : [];
  });
  connection.onHover(async ({ textDocument, position }, token) => {
    const analysis = await checked(textDocument.uri, token);
    const found = analysis ? hoverAt(analysis, position, pages, features) : null;
    const reading = await readFigures(textDocument.uri);
    return joinHovers(
      found,
      reading ? figureHover(reading, position, ledgerLookup(reading), features) : null,
    );
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    const analysis = await checked(textDocument.uri, token);
    return analysis ? inlayHints(analysis, range) : [];
  });
  connection.onRequest(placeholdersRequest, async (params, token) => {
    const { uri } = placeholdersParams(params);
    const analysis = await checked(uri, token);
    return analysis ? placeholdersIn(analysis) : { items: [] };
  });
}
